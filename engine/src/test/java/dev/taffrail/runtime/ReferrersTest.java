package dev.taffrail.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.PolicyEngine;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who names an object; every kind that could must be known. */
class ReferrersTest {
  private static final PolicyEngine ENGINE = PolicyEngine.builder().kubernetes("1.34").build();

  private static final String POLICY =
      """
      policy Used {
        target secret: Secret
        require referrers(secret) is not empty message "{secret.name} is not used"
        require all r in referrers(secret) { r.object.kind == "Deployment" }
          message "{secret.name} is used by {referrers(secret)[0].object.name ?? "nobody"}"
      }
      """;

  private static final String OBJECTS =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: cart, namespace: shop}
      spec:
        selector: {}
        template:
          spec:
            imagePullSecrets: [{name: registry}]
            containers: []
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: web, namespace: shop}
      spec: {tls: [{secretName: certificate}]}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: registry, namespace: shop}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: registry, namespace: other}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: certificate, namespace: shop}
      """;

  private static List<String> findings(Inventory inventory) {
    var policies = ENGINE.compile(List.of(SourceFile.of("policy.rail", POLICY))).orThrow();
    var manifest = new ManifestReader().read(SourceFile.of("objects.yaml", OBJECTS));
    return ENGINE.scan(policies, List.of(manifest), inventory).findings().stream()
        .map(f -> f.object().orElseThrow().title() + ": " + f.message())
        .toList();
  }

  @Test
  void theNamespaceOfTheHolderIsMeant() {
    assertEquals(
        List.of(
            "Secret other/registry: registry is not used",
            "Secret shop/certificate: certificate is used by web"),
        findings(Inventory.none().completeForAll()));
  }

  @Test
  void withoutAllKindsThereIsNoVerdict() {
    assertEquals(List.of(), findings(Inventory.none()));
  }
}
