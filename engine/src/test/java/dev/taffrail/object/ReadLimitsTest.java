package dev.taffrail.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.source.SourceFile;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hostile input is refused with a message; the timeout is for a hang, not for slowness. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadLimitsTest {
  private static final String HEAD = "apiVersion: v1\nkind: Thing\nmetadata: {name: x}\nspec:\n";
  private static final String JSON_HEAD = "{\"apiVersion\":\"v1\",\"kind\":\"Thing\",\"spec\":";
  private static final int MANY = 100_000;

  private static Manifest read(String text) {
    return new ManifestReader().read(SourceFile.of("a.yaml", text));
  }

  private static Manifest read(String text, ReadLimits limits) {
    return new ManifestReader(limits).read(SourceFile.of("a.yaml", text));
  }

  private static void assertProblem(String message, Manifest manifest) {
    assertEquals(1, manifest.problems().size(), manifest::toString);
    assertEquals(message, manifest.problems().getFirst().message());
    assertTrue(!manifest.problems().getFirst().help().isEmpty());
  }

  private static ReadLimits depth(int depth) {
    return new ReadLimits(1_000_000, depth, 10_000, 1_000, 100, 1_000_000);
  }

  @Test
  void aStreamWithoutEndIsReadUpToTheLimit() {
    var blanks =
        new InputStream() {
          private long produced;

          @Override
          public int read() {
            produced++;
            return ' ';
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            Arrays.fill(bytes, from, from + length, (byte) ' ');
            produced += length;
            return length;
          }
        };
    Manifest manifest = new ManifestReader().read("blanks.yaml", blanks);
    assertProblem("`blanks.yaml` is larger than 67108864 bytes", manifest);
    assertTrue(
        blanks.produced < ReadLimits.DEFAULT.bytes() + 100_000L, "no more than that is read");
  }

  @Test
  void aLargeFileIsRefusedBeforeItIsDecoded() {
    var limits = new ReadLimits(100, 10, 10, 10, 10, 10);
    byte[] bytes = "x".repeat(101).getBytes(StandardCharsets.UTF_8);
    assertProblem("`a` is larger than 100 bytes", new ManifestReader(limits).read("a", bytes));
    assertEquals(
        0, new ManifestReader(limits).read("a", Arrays.copyOf(bytes, 100)).problems().size());
  }

  @Test
  void blanksAloneAreNoDocument() {
    Manifest manifest = read(" ".repeat(4_000_000));
    assertEquals(
        0, manifest.objects().size() + manifest.problems().size() + manifest.skipped().size());
    assertEquals(0, read(" \n".repeat(2_000_000)).skipped().size());
  }

  @Test
  void nestedBracketsAreRefusedAtTheLimit() {
    String nested = "more than 200 objects and lists are nested in each other";
    assertProblem(nested, read(HEAD + "  " + "[".repeat(MANY)));
    assertProblem(nested, read(HEAD + "  " + "{a: ".repeat(MANY)));
    assertProblem(nested, read(HEAD + "  " + "[\n  ".repeat(MANY)));
    assertProblem(nested, read(HEAD + "  " + "- ".repeat(MANY) + "x\n"));
    assertProblem(nested, read(JSON_HEAD + "[".repeat(MANY)));
    assertProblem(nested, read(JSON_HEAD + "[".repeat(MANY) + "]".repeat(MANY) + "}"));
    assertProblem(nested, read(JSON_HEAD + "{\"a\":".repeat(MANY)));
    assertEquals(0, read(HEAD + "  " + "? ".repeat(MANY) + "x\n").objects().size());
  }

  @Test
  void depthIsAllowedUpToTheLimit() {
    String yaml = HEAD + "  " + "[".repeat(9) + "]".repeat(9);
    assertEquals(1, read(yaml, depth(10)).objects().size());
    assertProblem("more than 9 objects and lists are nested in each other", read(yaml, depth(9)));
    String json = JSON_HEAD + "[".repeat(9) + "]".repeat(9) + "}";
    assertEquals(1, read(json, depth(10)).objects().size());
    assertProblem("more than 9 objects and lists are nested in each other", read(json, depth(9)));
    String deepest = "[".repeat(ReadLimits.DEEPEST - 1) + "]".repeat(ReadLimits.DEEPEST - 1);
    assertEquals(1, read(HEAD + "  " + deepest, depth(ReadLimits.DEEPEST)).objects().size());
    assertEquals(1, read(JSON_HEAD + deepest + "}", depth(ReadLimits.DEEPEST)).objects().size());
  }

  @Test
  void theProblemOfDepthIsAtTheBracketThatIsTooMuch() {
    var problem = read(HEAD + "  [[[[", depth(3)).problems().getFirst();
    assertEquals("a.yaml:5:5", problem.span().toString());
    assertEquals(
        "a.yaml:1:44", read(JSON_HEAD + "[[[[", depth(3)).problems().getFirst().span().toString());
  }

  @Test
  void aliasesOfAliasesAreCountedInFull() {
    var bomb = new StringBuilder(HEAD + "  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("  a%d: &a%d [".formatted(i, i))
          .append("*a%d, ".formatted(i - 1).repeat(10))
          .append("]\n");
    }
    assertProblem(
        "the aliases of this document stand for more than 1000000 values", read(bomb.toString()));
    var merges = new StringBuilder(HEAD + "  a0: &a0 {k: v}\n");
    for (int i = 1; i < 40; i++) {
      merges.append("  a%d: &a%d {<<: [*a%d, *a%d]}\n".formatted(i, i, i - 1, i - 1));
    }
    assertProblem(
        "the aliases of this document stand for more than 1000000 values", read(merges.toString()));
  }

  @Test
  void aliasesAreAllowedUpToTheLimit() {
    String yaml = HEAD + "  a: &a [x, x]\n  b: [*a, *a]\n";
    assertEquals(1, read(yaml, new ReadLimits(1_000, 10, 100, 6, 10, 100)).objects().size());
    assertEquals(0, read(yaml, new ReadLimits(1_000, 10, 100, 5, 10, 100)).objects().size());
  }

  @Test
  void valuesAreCountedByDocument() {
    var limits = new ReadLimits(1_000_000, 10, 10, 10, 10, 100);
    String message = "a document holds more than 10 values";
    // the object, its four values and the name are six
    assertEquals(2, read((HEAD + "  [a, b, c, d]\n---\n").repeat(2), limits).objects().size());
    assertProblem(message, read(HEAD + "  [a, b, c, d, e]\n", limits));
    assertProblem(message, read(HEAD + "  {a: , b: , c: , d: , e: }\n", limits));
    assertEquals(2, read((JSON_HEAD + "[1,2,3,4,5,6]}").repeat(2), limits).objects().size());
    assertProblem(message, read(JSON_HEAD + "[1,2,3,4,5,6,7]}", limits));
  }

  @Test
  void documentsBehindTheLimitAreNotRead() {
    var limits = new ReadLimits(1_000_000, 10, 100, 10, 3, 1_000);
    String yaml = (HEAD + "  a: 1\n---\n").repeat(5);
    Manifest manifest = read(yaml, limits);
    assertEquals(3, manifest.objects().size());
    assertProblem("more than 3 documents in one file", manifest);
    assertEquals("a.yaml:19:1", manifest.problems().getFirst().span().toString());
    Manifest json = read((JSON_HEAD + "1}\n").repeat(5), limits);
    assertEquals(3, json.objects().size());
    assertProblem("more than 3 documents in one file", json);
    assertEquals(0, read((HEAD + "  a: 1\n---\n").repeat(3), limits).problems().size());
  }

  @Test
  void aLongScalarIsRefused() {
    var limits = new ReadLimits(1_000_000, 10, 100, 10, 10, 100);
    String message = "a value is longer than 100 characters";
    assertProblem(message, read(HEAD + "  a: " + "x".repeat(101), limits));
    assertProblem(message, read(HEAD + "  a: |\n    " + "x".repeat(100), limits));
    assertProblem(message, read(HEAD + "  " + "x".repeat(101) + ": a", limits));
    assertProblem(message, read(JSON_HEAD + "\"" + "x".repeat(101) + "\"}", limits));
    assertProblem(message, read(JSON_HEAD + "1" + "0".repeat(100) + "}", limits));
    assertProblem(message, read(JSON_HEAD + "{\"" + "x".repeat(101) + "\":1}}", limits));
    assertEquals(1, read(HEAD + "  a: " + "x".repeat(100), limits).objects().size());
    assertEquals(1, read(JSON_HEAD + "\"" + "x".repeat(100) + "\"}", limits).objects().size());
  }

  @Test
  void manySmallThingsTakeLinearTime() {
    assertEquals(1, read(HEAD + keys(200_000)).objects().size());
    assertEquals(MANY, elements(read(HEAD + "  - x\n".repeat(MANY))));
    assertEquals(MANY, elements(read(HEAD + "  [" + "x, ".repeat(MANY) + "]")));
    assertEquals(1, read(HEAD + "  a: \"" + "x\n    ".repeat(MANY) + "\"\n").objects().size());
    assertEquals(1, read(HEAD + "  a: x\n" + "    x\n".repeat(MANY)).objects().size());
    assertEquals(1, read(HEAD + "  a: |\n" + "    x\n\n".repeat(MANY)).objects().size());
    assertEquals(1, read(HEAD + "  a: x\n" + "  # c\n".repeat(MANY)).objects().size());
    assertEquals(1, read(HEAD + "  a: '" + "\t".repeat(MANY) + "'\n").objects().size());
    assertEquals(1, read(HEAD + "  a: '\n" + "\tx\n".repeat(MANY) + "'\n").objects().size());
    assertEquals(1, read(HEAD + "  a: \"" + "x\u2028".repeat(MANY) + "x\"\n").objects().size());
    assertEquals(1, read(HEAD + "  a: [\n" + "\t\n".repeat(MANY) + "]\n").objects().size());
    assertEquals(1, read(HEAD + "  a: " + "x".repeat(5_000_000)).objects().size());
    assertEquals(1, read(HEAD + "  # " + "x".repeat(5_000_000)).objects().size());
    assertEquals(1, read(HEAD + " ".repeat(5_000_000) + "a: 1").objects().size());
    assertEquals(1, read("---\n".repeat(MANY) + HEAD).objects().size());
    assertEquals(1, read(HEAD + "  a: \"" + "😀".repeat(MANY) + "\"\n").objects().size());
  }

  private static String keys(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("  k").append(i).append(": v\n");
    }
    return text.toString();
  }

  private static int elements(Manifest manifest) {
    Node.Mapping root = manifest.objects().getFirst().root();
    return ((Node.Sequence) root.value(root.indexOf("spec"))).elements().size();
  }

  @Test
  void limitsOutOfRangeAreABug() {
    assertThrows(IllegalArgumentException.class, () -> depth(0));
    assertThrows(IllegalArgumentException.class, () -> depth(ReadLimits.DEEPEST + 1));
    assertThrows(IllegalArgumentException.class, () -> new ReadLimits(-1, 1, 1, 1, 1, 1));
  }
}
