package dev.taffrail.runtime.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.compiler.schema.SchemaCatalog;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InventoryTest {
  private static final GroupKind POD = new GroupKind("", "Pod");

  private static List<KubernetesObject> read(String yaml) {
    return new ManifestReader().read(SourceFile.of("objects.yaml", yaml)).objects();
  }

  @Test
  void ofSeveralWithOneIdentityTheLastCounts() {
    var objects =
        read(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: a}
            spec: {hostname: first}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: a, namespace: default}
            """);
    assertEquals(List.of(objects.get(1)), Inventory.of(objects).ofKind(POD));
  }

  @Test
  void objectsWithoutNameAreEachOneOfItsOwn() {
    var objects =
        read(
            """
            apiVersion: v1
            kind: Pod
            metadata: {generateName: a-}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {generateName: a-}
            """);
    assertEquals(2, Inventory.of(objects).ofKind(POD).size());
  }

  @Test
  void kindsAreTheSameInEveryVersionAndFormerGroup() {
    var objects = read("apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: a}");
    var ingress = new GroupKind("networking.k8s.io", "Ingress");
    assertEquals(objects, Inventory.of(objects).ofKind(ingress));
    assertTrue(Inventory.of(objects).isComplete(ingress));
  }

  @Test
  void onlyWhatIsSaidToBeCompleteIs() {
    var pods = read("apiVersion: v1\nkind: Pod\nmetadata: {name: a}");
    assertFalse(Inventory.none().isComplete(POD));
    assertFalse(Inventory.of(pods, Set.of()).isComplete(POD));
    assertTrue(Inventory.of(pods).isComplete(POD));
    assertTrue(Inventory.none().completeFor(Set.of(POD)).isComplete(POD));
    assertTrue(Inventory.none().completeForAll().isComplete(POD));
    assertTrue(Inventory.none().with(Inventory.of(pods)).isComplete(POD));
  }

  @Test
  void furtherObjectsReplaceThoseOfTheSameIdentity() {
    var old = read("apiVersion: v1\nkind: Pod\nmetadata: {name: a}");
    var current = read("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {}");
    var together = Inventory.of(old).with(Inventory.of(current));
    assertEquals(current.getFirst(), together.find(ObjectKey.of(old.getFirst())).orElseThrow());
    assertEquals(1, together.objects().size());
  }

  private static final GroupKind ROLLOUT = new GroupKind("example.com", "Rollout");

  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: rollouts.example.com}
      spec: {group: example.com, names: {kind: Rollout}}
      """;

  private static ServedKinds served(Inventory inventory) {
    return new ServedKinds(inventory, SchemaCatalog.newest());
  }

  /** That no manifest defines it does not mean that it is not installed. */
  @Test
  void withoutAllDefinitionsNobodyKnowsWhatIsServed() {
    for (var inventory :
        List.of(Inventory.none(), Inventory.of(read(DEFINITION.replace("Rollout", "Other"))))) {
      assertFalse(served(inventory).has(ROLLOUT));
      assertFalse(served(inventory).lacks(ROLLOUT));
    }
    assertTrue(served(Inventory.of(read(DEFINITION))).has(ROLLOUT));
  }

  @Test
  void withAllDefinitionsAKindWithoutOneIsNotServed() {
    var none = Inventory.of(List.of(), Set.of(ServedKinds.DEFINITIONS));
    assertTrue(served(none).lacks(ROLLOUT));
    assertFalse(served(none).lacks(POD));
    assertTrue(served(none).has(POD));
    var one = Inventory.of(read(DEFINITION), Set.of(ServedKinds.DEFINITIONS));
    assertFalse(served(one).lacks(ROLLOUT));
  }

  @Test
  void whatTheHostDiscoveredCounts() {
    var discovered = Inventory.of(read(DEFINITION)).serving(Set.of(POD));
    assertTrue(served(discovered).lacks(ROLLOUT));
    assertTrue(served(discovered).has(POD));
  }
}
