package dev.taffrail.runtime.read;

import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.Map;
import java.util.Optional;

/** Defaults of configuration files that depend on other fields. */
final class ComponentDefaults {
  /** Without it the kubelet lets every pod use the images that are on the node. */
  private static final String PULL_VERIFICATION = "KubeletEnsureSecretPulledImages";

  private static final Value EVICTION =
      MapValue.of(
          Map.of(
              text("memory.available"), text("100Mi"),
              text("nodefs.available"), text("10%"),
              text("nodefs.inodesFree"), text("5%"),
              text("imagefs.available"), text("15%"),
              text("imagefs.inodesFree"), text("5%")));

  static final Map<String, DefaultRule> RULES =
      Map.of(
          "kubeletEvictionHard", (kubelet, reader) -> EVICTION,
          "proxyHealthzAddress",
              (proxy, reader) -> address(proxy, reader, "0.0.0.0", "[::]", 10256),
          "proxyMetricsAddress",
              (proxy, reader) -> address(proxy, reader, "127.0.0.1", "[::1]", 10249),
          "pullVerificationIfEnabled", (kubelet, reader) -> verification(kubelet, reader, false),
          "pullVerificationUnlessDisabled",
              (kubelet, reader) -> verification(kubelet, reader, true));

  private ComponentDefaults() {}

  /** The addresses are of the family of the bind address. */
  private static Value address(
      ObjectValue proxy, FieldReader reader, String version4, String version6, int port) {
    boolean six =
        reader.read(proxy, "bindAddress") instanceof Value.Text bind && bind.value().contains(":");
    return text((six ? version6 : version4) + ":" + port);
  }

  private static Value verification(ObjectValue kubelet, FieldReader reader, boolean byDefault) {
    Value gate = ((MapValue) reader.read(kubelet, "featureGates")).get(text(PULL_VERIFICATION));
    boolean enabled =
        Optional.of(gate)
            .filter(Value.Bool.class::isInstance)
            .map(set -> ((Value.Bool) set).value())
            .orElse(byDefault);
    return text(enabled ? "NeverVerifyPreloadedImages" : "NeverVerify");
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }
}
