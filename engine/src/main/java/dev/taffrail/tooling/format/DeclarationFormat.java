package dev.taffrail.tooling.format;

import dev.taffrail.compiler.parse.SyntaxNode;
import dev.taffrail.compiler.parse.SyntaxNode.Branch;
import dev.taffrail.compiler.parse.SyntaxNode.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How declarations and statements are written. */
final class DeclarationFormat {
  /** Declarations that have an empty line on both sides. */
  private static final Set<String> SET_APART = Set.of("policy", "extension", "test", "enforcement");

  private final ExpressionFormat expressions = new ExpressionFormat();

  Doc file(Branch file) {
    var docs = new ArrayList<Doc>();
    List<SyntaxNode> parts = file.parts();
    for (int i = 0; i < parts.size(); i++) {
      if (Nodes.is(parts.get(i), "EOF")) {
        docs.add(new Doc.Comments(((Leaf) parts.get(i)).leading()));
        continue;
      }
      if (i > 0) {
        docs.add(isSetApart(parts.get(i - 1), parts.get(i)) ? Doc.BLANK : Doc.HARD);
      }
      docs.add(format(parts.get(i)));
    }
    return new Doc.Concat(docs);
  }

  private static boolean isSetApart(SyntaxNode before, SyntaxNode behind) {
    return isSetApart(before) || isSetApart(behind) || isHeader(before) && !isHeader(behind);
  }

  private static boolean isHeader(SyntaxNode topLevel) {
    return Nodes.isRule(((Branch) topLevel).parts().getLast(), "header");
  }

  private static boolean isSetApart(SyntaxNode topLevel) {
    List<SyntaxNode> parts = ((Branch) topLevel).parts();
    SyntaxNode declaration = parts.get(parts.size() - 1);
    return declaration instanceof Branch branch
        && branch.parts().get(0) instanceof Branch kind
        && (SET_APART.contains(kind.rule())
            || kind.rule().equals("function") && Nodes.indexOf(kind.parts(), "LBRACE") >= 0);
  }

  private Doc format(SyntaxNode node) {
    return node instanceof Branch branch ? branch(branch) : expressions.format(node);
  }

  private Doc branch(Branch branch) {
    List<SyntaxNode> parts = branch.parts();
    return switch (branch.rule()) {
      case "topLevel", "item", "ruleItem", "statement", "declaration" -> lines(parts);
      case "policy", "namedRule", "extension", "enforcement", "test" -> withBody(branch);
      case "testStatement" -> row(branch);
      case "block" -> block(parts, false);
      case "forEach" -> forEach(branch);
      case "ifStatement" -> choice(branch, false);
      case "check" -> check(branch);
      case "let", "member", "typeAlias", "parameter", "fieldType" -> assignment(branch, 0);
      case "function" -> function(branch);
      case "enumeration" -> enumeration(branch);
      case "index" -> expressions.rowWithLines(branch, 0, parts.size(), List.of("WHERE", "BY"));
      case "waiver" ->
          expressions.rowWithLines(branch, 0, parts.size(), List.of("UNTIL", "REASON", "option"));
      case "externalFunction", "foreignFunction" ->
          expressions.rowWithLines(branch, 0, parts.size(), List.of("FROM", "option"));
      default -> expressions.format(branch);
    };
  }

  /** Annotations and what they stand before, each on a line. */
  private Doc lines(List<SyntaxNode> parts) {
    var docs = new ArrayList<Doc>();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        docs.add(Doc.HARD);
      }
      docs.add(format(parts.get(i)));
    }
    return new Doc.Concat(docs);
  }

  private Doc row(Branch branch) {
    return new Doc.Concat(row(branch, 0, branch.parts().size()));
  }

  private List<Doc> row(Branch branch, int from, int to) {
    var docs = new ArrayList<Doc>();
    for (int i = from; i < to; i++) {
      if (i > from) {
        docs.add(Spacing.between(branch, branch.parts().get(i - 1), branch.parts().get(i)));
      }
      docs.add(format(branch.parts().get(i)));
    }
    return docs;
  }

  private Doc withBody(Branch branch) {
    int open = Nodes.indexOf(branch.parts(), "LBRACE");
    return Doc.concat(
        new Doc.Concat(row(branch, 0, open)),
        Doc.SPACE,
        body(branch.parts().subList(open, branch.parts().size()), true));
  }

  private Doc block(List<SyntaxNode> parts, boolean ofChoice) {
    boolean oneLine = parts.size() == 3 && !Nodes.startsLine(parts.get(1)) && !ofChoice;
    return body(parts, !oneLine);
  }

  /** Where there is an {@code else}, no branch hides on a line of the others. */
  private Doc choice(Branch branch, boolean behindElse) {
    boolean both = Nodes.indexOf(branch.parts(), "ELSE") >= 0 || behindElse;
    var docs = new ArrayList<Doc>();
    List<SyntaxNode> parts = branch.parts();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        docs.add(Spacing.between(branch, parts.get(i - 1), parts.get(i)));
      }
      docs.add(
          both && parts.get(i) instanceof Branch inner
              ? branchOfChoice(inner)
              : format(parts.get(i)));
    }
    return new Doc.Concat(docs);
  }

  private Doc branchOfChoice(Branch part) {
    return switch (part.rule()) {
      case "block" -> block(part.parts(), true);
      case "ifStatement" -> choice(part, true);
      default -> format(part);
    };
  }

  /** Statements between braces, each on a line; a single one may stay on the line of the braces. */
  private Doc body(List<SyntaxNode> parts, boolean broken) {
    var open = new Doc.Token((Leaf) parts.get(0));
    var closer = (Leaf) parts.get(parts.size() - 1);
    var close = new Doc.Token(Nodes.bare(closer));
    if (parts.size() == 2) {
      return closer.leading().isEmpty()
          ? Doc.concat(open, close)
          : Doc.concat(open, Doc.nest(new Doc.Comments(closer.leading())), Doc.HARD, close);
    }
    Doc line = broken ? Doc.HARD : Doc.LINE;
    var inner = new ArrayList<Doc>();
    for (SyntaxNode part : parts.subList(1, parts.size() - 1)) {
      inner.add(line);
      inner.add(format(part));
    }
    inner.add(new Doc.Comments(closer.leading()));
    return Doc.group(open, Doc.nest(new Doc.Concat(inner)), line, close);
  }

  private Doc forEach(Branch branch) {
    int last = branch.parts().size() - 1;
    return Doc.concat(
        expressions.rowWithLines(branch, 0, last, List.of("WHERE")),
        Doc.SPACE,
        format(branch.parts().get(last)));
  }

  /** What belongs to a check stands behind it or on lines of its own, as it was written. */
  private Doc check(Branch branch) {
    var tails = new ArrayList<Doc>();
    for (SyntaxNode tail : branch.parts().subList(2, branch.parts().size())) {
      tails.add(Doc.concat(Nodes.startsLine(tail) ? Doc.HARD : Doc.LINE, format(tail)));
    }
    SyntaxNode condition = branch.parts().get(1);
    Doc written = format(condition);
    return Doc.group(
        new Doc.Concat(row(branch, 0, 1)),
        Doc.SPACE,
        Nodes.isRule(Nodes.core(condition), "comprehension") ? written : Doc.nest(written),
        Doc.nest(new Doc.Concat(tails)));
  }

  /** {@code name: type = value where condition}, from some part on. */
  private Doc assignment(Branch branch, int from) {
    List<SyntaxNode> parts = branch.parts();
    int equal = Nodes.indexOf(parts, "ASSIGN");
    int where = Nodes.indexOf(parts, "WHERE");
    int end = where < 0 ? parts.size() : where;
    var docs = new ArrayList<Doc>();
    if (equal < 0) {
      docs.addAll(row(branch, from, end));
    } else {
      docs.addAll(row(branch, from, equal + 1));
      docs.add(value(parts.get(equal + 1)));
    }
    if (where >= 0) {
      docs.add(Doc.group(Doc.nest(Doc.LINE, new Doc.Concat(row(branch, where, parts.size())))));
    }
    return new Doc.Concat(docs);
  }

  private Doc value(SyntaxNode expression) {
    return Nodes.hugs(expression) || Nodes.isRule(expression, "type")
        ? Doc.concat(Doc.SPACE, format(expression))
        : Doc.group(Doc.nest(Doc.LINE, format(expression)));
  }

  private Doc function(Branch branch) {
    List<SyntaxNode> parts = branch.parts();
    int open = Nodes.indexOf(parts, "LPAREN");
    int close = Nodes.indexOf(parts, "RPAREN");
    int body = Nodes.indexOf(parts, "LBRACE");
    var docs = new ArrayList<Doc>(row(branch, 0, open));
    var parameters = new ArrayList<SyntaxNode>();
    parameters.add(parts.get(open));
    if (close > open + 1) {
      parameters.addAll(((Branch) parts.get(open + 1)).parts());
    }
    parameters.add(parts.get(close));
    docs.add(expressions.delimited(parameters, Doc.SOFT, false));
    docs.add(Doc.SPACE);
    if (body < 0) {
      docs.add(assignment(branch, close + 1));
    } else {
      docs.addAll(row(branch, close + 1, body));
      docs.add(Doc.SPACE);
      docs.add(returning(branch, body));
    }
    return new Doc.Concat(docs);
  }

  private Doc returning(Branch function, int open) {
    List<SyntaxNode> parts = function.parts();
    int result = Nodes.indexOf(parts, "RETURN");
    var inner = new ArrayList<Doc>();
    for (SyntaxNode let : parts.subList(open + 1, result)) {
      inner.add(Doc.HARD);
      inner.add(format(let));
    }
    inner.add(Doc.HARD);
    inner.add(format(parts.get(result)));
    inner.add(value(parts.get(result + 1)));
    var closer = (Leaf) parts.get(parts.size() - 1);
    inner.add(new Doc.Comments(closer.leading()));
    return Doc.concat(
        format(parts.get(open)),
        Doc.nest(new Doc.Concat(inner)),
        Doc.HARD,
        new Doc.Token(Nodes.bare(closer)));
  }

  private Doc enumeration(Branch branch) {
    int open = Nodes.indexOf(branch.parts(), "LBRACE");
    return Doc.concat(
        new Doc.Concat(row(branch, 0, open)),
        Doc.SPACE,
        expressions.delimited(branch.parts().subList(open, branch.parts().size()), Doc.LINE, true));
  }
}
