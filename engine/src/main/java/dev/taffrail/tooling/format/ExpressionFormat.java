package dev.taffrail.tooling.format;

import dev.taffrail.compiler.parse.SyntaxNode;
import dev.taffrail.compiler.parse.SyntaxNode.Branch;
import dev.taffrail.compiler.parse.SyntaxNode.Leaf;
import java.util.ArrayList;
import java.util.List;

/** How expressions and types are written. */
final class ExpressionFormat {
  private final Brackets brackets = new Brackets(this::format);

  Doc format(SyntaxNode node) {
    return switch (node) {
      case Leaf leaf -> new Doc.Token(leaf);
      case Branch branch -> branch(branch);
    };
  }

  private Doc branch(Branch branch) {
    List<SyntaxNode> parts = branch.parts();
    return switch (branch.rule()) {
      case "list" -> brackets.delimited(parts, Doc.SOFT, true);
      case "arguments" -> brackets.delimited(parts, Doc.SOFT, false);
      case "record" -> brackets.delimited(parts, Doc.LINE, true);
      case "simpleType" ->
          Nodes.is(parts.get(0), "LBRACE")
              ? brackets.delimited(parts, Doc.LINE, true)
              : sequence(branch);
      case "type" -> separated(parts, "PIPE");
      case "logic", "operand" -> operators(branch);
      case "expr" -> expression(branch);
      case "comprehension" -> comprehension(branch);
      case "matchExpr" -> match(branch);
      default -> sequence(branch);
    };
  }

  /** Parts in a row, with the usual spaces. */
  Doc sequence(Branch branch) {
    return new Doc.Concat(row(branch, 0, branch.parts().size()));
  }

  /** Some parts of a rule in a row. */
  List<Doc> row(Branch branch, int from, int to) {
    var docs = new ArrayList<Doc>();
    for (int i = from; i < to; i++) {
      if (i > from) {
        docs.add(Spacing.between(branch, branch.parts().get(i - 1), branch.parts().get(i)));
      }
      docs.add(format(branch.parts().get(i)));
    }
    return docs;
  }

  /** Parts in a row where lines may end before some tokens and rules. */
  Doc rowWithLines(Branch branch, int from, int to, List<String> lineBefore) {
    var docs = new ArrayList<Doc>();
    for (int i = from; i < to; i++) {
      SyntaxNode part = branch.parts().get(i);
      if (i > from) {
        boolean line =
            lineBefore.stream().anyMatch(name -> Nodes.is(part, name) || Nodes.isRule(part, name));
        docs.add(line ? Doc.LINE : Spacing.between(branch, branch.parts().get(i - 1), part));
      }
      docs.add(format(part));
    }
    return Doc.group(Doc.nest(Doc.nest(new Doc.Concat(docs))));
  }

  private Doc separated(List<SyntaxNode> parts, String separator) {
    if (parts.size() == 1) {
      return format(parts.get(0));
    }
    var docs = new ArrayList<Doc>();
    for (SyntaxNode part : parts) {
      if (Nodes.is(part, separator)) {
        docs.add(Doc.LINE);
        docs.add(format(part));
        docs.add(Doc.SPACE);
      } else {
        docs.add(format(part));
      }
    }
    return Doc.group(Doc.nest(new Doc.Concat(docs)));
  }

  /** A chain of one operator: a line may end before each. */
  private Doc operators(Branch branch) {
    List<SyntaxNode> parts = branch.parts();
    if (parts.size() != 3) {
      return sequence(branch);
    }
    var docs = new ArrayList<Doc>();
    chain(branch, ((Leaf) parts.get(1)).type(), docs);
    return Doc.group(docs.get(0), Doc.nest(new Doc.Concat(docs.subList(1, docs.size()))));
  }

  private void chain(Branch branch, String operator, List<Doc> docs) {
    SyntaxNode left = branch.parts().get(0);
    boolean goesOn =
        left instanceof Branch inner
            && inner.rule().equals(branch.rule())
            && inner.parts().size() == 3
            && Nodes.is(inner.parts().get(1), operator);
    if (goesOn) {
      chain((Branch) left, operator, docs);
    } else {
      docs.add(format(left));
    }
    docs.add(Doc.LINE);
    docs.add(format(branch.parts().get(1)));
    docs.add(Doc.SPACE);
    docs.add(format(branch.parts().get(2)));
  }

  private Doc expression(Branch branch) {
    List<SyntaxNode> parts = branch.parts();
    if (Nodes.is(parts.get(0), "IF")) {
      return Doc.group(
          new Doc.Concat(row(branch, 0, 2)),
          Doc.nest(
              Doc.LINE,
              new Doc.Concat(row(branch, 2, 4)),
              Doc.LINE,
              new Doc.Concat(row(branch, 4, 6))));
    }
    if (parts.size() == 3) {
      return Doc.group(format(parts.get(0)), Doc.nest(Doc.LINE, new Doc.Concat(row(branch, 1, 3))));
    }
    return sequence(branch);
  }

  private Doc comprehension(Branch branch) {
    List<SyntaxNode> parts = branch.parts();
    int open = Nodes.indexOf(parts, "LBRACE");
    return Doc.concat(
        rowWithLines(branch, 0, open, List.of("WHERE")),
        Doc.SPACE,
        braces(
            parts.get(open),
            new Doc.Concat(row(branch, open + 1, parts.size() - 1)),
            (Leaf) parts.get(parts.size() - 1)));
  }

  private Doc braces(SyntaxNode open, Doc content, Leaf close) {
    return Doc.group(
        format(open),
        Doc.nest(Doc.LINE, content, new Doc.Comments(close.leading())),
        Doc.LINE,
        new Doc.Token(Nodes.bare(close)));
  }

  private Doc match(Branch branch) {
    int open = Nodes.indexOf(branch.parts(), "LBRACE");
    return Doc.concat(
        new Doc.Concat(row(branch, 0, open)),
        Doc.SPACE,
        brackets.delimited(branch.parts().subList(open, branch.parts().size()), Doc.LINE, true));
  }

  Doc delimited(List<SyntaxNode> parts, Doc padding, boolean keepsLines) {
    return brackets.delimited(parts, padding, keepsLines);
  }
}
