package dev.taffrail.runtime.read;

import static dev.taffrail.runtime.read.TypedObjects.at;
import static dev.taffrail.runtime.read.TypedObjects.object;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.compiler.schema.SchemaCatalog;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.value.DurationValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What unset fields of configuration files mean. */
class ComponentDefaultsTest {
  private static final String KUBELET =
      "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n";
  private static final String PROXY =
      "apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\n";

  @ParameterizedTest
  @CsvSource({
    "'', 4h",
    "'streamingConnectionIdleTimeout: 0s', 4h",
    "'streamingConnectionIdleTimeout: \"\"', 4h",
    "'streamingConnectionIdleTimeout: 5m', 5min"
  })
  void noTimeIsNoTimeOfItsOwn(String line, String timeout) {
    ObjectValue kubelet = object(KUBELET + line);
    assertEquals(
        DurationValue.parse(timeout).orElseThrow(), at(kubelet, "streamingConnectionIdleTimeout"));
  }

  @Test
  void theKubeletEvictsUnlessToldWhen() {
    var eviction = (MapValue) at(object(KUBELET), "evictionHard");
    assertEquals(new Value.Text("100Mi"), eviction.get(new Value.Text("memory.available")));
    var own = (MapValue) at(object(KUBELET + "evictionHard: {}"), "evictionHard");
    assertEquals(MapValue.EMPTY, own);
  }

  @ParameterizedTest
  @CsvSource({
    "1.33, '', NeverVerify",
    "1.33, 'featureGates: {KubeletEnsureSecretPulledImages: true}', NeverVerifyPreloadedImages",
    "1.35, '', NeverVerifyPreloadedImages",
    "1.35, 'featureGates: {KubeletEnsureSecretPulledImages: false}', NeverVerify",
    "1.35, 'imagePullCredentialsVerificationPolicy: AlwaysVerify', AlwaysVerify"
  })
  void imagesOnTheNodeAreVerifiedFromOneVersionOn(String version, String line, String policy) {
    KubernetesObject read = TypedObjects.read(KUBELET + line);
    ObjectValue kubelet =
        ObjectValue.root(
            SchemaCatalog.of(version).type("KubeletConfiguration").orElseThrow(),
            read.root(),
            new Place(read, FieldPath.ROOT));
    assertEquals(new Value.Text(policy), at(kubelet, "imagePullCredentialsVerificationPolicy"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 127.0.0.1:10249, 0.0.0.0:10256",
    "'bindAddress: 10.0.0.1', 127.0.0.1:10249, 0.0.0.0:10256",
    "'bindAddress: \"::\"', [::1]:10249, [::]:10256"
  })
  void kubeProxyServesOnTheFamilyItBindsTo(String line, String metrics, String healthz) {
    ObjectValue proxy = object(PROXY + line);
    assertEquals(new Value.Text(metrics), at(proxy, "metricsBindAddress"));
    assertEquals(new Value.Text(healthz), at(proxy, "healthzBindAddress"));
  }

  @Test
  void anEmptyProxyModeIsIptables() {
    assertEquals(new Value.Text("iptables"), at(object(PROXY + "mode: ''"), "mode"));
  }
}
