package dev.taffrail.tooling.format;

import dev.taffrail.compiler.parse.SyntaxNode;
import java.util.ArrayList;
import java.util.List;

/** What formatting may not change: tokens, comments and the tree, but for commas before an end. */
final class Pieces {
  private Pieces() {}

  /** Tokens and comments in the order of the file. */
  static List<String> of(String text) {
    var pieces = new ArrayList<String>();
    for (SyntaxNode.Leaf leaf : leaves(FormatterTest.tree(text).orElseThrow())) {
      leaf.leading().forEach(comment -> pieces.add(comment.text()));
      if (List.of("]", "}").contains(leaf.text())) {
        dropComma(pieces);
      }
      pieces.add(leaf.text());
      leaf.trailing().forEach(comment -> pieces.add(comment.text()));
    }
    return pieces;
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
  static String tree(String text) {
    return shape(FormatterTest.tree(text).orElseThrow()).replaceAll(",(?=[\\]}]|$)", "");
  }

  private static String shape(SyntaxNode node) {
    return switch (node) {
      case SyntaxNode.Leaf leaf -> leaf.text();
      case SyntaxNode.Branch branch -> {
        var parts = new StringBuilder(branch.rule()).append('(');
        branch.parts().forEach(part -> parts.append(shape(part)).append(' '));
        yield parts.append(')').toString().replaceAll(", (?=[\\]}] \\))", "");
      }
    };
  }

  static List<SyntaxNode.Leaf> leaves(SyntaxNode node) {
    return switch (node) {
      case SyntaxNode.Leaf leaf -> List.of(leaf);
      case SyntaxNode.Branch branch ->
          branch.parts().stream().flatMap(part -> leaves(part).stream()).toList();
    };
  }
}
