package dev.taffrail.tooling.format;

import dev.taffrail.compiler.parse.SyntaxNode;
import dev.taffrail.compiler.parse.SyntaxNode.Branch;
import dev.taffrail.compiler.parse.SyntaxNode.Leaf;
import java.util.List;
import java.util.Set;

/** Questions about the tree of a file. */
final class Nodes {
  private static final Set<String> DELIMITED =
      Set.of("list", "record", "comprehension", "matchExpr");

  private Nodes() {}

  static boolean is(SyntaxNode node, String type) {
    return node instanceof Leaf leaf && leaf.type().equals(type);
  }

  static boolean isRule(SyntaxNode node, String rule) {
    return node instanceof Branch branch && branch.rule().equals(rule);
  }

  static Leaf first(SyntaxNode node) {
    return switch (node) {
      case Leaf leaf -> leaf;
      case Branch branch -> first(branch.parts().get(0));
    };
  }

  static boolean startsLine(SyntaxNode node) {
    return first(node).startsLine();
  }

  static int indexOf(List<SyntaxNode> parts, String type) {
    for (int i = 0; i < parts.size(); i++) {
      if (is(parts.get(i), type)) {
        return i;
      }
    }
    return -1;
  }

  /** Past the rules that only lead from one level of precedence to the next. */
  static SyntaxNode core(SyntaxNode node) {
    return node instanceof Branch branch && branch.parts().size() == 1
        ? core(branch.parts().get(0))
        : node;
  }

  /** An expression that can begin on a line and have its own lines in brackets. */
  static boolean hugs(SyntaxNode expression) {
    return switch (core(expression)) {
      case Leaf leaf -> true;
      case Branch branch -> DELIMITED.contains(branch.rule()) || endsWithBrackets(branch);
    };
  }

  private static boolean endsWithBrackets(Branch branch) {
    SyntaxNode last = branch.parts().get(branch.parts().size() - 1);
    return (branch.rule().equals("chain") || branch.rule().equals("primary"))
        && (isRule(last, "arguments") || isRule(last, "record"));
  }

  /** A token without what belongs between brackets and before their end. */
  static Leaf bare(Leaf closer) {
    return new Leaf(
        closer.type(), closer.text(), List.of(), false, closer.startsLine(), closer.trailing());
  }

  static boolean hasComments(SyntaxNode node) {
    return switch (node) {
      case Leaf leaf -> !leaf.leading().isEmpty() || !leaf.trailing().isEmpty();
      case Branch branch -> branch.parts().stream().anyMatch(Nodes::hasComments);
    };
  }
}
