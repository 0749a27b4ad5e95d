package dev.taffrail.tooling.format;

import dev.taffrail.compiler.parse.SyntaxNode;
import java.util.Arrays;
import java.util.List;

/** Text that can be laid out on one line or on several. */
sealed interface Doc {
  /** A token with its comments. */
  record Token(SyntaxNode.Leaf leaf) implements Doc {}

  /** Comments without a token behind them, on lines of their own. */
  record Comments(List<SyntaxNode.Comment> comments) implements Doc {}

  /** A space, unless the line ends here. */
  record Space() implements Doc {}

  /**
   * A place where a line may end.
   *
   * @param hard it always does
   * @param blank with an empty line behind it
   * @param flat what stands there if the line goes on: a space, or nothing
   */
  record Line(boolean hard, boolean blank, boolean flat) implements Doc {}

  /** Lines that begin in it are indented further. */
  record Nest(int by, Doc inner) implements Doc {}

  /** On one line if it fits and nothing in it needs more; else all its lines end. */
  record Group(Doc inner, boolean broken) implements Doc {}

  record Concat(List<Doc> parts) implements Doc {
    public Concat {
      parts = List.copyOf(parts);
    }
  }

  Doc NOTHING = new Concat(List.of());
  Doc SPACE = new Space();
  Doc LINE = new Line(false, false, true);
  Doc SOFT = new Line(false, false, false);
  Doc HARD = new Line(true, false, false);
  Doc BLANK = new Line(true, true, false);

  static Doc concat(Doc... parts) {
    return new Concat(Arrays.asList(parts));
  }

  static Doc nest(Doc... parts) {
    return new Nest(Layout.INDENT, concat(parts));
  }

  /** A group; broken from the start if something in it cannot be on one line. */
  static Doc group(Doc... parts) {
    Doc inner = concat(parts);
    return new Group(inner, Breaks.needsLines(inner));
  }

  static Doc broken(Doc... parts) {
    return new Group(concat(parts), true);
  }
}
