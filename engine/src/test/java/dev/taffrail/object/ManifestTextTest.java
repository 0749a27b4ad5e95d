package dev.taffrail.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.source.SourceFile;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ManifestTextTest {
  private static Node root(String text) {
    var manifest = new ManifestReader().read(SourceFile.of("a.yaml", text));
    assertTrue(manifest.problems().isEmpty(), () -> manifest.problems() + "\n" + text);
    return manifest.objects().get(0).root();
  }

  private static Node.Mapping object(Node... values) {
    String[] keys = {"apiVersion", "kind", "metadata", "data"};
    var name =
        new Node.Mapping(
            new String[] {"name"}, new int[1], new Node[] {new Node.Text("a", 0, 0)}, 0, 0);
    Node[] all = {
      new Node.Text("v1", 0, 0),
      new Node.Text("ConfigMap", 0, 0),
      name,
      new Node.Sequence(Arrays.asList(values), 0, 0)
    };
    return new Node.Mapping(keys, new int[keys.length], all, 0, 0);
  }

  @Test
  void blockStyle() {
    String text =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: a
          labels: {}
        list:
          - one
          -
            - 1
            - "2"
          - a: 1.5
            b: null
          - []
        word: "yes"
        script: |
          first
            second
        """;
    assertEquals(text, ManifestText.of(root(text)));
  }

  @Property(tries = 500)
  void whateverIsPrintedReadsBack(@ForAll String text, @ForAll long number) {
    var object = object(new Node.Text(text, 0, 0), new Node.Int(number, 0, 0));
    boolean readable = text.codePoints().noneMatch(ManifestTextTest::isForbidden);
    if (readable) {
      assertEquals(ManifestText.of(object), ManifestText.of(root(ManifestText.of(object))));
      var list =
          (Node.Sequence) ((Node.Mapping) root(ManifestText.of(object))).find("data").orElseThrow();
      assertEquals(text, ((Node.Text) list.elements().get(0)).value());
    }
  }

  @Property(tries = 500)
  void wordsOfYamlStayTexts(@ForAll("words") String text) {
    var list =
        (Node.Sequence)
            ((Node.Mapping) root(ManifestText.of(object(new Node.Text(text, 0, 0)))))
                .find("data")
                .orElseThrow();
    assertEquals(text, ((Node.Text) list.elements().get(0)).value());
  }

  @net.jqwik.api.Provide
  net.jqwik.api.Arbitrary<String> words() {
    return net.jqwik.api.Arbitraries.strings()
        .withChars("yno~-: #'\"|>&*!%@`{}[],?0123456789.eE+\nabtrufls_\t")
        .ofMaxLength(8);
  }

  /** No text file can hold these, however they are written. */
  private static boolean isForbidden(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
