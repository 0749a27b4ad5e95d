package dev.taffrail.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicySet;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.source.SourceFile;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions about single objects, as hosts ask for them. */
class DecisionTest {
  private static final PolicyEngine ENGINE = PolicyEngine.builder().build();

  private static final String POLICIES =
      """
      module acme version "1.0.0"
      policy HostNetwork { target pod: Pod forbid pod.spec.hostNetwork }
      policy Images {
        target pod: Pod
        for each c in pod.allContainers { forbid c.image.within("ghcr.io/evil") }
      }
      """;

  @Test
  void withoutFindingsItIsAllowed() {
    assertEquals(Decision.ALLOW, decision("", "hostNetwork: false", "a"));
    assertEquals(Decision.ALLOW, Decision.of(List.of()));
  }

  @ParameterizedTest
  @CsvSource({"deny, DENY", "warn, ALLOW", "audit, ALLOW", "off, ALLOW", "'', DENY"})
  void aViolationDeniesAsEnforced(String line, Decision decision) {
    String enforce = line.isEmpty() ? "" : "enforce acme { %s }".formatted(line);
    assertEquals(decision, decision(enforce, "hostNetwork: true", "a"));
  }

  @ParameterizedTest
  @CsvSource({
    "deny, DENY",
    "warn, ALLOW",
    "warn onError: deny, DENY",
    "deny onError: warn, ALLOW",
    "'', DENY"
  })
  void anErrorDeniesUnlessItIsSaidOtherwise(String line, Decision decision) {
    String enforce = line.isEmpty() ? "" : "enforce acme { %s }".formatted(line);
    assertEquals(decision, decision(enforce, "hostNetwork: false", "no image"));
  }

  private static final String WAIVER =
      "waive HostNetwork for Pod \"shop/cart\" until 2026-12-31 reason \"edge\"";

  @Test
  void waiversNeedTheDay() {
    PolicySet policies = policies(WAIVER);
    KubernetesObject pod = pod("hostNetwork: true", "a");
    assertEquals(Decision.DENY, ENGINE.evaluate(policies, pod).decision());
    var before = policies.asOf(LocalDate.of(2026, 12, 31));
    assertEquals(Decision.ALLOW, ENGINE.evaluate(before, pod).decision());
    var after = policies.asOf(LocalDate.of(2027, 1, 1));
    assertEquals(Decision.DENY, ENGINE.evaluate(after, pod).decision());
  }

  @Test
  void aWaiverDoesNotCoverAnError() {
    String waiver = "waive Images for Pod \"shop/cart\" until 2026-12-31 reason \"edge\"";
    assertEquals(Decision.DENY, decision(waiver, "hostNetwork: false", "no image"));
  }

  @ParameterizedTest
  @CsvSource({"prod, DENY", "test, ALLOW", "'', DENY"})
  void anUnknownNamespaceIsNeverMilder(String env, Decision decision) {
    var policies =
        policies(
            """
            enforce acme {
              off when (namespace.metadata.labels["env"] ?? "") == "test"
              deny
            }
            """);
    var namespace =
        new ManifestReader()
            .read(
                SourceFile.of(
                    "ns.yaml",
                    "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {env: %s}}\n"
                        .formatted(env)));
    var inventory = env.isEmpty() ? Inventory.none() : Inventory.of(namespace.objects());
    var evaluation = ENGINE.evaluate(policies, pod("hostNetwork: true", "a"), inventory);
    assertEquals(decision, evaluation.decision());
  }

  private static Decision decision(String outside, String spec, String image) {
    var policies = policies(outside).asOf(LocalDate.of(2026, 7, 1));
    return ENGINE.evaluate(policies, pod(spec, image)).decision();
  }

  private static PolicySet policies(String outside) {
    return ENGINE.compile(List.of(SourceFile.of("acme.rail", POLICIES + outside))).orThrow();
  }

  private static KubernetesObject pod(String spec, String image) {
    String text =
        """
        apiVersion: v1
        kind: Pod
        metadata: {namespace: shop, name: cart}
        spec: {%s, containers: [{name: c, image: "%s"}]}
        """
            .formatted(spec, image);
    return new ManifestReader().read(SourceFile.of("pod.yaml", text)).objects().getFirst();
  }
}
