package dev.taffrail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.finding.UnknownReferences;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever asks what objects name is told of which objects nobody knows it. */
class UnknownReferencesTest {
  private static final PolicyEngine ENGINE = PolicyEngine.builder().kubernetes("1.34").build();
  private static final GroupKind WIDGET = new GroupKind("shop.example", "Widget");

  private static final String OBJECTS =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: names-nothing}
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: names-secrets}
      ---
      apiVersion: shop.example/v1
      kind: Widget
      metadata: {name: one}
      ---
      apiVersion: shop.example/v2
      kind: Widget
      metadata: {name: two}
      """;

  private static Manifest read(String text) {
    return new ManifestReader().read(SourceFile.of("input.yaml", text));
  }

  private static List<UnknownReferences> of(String policy, String inventory) {
    var policies = ENGINE.compile(List.of(SourceFile.of("policy.rail", policy))).orThrow();
    return ENGINE
        .scan(policies, List.of(read(OBJECTS)), Inventory.of(read(inventory).objects()))
        .unknownReferences();
  }

  @Test
  void kindsOfWhichNobodyKnowsAreCounted() {
    String direct =
        "policy P {\n  target obj: Any\n  require all r in obj.references { r.name != \"x\" }\n}\n";

    assertEquals(List.of(new UnknownReferences(WIDGET, 2)), of(direct, ""));
  }

  @Test
  void whatIsOnlyLookedUpCountsOnce() {
    String throughFunction =
        """
        fn used(s: Secret) -> Bool = referrers(s) is not empty
        policy P { target s: Secret require used(s) }
        """;
    String inventory =
        """
        apiVersion: shop.example/v1
        kind: Widget
        metadata: {name: one}
        ---
        apiVersion: shop.example/v1
        kind: Widget
        metadata: {name: three}
        """;

    assertEquals(List.of(new UnknownReferences(WIDGET, 3)), of(throughFunction, inventory));
  }

  @Test
  void nobodyIsToldWithoutAsking() {
    assertEquals(
        List.of(),
        of("policy P {\n  target obj: Any\n  require obj.metadata.name is set\n}\n", ""));
  }
}
