package dev.taffrail.proof;

import dev.taffrail.compiler.schema.SchemaCatalog;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A random policy that should compile; the compiler refuses some all the same. */
final class GeneratedPolicy {
  static final List<ObjectType> KINDS =
      List.of(
              "Pod",
              "Pod",
              "Pod",
              "Deployment",
              "CronJob",
              "Service",
              "Role",
              "NetworkPolicy",
              "Ingress",
              "ControllerRevision")
          .stream()
          .map(name -> SchemaCatalog.newest().type(name).orElseThrow())
          .toList();

  private final Chance chance;
  private final boolean turned;
  private final Literals literals;
  private final GeneratedTerms terms;
  private final GeneratedConditions conditions;
  private final StringBuilder out = new StringBuilder();
  private final ObjectType kind;
  private final String name;

  /**
   * @param turned writes {@code require P} as {@code forbid not P} and the reverse; all else is the
   *     same for the same seed
   */
  GeneratedPolicy(long seed, String name, int size, boolean turned) {
    this.chance = new Chance(seed);
    this.turned = turned;
    this.name = name;
    this.literals = new Literals(chance);
    this.terms = new GeneratedTerms(chance, literals);
    this.conditions = new GeneratedConditions(chance, literals, terms);
    this.kind = chance.pick(KINDS);
    write(size);
  }

  String text() {
    return out.toString();
  }

  /** What it is about. */
  ObjectType kind() {
    return kind;
  }

  private void write(int size) {
    var beside = new GeneratedDeclarations(chance, terms, conditions, name, kind);
    out.append(beside.text());
    out.append("policy ").append(name).append(" {\n");
    var here = new ArrayList<>(beside.names());
    here.add(new Term("target1", kind));
    var scope = new Scope(here, true);
    if (chance.oneIn(4)) {
      Scalar type = chance.pick(List.of(Scalar.INT, Scalar.STRING, Scalar.QUANTITY));
      out.append("  param p1: %s = %s\n".formatted(type.display(), literals.of(type).get()));
      here.addFirst(new Term("p1", type));
      scope = new Scope(here, true);
    }
    out.append("  target target1: ").append(kind.name()).append('\n');
    if (chance.oneIn(5)) {
      out.append("  when " + conditions.condition(scope.withoutDemands(), 1) + "\n");
    }
    if (size > 1 && chance.oneIn(4)) {
      for (String rule : List.of("First", "Second")) {
        out.append("  rule ").append(rule).append(" {\n");
        body(scope, size, "    ");
        out.append("  }\n");
      }
    } else {
      body(scope, size, "  ");
    }
    out.append("}\n");
    if (chance.oneIn(8)) {
      out.append(
          "waive %s for %s \"*%s\" until 2099-12-31 reason \"known\"\n"
              .formatted(name, kind.name(), chance.pick("", "-1", "/web")));
    }
  }

  private void body(Scope scope, int size, String indent) {
    Scope here = scope;
    for (int count = 1 + chance.below(size); count > 1; count--) {
      here = statement(here, size - 1, indent);
    }
    check(here, indent);
  }

  private Scope statement(Scope scope, int size, String indent) {
    switch (chance.below(6)) {
      case 0 -> {
        Optional<Term> value =
            chance.oneIn(2) ? Optional.of(terms.path(scope)) : terms.value(scope);
        if (value.isPresent()) {
          String fresh = terms.freshName();
          out.append("%slet %s = %s\n".formatted(indent, fresh, value.get().text()));
          return scope.with(new Term(fresh, value.get().type()));
        }
      }
      case 1, 2 -> loop(scope, size, indent);
      case 3 -> {
        out.append("%sif %s {\n".formatted(indent, conditions.condition(scope, 1)));
        body(scope, size, indent + "  ");
        if (chance.oneIn(2)) {
          out.append(indent).append("} else {\n");
          body(scope, size, indent + "  ");
        }
        out.append(indent).append("}\n");
      }
      case 4 -> ifLet(scope, size, indent);
      default -> check(scope, indent);
    }
    return scope;
  }

  private void loop(Scope scope, int size, String indent) {
    Optional<Term> found = terms.collection(scope);
    if (found.isEmpty()) {
      return;
    }
    Term source = found.get();
    var bound = new ArrayList<Term>();
    if (source.type() instanceof Type.MapOf map) {
      bound.add(new Term(terms.freshName(), map.key()));
      bound.add(new Term(terms.freshName(), map.value()));
    } else {
      if (chance.oneIn(4) && source.type() instanceof Type.ListOf) {
        bound.add(new Term(terms.freshName(), Scalar.INT));
      }
      bound.add(new Term(terms.freshName(), GeneratedTerms.element(source.type()).orElseThrow()));
    }
    Scope inside = scope.with(bound.toArray(Term[]::new));
    out.append(
        "%sfor each %s in %s"
            .formatted(
                indent, String.join(", ", bound.stream().map(Term::text).toList()), source.text()));
    if (chance.oneIn(4)) {
      out.append(" where ").append(conditions.condition(inside.withoutDemands(), 1));
    }
    out.append(" {\n");
    body(inside, size, indent + "  ");
    out.append(indent).append("}\n");
  }

  private void ifLet(Scope scope, int size, String indent) {
    Term term = terms.path(scope);
    if (!term.type().isOptional()) {
      return;
    }
    String fresh = terms.freshName();
    out.append("%sif let %s = %s {\n".formatted(indent, fresh, term.text()));
    body(scope.with(new Term(fresh, term.type().bare())), size, indent + "  ");
    if (chance.oneIn(2)) {
      out.append(indent).append("} else {\n");
      body(scope, size, indent + "  ");
    }
    out.append(indent).append("}\n");
  }

  private void check(Scope scope, String indent) {
    boolean require = chance.oneIn(2);
    String condition = conditions.condition(scope, 2);
    out.append(indent);
    if (turned) {
      out.append(require ? "forbid" : "require").append(" not ").append(condition);
    } else {
      out.append(require ? "require" : "forbid").append(' ').append(condition);
    }
    if (chance.oneIn(5)) {
      terms
          .value(scope.withoutDemands())
          .ifPresent(value -> out.append(" message \"found {" + value.text() + "}\""));
    }
    if (chance.oneIn(8)) {
      out.append(" severity ").append(chance.pick("low", "critical"));
    }
    out.append('\n');
  }
}
