package dev.taffrail.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.source.Excerpt;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What people read when a manifest cannot be read. */
class YamlMistakesTest {
  private static final String HEAD = "apiVersion: v1\nkind: Pod\nmetadata: {name: cart}\nspec:\n";
  private static final String JSON_HEAD = "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"spec\":{";

  /** What stands below {@code spec:}. */
  private static final List<String> YAML =
      List.of(
          "\thostNetwork: true\n",
          "  containers:\n\t- name: a\n",
          "  a: 1\n\t\n  b: 2\n",
          "  -\ta\n",
          "  a: |\n    x\n  \ty\n",
          "  nodeName:a\n  hostNetwork: true\n",
          "  nodeName: a\n  hostNetwork:true\n  hostPID: true\n",
          "  nodeName: a: b\n",
          "  command: echo \"a: b\" c: d\n",
          "  nodeName: 'a\n  hostNetwork: true\n",
          "  nodeName: \"a\n  hostNetwork: true\n",
          "  nodeName: 'it's'\n",
          "  containers:\n    - name: a\n   image: b\n",
          "  nodeName: a\n    hostNetwork: true\n",
          "  containers:\n  - name: a\n    image: b\n   tty: true\n",
          "  - a\n  b: c\n",
          "  a: b\n  - c\n",
          "  a: b\n  just words\n  c: d\n",
          "  a: |\n    x\n   y\n  b: c\n",
          "  a: - b\n",
          "  a: [b, c\n",
          "  a: {b: c\n  d: e\n",
          "  a: [b]]\n",
          "  a: b\n]\n",
          "  a: }\n",
          "  a: [b,, c]\n",
          "  a: [b] c\n",
          "  a: \"b\" c\n",
          "  a: @b\n",
          "  a: `b`\n",
          "  a: %b\n",
          "  a: *.example.com\n",
          "  a: *b\n",
          "  a: &b {c: *b}\n",
          "  a: & b\n",
          "  a: ? b\n",
          "  a: !x!y z\n",
          "  a: !!int b\n",
          "  a: .inf\n",
          "  a: \"\\d\"\n",
          "  a: \"\\/\"\n",
          "  a: \"\\xZZ\"\n",
          "  a: \"\\ud83d\\ude00\"\n",
          "  a: |x\n    b\n",
          "  a: b\n  c: d\n  a: e\n",
          "  {a: b, a: c}\n",
          "  ? [a]\n  : b\n",
          "  {{ a }}: b\n",
          "  null: a\n",
          "  <<: a\n",
          "  a: [http://b?c]\n",
          "  a: b\u0007\n",
          "  # c\u2028  hostNetwork: true\n",
          "  a: b\n---\n%YAML 1.2\n---\n",
          "  a: b\n----\n# c\n",
          "  a: b\n--- kind: Pod\n",
          "  a: b\n... c\nd: [\n",
          "  😀: b: c\n",
          "  a: b: c\r\n");

  /** What stands in the braces of {@code "spec":{}. */
  private static final List<String> JSON =
      List.of(
          "\"a\":1,}}",
          "\"a\":[1,]}}",
          "\"a\":[,1]}}",
          "\"a\":{,}}}",
          "a:1}}",
          "'a':1}}",
          "\"a\":'b'}}",
          "\"a\":b}}",
          "\"a\":NaN}}",
          "\"a\":01}}",
          "\"a\":.5}}",
          "\"a\":1e999}}",
          "\"a\":True}}",
          "\"a\" 1}}",
          "\"a\":1 \"b\":2}}",
          "\"a\":[1 2]}}",
          "\"a\":[1}}",
          "\"a\":}}",
          "\"a\":1}",
          "\"a\":\"b}}",
          "\"a\":\"b\nc\"}}",
          "\"a\":\"b\tc\"}}",
          "\"a\":\"\\q\"}}",
          "\"a\":\"\\u12\"}}",
          "\"\\ud83d\":1}}",
          "\"a\":1,\"a\":2}}",
          "\"a\":1}}}",
          "\"a\":1}} // c",
          "/* c */\"a\":1}}",
          "\"a\":1}}\n# c");

  @Test
  void messagesAreAsApproved() {
    var out = new StringBuilder();
    YAML.forEach(text -> describe(HEAD + text, "cart.yaml", out));
    JSON.forEach(text -> describe(JSON_HEAD + text, "cart.json", out));
    GoldenFiles.assertMatches(
        ProjectFolders.root().resolve("engine/src/test/resources/dev/taffrail/object/mistakes.txt"),
        out.toString());
  }

  private static void describe(String text, String name, StringBuilder out) {
    Manifest manifest = new ManifestReader().read(SourceFile.of(name, text));
    assertEquals(
        1, manifest.problems().size() + manifest.skipped().size(), () -> manifest + "\n" + text);
    for (Manifest.ReadProblem problem : manifest.problems()) {
      assertReadable(problem);
      Excerpt excerpt = Excerpt.of(problem.span(), 100);
      out.append(problem.span()).append(": ").append(problem.message()).append('\n');
      out.append("  | ").append(excerpt.text()).append('\n');
      out.append("  | ").append(" ".repeat(excerpt.column())).append("^".repeat(excerpt.width()));
      out.append(' ').append(problem.help()).append("\n\n");
    }
    for (Manifest.Skipped note : manifest.skipped()) {
      out.append(note.span()).append(": skipped: ").append(note.reason()).append("\n\n");
    }
  }

  private static void assertReadable(Manifest.ReadProblem problem) {
    for (String text : List.of(problem.message(), problem.help())) {
      assertFalse(text.isBlank());
      assertEquals(1, text.lines().count(), text);
      assertFalse(text.endsWith("."), text);
      assertFalse(
          text.contains("Exception") || text.contains("org.") || text.contains("Token"), text);
      String first = text.replaceAll("^`[^`]*`", "x").substring(0, 1);
      assertTrue(first.equals(first.toLowerCase(Locale.ROOT)) || text.startsWith("JSON"), text);
    }
  }
}
