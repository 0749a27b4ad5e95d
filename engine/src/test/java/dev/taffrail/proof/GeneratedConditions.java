package dev.taffrail.proof;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random conditions: an operator that fits the type of what it is about. */
final class GeneratedConditions {
  private static final String ALWAYS = "1 < 2";

  private final Chance chance;
  private final Literals literals;
  private final GeneratedTerms terms;
  private final List<Function> functions = new ArrayList<>();

  /** A condition about a value of a type. */
  record Function(String name, Type parameter) {}

  GeneratedConditions(Chance chance, Literals literals, GeneratedTerms terms) {
    this.chance = chance;
    this.literals = literals;
    this.terms = terms;
  }

  /** From now on conditions may call it. */
  void declare(Function function) {
    functions.add(function);
  }

  String condition(Scope scope, int depth) {
    if (depth > 0 && chance.percent(35)) {
      String left = condition(scope, depth - 1);
      String right = condition(scope, depth - 1);
      return switch (chance.below(6)) {
        case 0 -> "(%s and %s)".formatted(left, right);
        case 1 -> "(%s or %s)".formatted(left, right);
        case 2 -> "(%s implies %s)".formatted(left, right);
        case 3 -> "(not (%s))".formatted(left);
        case 4 -> "(if %s then %s else %s)".formatted(left, right, condition(scope, depth - 1));
        default -> "((%s) == (%s))".formatted(left, right);
      };
    }
    return "(" + about(terms.path(scope), scope, depth) + ")";
  }

  private String about(Term term, Scope scope, int depth) {
    if (term.type().isOptional()) {
      Term known = new Term(term.text(), term.type().bare());
      return switch (chance.below(6)) {
        case 0 -> term.text() + chance.pick(" is set", " is unset");
        case 1 -> "%s is set and (%s)".formatted(term.text(), known(known, scope, depth));
        case 2 -> "%s is unset or (%s)".formatted(term.text(), known(known, scope, depth));
        case 3 -> "%s is set implies (%s)".formatted(term.text(), known(known, scope, depth));
        default ->
            terms
                .answered(term, scope)
                .map(answered -> known(answered, scope, depth))
                .orElse(term.text() + " is set");
      };
    }
    return known(term, scope, depth);
  }

  private String known(Term term, Scope scope, int depth) {
    // A function may hold a `!`, which not every place takes.
    for (Function function : scope.demands() ? functions : List.<Function>of()) {
      if (function.parameter().equals(term.type()) && chance.oneIn(2)) {
        return "%s(%s)".formatted(function.name(), term.text());
      }
    }
    if (depth > 0 && chance.oneIn(4)) {
      Optional<Term> member = Members.of(term, chance, literals);
      if (member.isPresent()) {
        return about(member.get(), scope, depth - 1);
      }
    }
    return switch (term.type()) {
      case Type.ListOf list -> collection(term, list.element(), scope, depth);
      case Type.SetOf set -> collection(term, set.element(), scope, depth);
      case Type.MapOf map -> map(term, map, scope, depth);
      case Type.TextEnum text -> choice(term, text);
      case ObjectType record ->
          depth > 0 && !chance.oneIn(8)
              ? about(terms.path(scope.with(term)), scope, depth - 1)
              : same(term, scope);
      case Scalar scalar -> scalar(term, scalar);
      default -> itself(term);
    };
  }

  /** Another record of the type, if one has a name here. */
  private String same(Term term, Scope scope) {
    var others = scope.names().stream().filter(n -> n.type().equals(term.type())).toList();
    return "%s %s %s"
        .formatted(
            term.text(),
            chance.pick("==", "!="),
            others.isEmpty() ? term.text() : chance.pick(others).text());
  }

  private static String itself(Term term) {
    return "%s == %s".formatted(term.text(), term.text());
  }

  private String choice(Term term, Type.TextEnum type) {
    return chance.oneIn(3)
        ? "match %s { \"%s\" => true, _ => false }".formatted(term.text(), type.values().getFirst())
        : text(term, type);
  }

  private String scalar(Term term, Scalar type) {
    return switch (type) {
      case BOOL -> chance.oneIn(2) ? term.text() : term.text() + " == " + literal(type);
      case INT, DECIMAL, QUANTITY, DURATION, INSTANT, DATE, PERCENT, SEMVER, PORT ->
          type == Scalar.INT && chance.oneIn(8)
              ? "(match %s { 1 | 3 => true, 80 => 1 > 2, _ => false })".formatted(term.text())
              : ordered(term, type);
      case STRING, DIGEST, CAPABILITY, LABEL_KEY, UNIX_PATH, URL -> text(term, type);
      case IMAGE_REF ->
          chance.oneIn(2)
              ? term.text() + " matches " + literal(Scalar.GLOB)
              : term.text() + " == " + literal(type);
      case JSON -> json(term);
      case BYTES -> term.text() + " is empty";
      case IP, CIDR -> term.text() + " == " + literal(type);
      default -> itself(term);
    };
  }

  private String json(Term term) {
    return switch (chance.below(3)) {
      case 0 -> term.text() + " is String";
      case 1 -> "(%s as? Int ?? 3) > 2".formatted(term.text());
      default -> "(%s as String) == \"a\"".formatted(term.text());
    };
  }

  private String ordered(Term term, Scalar type) {
    String left = chance.oneIn(3) ? computed(term, type) : term.text();
    if (chance.oneIn(6)) {
      String bound = literal(type);
      return "%s in %s..%s".formatted(left, bound, chance.oneIn(2) ? bound : literal(type));
    }
    String operator = chance.pick("<", "<=", ">", ">=", "==", "!=");
    return "%s %s %s".formatted(left, operator, literal(type));
  }

  /** Arithmetic that leaves the type as it is, with right sides that can fail. */
  private String computed(Term term, Scalar type) {
    return switch (type) {
      case INT, DECIMAL ->
          "(%s %s %s)".formatted(term.text(), chance.pick("+", "-", "*", "%"), literal(type));
      case QUANTITY ->
          chance.oneIn(2)
              ? "(%s %s %s)".formatted(term.text(), chance.pick("+", "-"), literal(type))
              : "(%s %s %s)".formatted(term.text(), chance.pick("*", "/"), literal(Scalar.INT));
      case DURATION -> "(%s + %s)".formatted(term.text(), literal(type));
      default -> term.text();
    };
  }

  private String text(Term term, Type type) {
    return switch (chance.below(9)) {
      case 0 -> term.text() + " startsWith " + literals.text();
      case 1 -> term.text() + " endsWith " + literals.text();
      case 2 -> term.text() + " contains " + literals.text();
      case 3 -> term.text() + chance.pick(" matches ", " not matches ") + literal(Scalar.REGEX);
      case 4 -> term.text() + " matches " + literal(Scalar.GLOB);
      case 5 -> term.text() + chance.pick(" is empty", " is not empty");
      case 6 -> term.text() + chance.pick(" in ", " not in ") + literal(new Type.ListOf(type));
      default -> term.text() + chance.pick(" == ", " != ") + literal(type);
    };
  }

  private String collection(Term term, Type element, Scope scope, int depth) {
    if (depth == 0) {
      return term.text() + chance.pick(" is empty", " is not empty", " is set", " is unset");
    }
    String name = terms.freshName();
    // `!` may not stand in `where`, but may in a body.
    Scope inside = scope.with(new Term(name, element));
    String body = condition(inside, depth - 1);
    String source = "%s in %s".formatted(name, term.text());
    return switch (chance.below(12)) {
      case 0 -> "(count %s { %s }) %s 1".formatted(source, body, chance.pick(">", "==", "<"));
      case 1 -> "(first %s { %s }) is set".formatted(source, body);
      case 2 -> "(filter %s { %s }).size < 2".formatted(source, body);
      case 3 ->
          "%s %s where %s { %s }"
              .formatted(
                  chance.pick("any", "all", "none"),
                  source,
                  condition(inside.withoutDemands(), 0),
                  body);
      case 4 -> derived(source, inside);
      case 5 ->
          literals
              .of(element)
              .map(literal -> "%s in %s".formatted(literal, term.text()))
              .orElse(term.text() + " is not empty");
      case 6 ->
          term.type() instanceof Type.ListOf
              ? about(new Term(term.text() + "[0]", Type.optional(element)), scope, depth - 1)
              : term.text() + " is empty";
      case 7 -> whole(term, name, inside);
      default -> "%s %s { %s }".formatted(chance.pick("any", "all", "none", "one"), source, body);
    };
  }

  /** Elements compared as they are, whatever they consist of. */
  private String whole(Term term, String name, Scope inside) {
    String source = "%s in %s".formatted(name, term.text());
    String comparison = chance.pick(" == 1", " > 1", " < 2", " == 0");
    boolean list = term.type() instanceof Type.ListOf;
    return switch (chance.below(list ? 10 : 5)) {
      case 0 -> "(set %s { %s }).size%s".formatted(source, name, comparison);
      case 1 -> "unique %s { %s }".formatted(source, name);
      case 2 -> "(group %s { %s }).size%s".formatted(source, name, comparison);
      case 3 -> "(group %s { { of: %s } }).size%s".formatted(source, name, comparison);
      case 4 -> "%s == %s".formatted(term.text(), term.text());
      case 5 -> "%s.distinct.size%s".formatted(term.text(), comparison);
      case 6 -> "%s.toSet.size%s".formatted(term.text(), comparison);
      case 7 -> "any %s { %s in %s.drop(1) }".formatted(source, name, term.text());
      case 8 -> "(%s - %s.take(1)).size%s".formatted(term.text(), term.text(), comparison);
      default ->
          "(dict %s { %s: %s }).size%s"
              .formatted(source, name, condition(inside.withoutDemands(), 0), comparison);
    };
  }

  /** What is made of all elements. */
  private String derived(String source, Scope inside) {
    Optional<Term> found = terms.value(inside);
    if (found.isEmpty()) {
      return ALWAYS;
    }
    Term value = found.get();
    return switch (value.type()) {
      case Scalar scalar when scalar == Scalar.INT || scalar == Scalar.QUANTITY ->
          chance.oneIn(2)
              ? "(sum %s { %s }) >= %s".formatted(source, value.text(), literal(scalar))
              : "(max %s { %s } ?? %s) <= %s"
                  .formatted(source, value.text(), literal(scalar), literal(scalar));
      case Scalar scalar when scalar == Scalar.STRING ->
          chance.oneIn(2)
              ? "unique %s { %s }".formatted(source, value.text())
              : "(group %s { %s })[\"a\"] is empty".formatted(source, value.text());
      default ->
          "(%s %s { %s }).size > 1".formatted(chance.pick("map", "set"), source, value.text());
    };
  }

  private String map(Term term, Type.MapOf type, Scope scope, int depth) {
    String key = literal(type.key());
    return switch (chance.below(depth > 0 ? 5 : 3)) {
      case 0 -> "%s in %s".formatted(key, term.text());
      case 1 -> term.text() + chance.pick(" is empty", " is set", ".size > 1");
      case 2 ->
          about(
              new Term("%s[%s]".formatted(term.text(), key), Type.optional(type.value())),
              scope,
              Math.max(0, depth - 1));
      default -> {
        String k = terms.freshName();
        String v = terms.freshName();
        Scope inside = scope.with(new Term(k, type.key()), new Term(v, type.value()));
        yield "%s %s, %s in %s { %s }"
            .formatted(
                chance.pick("any", "all", "none"), k, v, term.text(), condition(inside, depth - 1));
      }
    };
  }

  private String literal(Type type) {
    return literals.of(type).orElse("1");
  }
}
