package dev.taffrail.object;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.taffrail.source.SourceFile;
import org.junit.jupiter.api.Test;

/**
 * Random documents in random styles give the tree they were written from, at the places written.
 */
class GeneratedYamlTest {
  private static final int DOCUMENTS = 4_000;

  @Test
  void readsWhatWasWrittenWhereItWasWritten() {
    int astral = 0;
    int long20 = 0;
    for (long seed = 0; seed < DOCUMENTS; seed++) {
      var generated = new GeneratedYaml(seed);
      String text = generated.text();
      SameNodes.assertSame(generated.root(), read(text, seed), text);
      astral += text.length() == text.codePointCount(0, text.length()) ? 0 : 1;
      long20 += text.lines().count() > 20 ? 1 : 0;
    }
    assertTrue(astral > 1_000 && long20 > 200, "documents are varied: " + astral + " " + long20);
  }

  private static Node read(String text, long seed) {
    try {
      var part = new DocumentParts.Part(0, text.length());
      return YamlTree.read(SourceFile.of("generated", text), part, ReadLimits.DEFAULT)
          .root()
          .orElseThrow();
    } catch (UnreadableException mistake) {
      return fail(
          "seed " + seed + " at " + mistake.start() + ": " + mistake.message() + "\n" + text);
    }
  }
}
