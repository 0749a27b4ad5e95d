package dev.taffrail.tooling.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.taffrail.compiler.parse.SyntaxNode;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.source.SourceFile;
import java.util.Optional;
import java.util.Random;

/** What holds of every text that is formatted, and the same text written in other ways. */
public final class Reformatting {
  private Reformatting() {}

  /** The tree of a text; empty if it cannot be formatted at all. */
  public static Optional<SyntaxNode.Branch> read(String text) {
    return FormatterTest.tree(text);
  }

  /** Formatting keeps the tree and the comments, and formatting again changes nothing. */
  public static void keepsEverything(String text) {
    SyntaxNode.Branch before = tree(text, "of\n" + text);
    String once = Formatter.print(before);
    SyntaxNode.Branch after = tree(once, "of\n" + once);
    assertEquals(Pieces.of(before), Pieces.of(after), () -> "other pieces in\n" + once);
    assertEquals(
        FormatterTest.texts(text), FormatterTest.texts(once), () -> "other holes in\n" + once);
    assertEquals(Pieces.shape(before), Pieces.shape(after), () -> "another tree of\n" + once);
    assertEquals(once, Formatter.print(after), "formatted twice");
    assertFalse(once.lines().anyMatch(line -> line.isBlank() && !line.isEmpty()), once);
  }

  /** The same tokens with other white space between them, and maybe with comments. */
  public static String variant(SyntaxNode tree, Random random, boolean comments) {
    var out = new StringBuilder();
    for (SyntaxNode.Leaf leaf : Pieces.leaves(tree)) {
      leaf.leading().forEach(c -> out.append('\n').append(c.text()).append('\n'));
      out.append(leaf.text());
      leaf.trailing().forEach(c -> out.append(' ').append(c.text()).append('\n'));
      switch (random.nextInt(comments ? 14 : 8)) {
        case 0, 1 -> out.append('\n');
        case 2 -> out.append("\n\n\n   ");
        case 9 -> out.append(" // end of line\n");
        case 10 -> out.append(" /* between */");
        case 11 -> out.append("\n\n  // own line \n\n");
        case 12 -> out.append(" /* two\n lines */ ");
        default -> out.append(' ');
      }
    }
    return out.toString();
  }

  private static SyntaxNode.Branch tree(String text, String shown) {
    var mistakes = new DiagnosticCollector();
    return Formatter.read(SourceFile.of("test.rail", text), mistakes)
        .orElseThrow(() -> new AssertionError(mistakes.inSourceOrder() + shown));
  }
}
