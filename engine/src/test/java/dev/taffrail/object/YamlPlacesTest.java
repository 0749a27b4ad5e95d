package dev.taffrail.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The text that each kind of node stands for, written out by hand. */
class YamlPlacesTest {
  private static Node.Mapping read(String text) {
    try {
      var part = new DocumentParts.Part(0, text.length());
      var document = YamlTree.read(SourceFile.of("a.yaml", text), part, ReadLimits.DEFAULT);
      return (Node.Mapping) document.root().orElseThrow();
    } catch (UnreadableException mistake) {
      return fail(mistake.message());
    }
  }

  private static String at(Node node, String text) {
    return text.substring(node.start(), node.end());
  }

  /** The texts of the values of the outermost mapping. */
  private static List<String> values(String text) {
    Node.Mapping root = read(text);
    var values = new ArrayList<String>();
    for (int i = 0; i < root.size(); i++) {
      values.add(at(root.value(i), text));
    }
    return values;
  }

  @Test
  void scalarsEndWithTheirLastCharacter() {
    assertEquals(List.of("b"), values("a: b   # c\n"));
    assertEquals(List.of("b c"), values("a: b c  \n\n# d\n"));
    assertEquals(List.of("b\n  c"), values("a: b\n  c\n"));
    assertEquals(List.of("\"b # c\""), values("a: \"b # c\" # d\n"));
    assertEquals(List.of("'b''c'"), values("a: 'b''c'\n"));
    assertEquals(List.of("0x1F", "yes", "1_000"), values("a: 0x1F\nb: yes\nc: 1_000"));
  }

  @Test
  void textBlocksStartAtTheirMarkAndEndWithTheirText() {
    assertEquals(List.of("|\n  x\n  y", "1"), values("a: |\n  x\n  y\n\n\nb: 1\n"));
    assertEquals(List.of("|+ # c\n  x"), values("a: |+ # c\n  x\n\n\n"));
    assertEquals(List.of(">-\n  x\n\n   y"), values("a: >-\n  x\n\n   y\n# c\n"));
    assertEquals(List.of("|", "1"), values("a: |\nb: 1\n"));
    assertEquals(List.of("|\r\n  x", "1"), values("a: |\r\n  x\r\nb: 1\r\n"));
  }

  @Test
  void valuesThatAreNotWrittenStandBehindTheColon() {
    Node.Mapping root = read("a:\n\n# c\nb: # d\nc:");
    assertEquals(new Node.Null(2, 2), root.value(0));
    assertEquals(new Node.Null(10, 10), root.value(1));
    assertEquals(new Node.Null(17, 17), root.value(2));
    assertEquals(17, root.end());
  }

  @Test
  void emptyElementsStandBehindTheDash() {
    String text = "a:\n-\n- x\n-";
    Node.Sequence list = (Node.Sequence) read(text).value(0);
    assertEquals(List.of(4, 7, 10), list.elements().stream().map(Node::start).toList());
    assertEquals("-\n- x\n-", at(list, text));
  }

  @Test
  void blockCollectionsGoFromTheFirstKeyOrDashToTheLastValue() {
    String text = "a:\n  b: 1\n  c: 2 # d\n\n# e\nf:\n- 1\n- g: 2\n\n";
    assertEquals(List.of("b: 1\n  c: 2", "- 1\n- g: 2"), values(text));
    assertEquals(text.stripTrailing(), at(read(text), text));
  }

  @Test
  void flowCollectionsGoFromBracketToBracket() {
    assertEquals(List.of("{b: [1,\n  2 ] }", "[]"), values("a: {b: [1,\n  2 ] } # c\nd: []\n"));
    String text = "a: [b: 1, c]\n";
    Node.Sequence list = (Node.Sequence) read(text).value(0);
    assertEquals("b: 1", at(list.elements().get(0), text));
  }

  @Test
  void anchorsAndTagsAreNoPartOfANode() {
    assertEquals(
        List.of("5", "{c: 1}", "\"x\""), values("a: &a !!str 5\nb: !x &b {c: 1}\nd: &d \"x\"\n"));
    assertEquals(
        List.of("c: 1", "- 2", "x"), values("a: &a\n  c: 1\nb: !b # c\n  - 2\nd:\n  !d\n  x\n"));
    assertEquals(List.of("", "1"), values("a: &a\nb: 1\n"));
    Node.Mapping root = read("? &k !!str a\n: b\n");
    assertEquals(11, root.keyStart(0));
    assertEquals(11, root.start());
  }

  @Test
  void anAliasHasThePlaceOfItsAnchor() {
    String text = "a: &x {k: 1}\nb: *x\nc: [*x]\nd:\n  e: *x\n";
    assertEquals(List.of("{k: 1}", "{k: 1}", "[*x]", "e: *x"), values(text));
    assertEquals(text.stripTrailing(), at(read(text), text));
  }

  @Test
  void mergedEntriesHaveThePlacesTheyWereWrittenAt() {
    String text = "a: &x {k: 1, m: 2}\nb:\n  <<: *x\n  m: 3\n";
    Node.Mapping merged = (Node.Mapping) read(text).value(1);
    assertEquals("{\"k\":1,\"m\":3}", Nodes.toJson(merged));
    assertEquals(text.indexOf("k:"), merged.keyStart(0));
    assertEquals(text.lastIndexOf("m:"), merged.keyStart(1));
    assertEquals("<<: *x\n  m: 3", at(merged, text));
  }

  @Test
  void charactersBeyondSixteenBitsCountTwice() {
    String text = "# 😀\n\"😀\": 😀x😀\nb: [😀, c] # 😀\nd: e";
    assertEquals(List.of("😀x😀", "[😀, c]", "e"), values(text));
    Node.Mapping root = read(text);
    assertEquals(text.indexOf("\"😀\""), root.keyStart(0));
    assertEquals(text.indexOf("b:"), root.keyStart(1));
    assertEquals(text.indexOf("d:"), root.keyStart(2));
  }

  @Test
  void everyKindOfLineEndCountsAsItIsWritten() {
    for (String end : List.of("\n", "\r\n", "\r")) {
      String text = "a: b" + end + "c:" + end + "  - 'd'" + end + "e: {f: g}" + end;
      assertEquals(List.of("b", "- 'd'", "{f: g}"), values(text));
      assertEquals(text.indexOf("e:"), read(text).keyStart(2));
    }
  }

  @Test
  void placesAreThoseOfTheWholeFile() {
    String text =
        "# 😀\nkind: A\napiVersion: v1\n---\n# 😀\nkind: B\napiVersion: v1\nx: 😀\ny: z\n";
    var objects = new ManifestReader().read(SourceFile.of("a.yaml", text)).objects();
    Node.Mapping second = objects.get(1).root();
    assertEquals(text.indexOf("kind: B"), second.start());
    assertEquals(text.indexOf("y:"), second.keyStart(3));
    assertEquals("z", at(second.value(3), text));
    assertEquals(1, objects.get(1).document());
  }
}
