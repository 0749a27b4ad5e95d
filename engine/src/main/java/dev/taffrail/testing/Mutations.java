package dev.taffrail.testing;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.ast.Statement;
import dev.taffrail.source.Span;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every small change to a policy file that makes it say something else.
 *
 * <p>The tree is walked by its record components, so that no kind of node can be forgotten.
 * Messages, metadata and places of findings are left alone: they do not decide anything.
 */
public final class Mutations {
  private final List<Mutant> mutants = new ArrayList<>();

  private Mutations() {}

  /** The changes of a file, in the order of their places; tests are left alone. */
  public static List<Mutant> of(PolicyFile file) {
    return file.declarations().stream().flatMap(d -> of(d).stream()).toList();
  }

  /** The changes of one declaration; none of a test. */
  static List<Mutant> of(Declaration declaration) {
    var mutations = new Mutations();
    if (!(declaration instanceof Declaration.Test)) {
      mutations.walk(declaration);
    }
    return List.copyOf(mutations.mutants);
  }

  private void walk(Object node) {
    switch (node) {
      case Declaration.Metadata metadata -> {}
      case Statement.Check check -> check(check);
      case Record tree -> {
        mutate(tree);
        components(tree).forEach(this::walk);
      }
      case List<?> nodes -> nodes.forEach(this::walk);
      case Optional<?> optional -> optional.ifPresent(this::walk);
      default -> {}
    }
  }

  private void check(Statement.Check check) {
    add(check.span(), "", "drop the check");
    add(
        check.keywordSpan(),
        check.require() ? "forbid" : "require",
        check.require() ? "forbid instead of require" : "require instead of forbid");
    walk(check.condition());
  }

  private void mutate(Record node) {
    switch (node) {
      case Declaration.Prelude.When when -> add(when.span(), "", "drop the condition");
      case Declaration.Parameter parameter -> parameter.defaultValue().ifPresent(this::dropDefault);
      case Statement.ForEach loop -> {
        add(loop.span(), "", "drop the loop");
        loop.where().ifPresent(where -> add(where.span(), "true", "take every element"));
      }
      case Statement.If choice -> bothWays(choice.condition());
      case Statement.IfLet choice -> add(choice.span(), "", "drop both branches");
      case Expr expression -> expression(expression);
      default -> {}
    }
  }

  private void expression(Expr expression) {
    switch (expression) {
      case Expr.Must must -> add(must.span(), must.operand().span().text(), "drop `!`");
      case Expr.Not not -> add(not.span(), not.operand().span().text(), "drop `not`");
      case Expr.Is test -> presence(test);
      case Expr.Binary binary -> operator(binary);
      case Expr.ListLiteral list -> elements(list);
      case Expr.Comprehension quantified ->
          quantified.where().ifPresent(where -> add(where.span(), "true", "take every element"));
      case Expr.If choice -> bothWays(choice.condition());
      case Expr.Tagged tagged when tagged.tag().text().equals("semver") -> version(tagged);
      case Expr.StringLiteral text -> text(text);
      default -> {}
    }
  }

  private void presence(Expr.Is test) {
    String operand = test.operand().span().text();
    switch (test.test()) {
      case Expr.Test.Presence presence ->
          add(
              test.span(),
              operand + (presence.set() ? " is unset" : " is set"),
              "the opposite presence");
      case Expr.Test.Emptiness emptiness ->
          add(
              test.span(),
              operand + (emptiness.empty() ? " is not empty" : " is empty"),
              "the opposite of empty");
      case Expr.Test.OfType type -> {}
    }
  }

  private void operator(Expr.Binary binary) {
    String left = binary.left().span().text();
    String right = binary.right().span().text();
    switch (binary.operator()) {
      case COALESCE -> {
        add(binary.span(), left, "drop `?? " + right + "`");
        add(binary.span(), right, "take the default always");
      }
      case AND, OR, IMPLIES -> {
        add(binary.span(), left, "left side only");
        add(binary.span(), right, "right side only");
        String other = binary.operator().symbol().equals("and") ? "or" : "and";
        add(binary.operatorSpan(), other, other + " instead");
      }
      case EQUAL -> add(binary.operatorSpan(), "!=", "!= instead");
      case NOT_EQUAL -> add(binary.operatorSpan(), "==", "== instead");
      case IN -> add(binary.operatorSpan(), "not in", "not in instead");
      case NOT_IN -> add(binary.operatorSpan(), "in", "in instead");
      case MATCHES -> add(binary.operatorSpan(), "not matches", "not matches instead");
      case NOT_MATCHES -> add(binary.operatorSpan(), "matches", "matches instead");
      case LESS -> replaceOperator(binary, "<=", ">");
      case LESS_OR_EQUAL -> replaceOperator(binary, "<", ">");
      case GREATER -> replaceOperator(binary, ">=", "<");
      case GREATER_OR_EQUAL -> replaceOperator(binary, ">", "<");
      case STARTS_WITH -> replaceOperator(binary, "endsWith", "==", "contains");
      case ENDS_WITH -> replaceOperator(binary, "startsWith", "==", "contains");
      case CONTAINS -> replaceOperator(binary, "startsWith", "==");
      case RANGE, PLUS, MINUS, TIMES, DIVIDE, REMAINDER -> {}
    }
  }

  private void replaceOperator(Expr.Binary binary, String... others) {
    for (String other : others) {
      add(binary.operatorSpan(), other, other + " instead");
    }
  }

  private void elements(Expr.ListLiteral list) {
    for (int i = 0; i < list.elements().size(); i++) {
      var others = new ArrayList<>(list.elements());
      String dropped = others.remove(i).span().text();
      String text = String.join(", ", others.stream().map(e -> e.span().text()).toList());
      add(list.span(), "[" + text + "]", "drop " + dropped);
    }
  }

  /** A threshold that is one version off. */
  private void version(Expr.Tagged tagged) {
    String[] parts = tagged.body().split("\\.", -1);
    int minor = Integer.parseInt(parts[1]);
    add(tagged.bodySpan(), parts[0] + "." + (minor + 1) + "." + parts[2], "a version later");
    if (minor > 0) {
      add(tagged.bodySpan(), parts[0] + "." + (minor - 1) + "." + parts[2], "a version earlier");
    }
  }

  private void text(Expr.StringLiteral text) {
    if (text.plainText().isPresent()) {
      add(text.span(), "\"" + text.plainText().get() + "~\"", "another text");
    }
  }

  private void bothWays(Expr condition) {
    add(condition.span(), "true", "the first branch always");
    add(condition.span(), "false", "the second branch always");
  }

  private void dropDefault(Expr value) {
    Span before = value.span();
    int equals = before.source().text().lastIndexOf('=', before.start());
    add(before.source().span(equals, before.end()), "", "drop the default");
  }

  private void add(Span place, String replacement, String what) {
    mutants.add(new Mutant(place, replacement, what));
  }

  private static List<Object> components(Record node) {
    var values = new ArrayList<Object>();
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      try {
        values.add(component.getAccessor().invoke(node));
      } catch (IllegalAccessException | InvocationTargetException problem) {
        throw new IllegalStateException(problem);
      }
    }
    return values;
  }
}
