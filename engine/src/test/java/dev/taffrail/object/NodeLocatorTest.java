package dev.taffrail.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.source.SourceFile;
import org.junit.jupiter.api.Test;

class NodeLocatorTest {
  private static final String YAML =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        labels: {app: cart, "tier": web}
        annotations:
          'it''s': so
          note: |
            two
            lines
      spec:
        hostNetwork:
        securityContext: {}
        containers: # all of them
        - name: a
          image: &image shop/cart:1 # pinned
          args: [--port, "80",
            --verbose]
          securityContext:
            privileged: true
        - {name: b, image: *image}
        - *image
        -
          name: d
        volumes:
        - - nested
      """;

  private static Located locate(FieldPath path) {
    Manifest manifest = new ManifestReader().read(SourceFile.of("pod.yaml", YAML));
    KubernetesObject object = manifest.objects().getFirst();
    return NodeLocator.locate(object.source(), object.root(), path);
  }

  private static final FieldPath SPEC = FieldPath.ROOT.key("spec");
  private static final FieldPath CONTAINERS = SPEC.key("containers");
  private static final FieldPath FIRST = CONTAINERS.element(0);

  private static void assertExact(String expected, FieldPath path) {
    Located located = locate(path);
    assertEquals(expected, located.span().text());
    assertTrue(located.exact());
  }

  private static void assertNear(String expected, FieldPath path) {
    Located located = locate(path);
    assertEquals(expected, located.span().text());
    assertFalse(located.exact());
  }

  @Test
  void aFieldWithAScalarIsUnderlinedWhole() {
    assertExact("privileged: true", FIRST.key("securityContext").key("privileged"));
    assertExact("image: &image shop/cart:1", FIRST.key("image"));
    assertExact("app: cart", FieldPath.ROOT.key("metadata").key("labels").key("app"));
    assertExact("\"tier\": web", FieldPath.ROOT.key("metadata").key("labels").key("tier"));
    assertExact("'it''s': so", FieldPath.ROOT.key("metadata").key("annotations").key("it's"));
    assertExact("hostNetwork:", SPEC.key("hostNetwork"));
  }

  @Test
  void aScalarOverLinesIsCutAtTheFirst() {
    assertExact("note: |", FieldPath.ROOT.key("metadata").key("annotations").key("note"));
  }

  @Test
  void aFieldWithAnObjectOrListIsUnderlinedByItsKey() {
    assertExact("securityContext", FIRST.key("securityContext"));
    assertExact("securityContext", SPEC.key("securityContext"));
    assertExact("containers", CONTAINERS);
    assertExact("args", FIRST.key("args"));
  }

  @Test
  void anElementIsUnderlinedFromItsOwnStart() {
    assertExact("name: a", FIRST);
    assertExact("{name: b, image: *image}", CONTAINERS.element(1));
    assertExact("name: d", CONTAINERS.element(3));
    assertExact("--port", FIRST.key("args").element(0));
    assertExact("\"80\"", FIRST.key("args").element(1));
    assertExact("--verbose", FIRST.key("args").element(2));
    assertExact("-", SPEC.key("volumes").element(0));
    assertExact("nested", SPEC.key("volumes").element(0).element(0));
  }

  @Test
  void anAliasIsUnderlinedWhereItIsUsedAsAField() {
    assertExact("image: *image", CONTAINERS.element(1).key("image"));
    assertExact("shop/cart:1", CONTAINERS.element(2));
  }

  @Test
  void theObjectItselfIsItsFirstField() {
    assertExact("apiVersion: v1", FieldPath.ROOT);
  }

  @Test
  void whatIsMissingIsShownAtItsNearestAncestor() {
    assertNear("securityContext", FIRST.key("securityContext").key("runAsUser"));
    assertNear("name: a", FIRST.key("resources").key("limits").key("memory"));
    assertNear("containers", CONTAINERS.element(9).key("image"));
    assertNear("hostNetwork:", SPEC.key("hostNetwork").key("x"));
    assertNear("apiVersion: v1", FieldPath.ROOT.key("status"));
    assertNear("apiVersion: v1", FieldPath.ROOT.element(0));
  }

  @Test
  void keysThatAreNoStringsAreFoundByTheirText() {
    var source =
        SourceFile.of(
            "a", "apiVersion: v1\nkind: T\ndata:\n  0x10 : a\n  yes: {b: c}\n  ? d\n  : e\n");
    Node.Mapping root = new ManifestReader().read(source).objects().getFirst().root();
    FieldPath data = FieldPath.ROOT.key("data");
    assertEquals("0x10 : a", NodeLocator.locate(source, root, data.key("16")).span().text());
    assertEquals("yes", NodeLocator.locate(source, root, data.key("true")).span().text());
    assertEquals("d", NodeLocator.locate(source, root, data.key("d")).span().text());
  }

  @Test
  void jsonIsUnderlinedLikewise() {
    var source =
        SourceFile.of(
            "a", "{\"apiVersion\":\"v1\",\"kind\":\"T\",\"a\\\"b\" : [ {\n \"c\":1}, [2]]}");
    Node.Mapping root = new ManifestReader().read(source).objects().getFirst().root();
    FieldPath list = FieldPath.ROOT.key("a\"b");
    assertEquals("\"a\\\"b\"", NodeLocator.locate(source, root, list).span().text());
    assertEquals("{", NodeLocator.locate(source, root, list.element(0)).span().text());
    assertEquals(
        "\"c\":1", NodeLocator.locate(source, root, list.element(0).key("c")).span().text());
    assertEquals("[2]", NodeLocator.locate(source, root, list.element(1)).span().text());
  }

  @Test
  void mergedFieldsAreShownWhereTheyStand() {
    String text = "apiVersion: v1\nkind: T\na: &a\n  x: 1\nb:\n  <<: *a\n  y: 2\n";
    var source = SourceFile.of("a", text);
    Node.Mapping root = new ManifestReader().read(source).objects().getFirst().root();
    FieldPath b = FieldPath.ROOT.key("b");
    assertEquals("x: 1", NodeLocator.locate(source, root, b.key("x")).span().text());
    assertEquals("b", NodeLocator.locate(source, root, b.key("z")).span().text());
  }
}
