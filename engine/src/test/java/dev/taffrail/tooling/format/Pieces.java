package dev.taffrail.tooling.format;

import dev.taffrail.compiler.parse.SyntaxNode;
import java.util.ArrayList;
import java.util.List;

/** What formatting may not change: tokens, comments and the tree, but for commas before an end. */
final class Pieces {
  private Pieces() {}

  /** Tokens and comments in the order of the file. */
  static List<String> of(SyntaxNode tree) {
    var pieces = new ArrayList<String>();
    for (SyntaxNode.Leaf leaf : leaves(tree)) {
      leaf.leading().forEach(comment -> pieces.add(comment.text()));
      if (isEnd(leaf.text())) {
        dropComma(pieces);
      }
      pieces.add(leaf.text());
      leaf.trailing().forEach(comment -> pieces.add(comment.text()));
    }
    return pieces;
  }

  private static boolean isEnd(String token) {
    return token.equals("]") || token.equals("}");
  }

  private static void dropComma(List<String> pieces) {
    for (int i = pieces.size() - 1; i >= 0; i--) {
      String piece = pieces.get(i);
      if (piece.equals(",")) {
        pieces.remove(i);
        return;
      }
      if (!piece.startsWith("//") && !piece.startsWith("/*")) {
        return;
      }
    }
  }

  /** The shape of the tree with its tokens. */
  static String shape(SyntaxNode tree) {
    var shape = new StringBuilder();
    write(tree, shape);
    return shape.toString().replaceAll(",(?=[\\]}]|$)", "");
  }

  private static void write(SyntaxNode node, StringBuilder shape) {
    switch (node) {
      case SyntaxNode.Leaf leaf -> shape.append(leaf.text());
      case SyntaxNode.Branch branch -> {
        shape.append(branch.rule()).append('(');
        for (SyntaxNode part : branch.parts()) {
          if (endsWithComma(shape) && part instanceof SyntaxNode.Leaf leaf && isEnd(leaf.text())) {
            shape.setLength(shape.length() - 2);
          }
          write(part, shape);
          shape.append(' ');
        }
        shape.append(')');
      }
    }
  }

  private static boolean endsWithComma(StringBuilder shape) {
    int length = shape.length();
    return length > 1 && shape.charAt(length - 2) == ',' && shape.charAt(length - 1) == ' ';
  }

  static List<SyntaxNode.Leaf> leaves(SyntaxNode tree) {
    var leaves = new ArrayList<SyntaxNode.Leaf>();
    collect(tree, leaves);
    return leaves;
  }

  private static void collect(SyntaxNode node, List<SyntaxNode.Leaf> leaves) {
    switch (node) {
      case SyntaxNode.Leaf leaf -> leaves.add(leaf);
      case SyntaxNode.Branch branch -> branch.parts().forEach(part -> collect(part, leaves));
    }
  }
}
