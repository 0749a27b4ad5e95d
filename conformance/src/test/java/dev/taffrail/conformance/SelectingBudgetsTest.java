package dev.taffrail.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectingBudgetsTest {
  private static final Manifest CLUSTER =
      new ManifestReader()
          .read(
              SourceFile.of(
                  "budgets.yaml",
                  """
                  apiVersion: policy/v1
                  kind: PodDisruptionBudget
                  metadata: {name: cart, namespace: shop}
                  spec: {selector: {matchLabels: {app: cart}}}
                  ---
                  apiVersion: policy/v1
                  kind: PodDisruptionBudget
                  metadata: {name: gold, namespace: shop}
                  spec: {selector: {matchLabels: {app: cart, tier: gold}}}
                  ---
                  apiVersion: policy/v1
                  kind: PodDisruptionBudget
                  metadata: {name: cart, namespace: bank}
                  spec: {selector: {matchLabels: {app: cart}}}
                  """));

  private static List<String> selecting(String workload) {
    var objects = new ManifestReader().read(SourceFile.of("cart.yaml", workload)).objects();
    return SelectingBudgets.of(objects, List.of(CLUSTER)).budgets().stream()
        .map(KubernetesObject::title)
        .toList();
  }

  @Test
  void budgetsOfTheNamespaceWhoseLabelsThePodsHave() {
    assertEquals(
        List.of("PodDisruptionBudget shop/cart"),
        selecting(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cart, namespace: shop}
            spec: {template: {metadata: {labels: {app: cart, tier: silver}}}}
            """));
  }

  @Test
  void noWorkloadIsSelectedByNothing() {
    assertEquals(
        List.of(),
        selecting("apiVersion: v1\nkind: Service\nmetadata: {name: cart, namespace: shop}\n"));
  }
}
