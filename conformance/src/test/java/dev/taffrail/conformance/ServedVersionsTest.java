package dev.taffrail.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.PolicyEngine;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import org.junit.jupiter.api.Test;

class ServedVersionsTest {
  private static String kind(String apiVersion, String kind) {
    var text = "apiVersion: %s\nkind: %s\nmetadata: {name: web}\n".formatted(apiVersion, kind);
    var manifest = new ManifestReader().read(SourceFile.of("web.yaml", text));
    var served = new ServedVersions(PolicyEngine.builder().build().kubernetes());
    return served.of(manifest).objects().getFirst().kind().toString();
  }

  @Test
  void aVersionThatWentIsTheOneThatIsServed() {
    assertEquals("apps/v1 Deployment", kind("extensions/v1beta1", "Deployment"));
    assertEquals("batch/v1 CronJob", kind("batch/v1beta1", "CronJob"));
    assertEquals(
        "rbac.authorization.k8s.io/v1 RoleBinding",
        kind("rbac.authorization.k8s.io/v1", "Rolebinding"));
    assertEquals("networking.k8s.io/v1 Ingress", kind("v1", "Ingress"));
  }

  @Test
  void otherObjectsStayAsTheyAre() {
    assertEquals("v1 Pod", kind("v1", "Pod"));
    assertEquals("example.com/v1 Ingress", kind("example.com/v1", "Ingress"));
    assertEquals("policy/v1beta1 PodSecurityPolicy", kind("policy/v1beta1", "PodSecurityPolicy"));
  }
}
