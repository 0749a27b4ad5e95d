package dev.taffrail.compiler.parse;

import java.util.List;

/**
 * The text of a file as a tree of its tokens, with everything that is written between them; the
 * syntax tree of {@code compiler.ast} has the meaning, this one the form.
 */
public sealed interface SyntaxNode {

  /** A rule of the grammar and what it consists of. */
  record Branch(String rule, List<SyntaxNode> parts) implements SyntaxNode {
    public Branch {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A token; texts with their quotes and holes are one.
   *
   * @param type the name of the token in the grammar; {@code TEXT} for texts
   * @param leading comments on lines of their own before it
   * @param blankBefore an empty line stands right before it
   * @param startsLine it is the first token of its line
   * @param trailing comments behind it on its line
   */
  record Leaf(
      String type,
      String text,
      List<Comment> leading,
      boolean blankBefore,
      boolean startsLine,
      List<Comment> trailing)
      implements SyntaxNode {
    public Leaf {
      leading = List.copyOf(leading);
      trailing = List.copyOf(trailing);
    }
  }

  /**
   * A comment.
   *
   * @param toLineEnd it ends with its line
   * @param blankBefore an empty line stands right before it
   */
  record Comment(String text, boolean toLineEnd, boolean blankBefore) {}
}
