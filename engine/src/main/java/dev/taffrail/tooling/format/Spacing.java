package dev.taffrail.tooling.format;

import dev.taffrail.compiler.parse.SyntaxNode;
import dev.taffrail.compiler.parse.SyntaxNode.Branch;
import dev.taffrail.compiler.parse.SyntaxNode.Leaf;
import java.util.Set;

/** Whether a space stands between two neighbours of a rule. */
final class Spacing {
  private static final Set<String> NONE_BEFORE =
      Set.of("COMMA", "RPAREN", "RBRACKET", "DOT", "BANG", "COLON", "QUESTION", "RANGE");
  private static final Set<String> NONE_BEHIND =
      Set.of("LPAREN", "LBRACKET", "DOT", "AT_SIGN", "ELLIPSIS", "RANGE");

  private Spacing() {}

  static Doc between(Branch parent, SyntaxNode left, SyntaxNode right) {
    return touch(parent, left, right) ? Doc.NOTHING : Doc.SPACE;
  }

  private static boolean touch(Branch parent, SyntaxNode left, SyntaxNode right) {
    String leftType = left instanceof Leaf leaf ? leaf.type() : "";
    String rightType = right instanceof Leaf leaf ? leaf.type() : "";
    if (NONE_BEFORE.contains(rightType) || NONE_BEHIND.contains(leftType)) {
      return true;
    }
    if (right instanceof Branch branch && branch.rule().equals("arguments")) {
      return true;
    }
    return switch (parent.rule()) {
      case "chain" -> !leftType.equals("WITH") && !rightType.equals("WITH");
      case "place", "placeStep", "qualifiedName" -> true;
      case "function", "externalFunction", "foreignFunction" -> rightType.equals("LPAREN");
      case "simpleType" ->
          leftType.equals("LESS") || rightType.equals("LESS") || rightType.equals("GREATER");
      case "operand" -> leftType.equals("MINUS") && parent.parts().get(0) == left;
      case "waiver" -> leftType.equals("SLASH") || rightType.equals("SLASH");
      default -> false;
    };
  }
}
