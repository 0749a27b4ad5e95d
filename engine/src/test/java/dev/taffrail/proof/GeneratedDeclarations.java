package dev.taffrail.proof;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.compiler.type.TypePrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random declarations that stand beside a policy, and what its conditions can say with them. */
final class GeneratedDeclarations {
  private final Chance chance;
  private final GeneratedTerms terms;
  private final GeneratedConditions conditions;
  private final String suffix;
  private final ObjectType kind;
  private final StringBuilder out = new StringBuilder();
  private final List<Term> names = new ArrayList<>();

  /**
   * @param suffix ends all names, so that policies with other suffixes can stand in one file
   */
  GeneratedDeclarations(
      Chance chance,
      GeneratedTerms terms,
      GeneratedConditions conditions,
      String suffix,
      ObjectType kind) {
    this.chance = chance;
    this.terms = terms;
    this.conditions = conditions;
    this.suffix = suffix;
    this.kind = kind;
    if (chance.oneIn(3)) {
      data();
    }
    if (chance.oneIn(3)) {
      function();
    }
    if (chance.oneIn(4)) {
      index();
    }
    if (chance.oneIn(6)) {
      closure();
    }
  }

  String text() {
    return out.toString();
  }

  /** What can be named everywhere. */
  List<Term> names() {
    return List.copyOf(names);
  }

  private void data() {
    String table = "table" + suffix;
    out.append(
        "let %s: Map<String, Int> = yaml\"\"\"\n  a: 1\n  web: 3\n  \"\"\"\n".formatted(table));
    names.add(new Term(table, new Type.MapOf(Scalar.STRING, Scalar.INT)));
    if (chance.oneIn(2)) {
      String row = "row" + suffix;
      out.append("type Row%s = { tier: String, size: Int = 3, mail?: String }\n".formatted(suffix));
      out.append("let %s: Row%s = { tier: \"web\" }\n".formatted(row, suffix));
      names.add(new Term(row + ".tier", Scalar.STRING));
      names.add(new Term(row + ".size", Scalar.INT));
      names.add(new Term(row + ".mail", Type.optional(Scalar.STRING)));
    }
    if (chance.oneIn(2)) {
      out.append(
          "enum Tier%s { gold, silver }\nlet tier%s = Tier%s.%s\n"
              .formatted(suffix, suffix, suffix, chance.pick("gold", "silver")));
      names.add(
          new Term("(match tier%s { gold => 1, silver => 2 })".formatted(suffix), Scalar.INT));
    }
  }

  /** Of something that the target has, so that conditions will call it. */
  private void function() {
    for (int attempt = 0; attempt < 8; attempt++) {
      Term found = terms.path(new Scope(List.of(new Term("target1", kind)), true));
      Type type = found.type().bare();
      boolean printable =
          type instanceof ObjectType record && record.kind().isEmpty()
              || type instanceof Scalar
              || type instanceof Type.ListOf list && list.element() instanceof ObjectType;
      if (printable) {
        String parameter = terms.freshName();
        String name = "holds" + suffix;
        var inside = new Scope(List.of(new Term(parameter, type)), chance.oneIn(2));
        out.append("fn %s(%s: %s) -> Bool".formatted(name, parameter, TypePrinter.print(type)));
        Optional<Term> value = chance.oneIn(2) ? terms.value(inside) : Optional.empty();
        if (value.isPresent()) {
          String let = terms.freshName();
          out.append(
              " {\n  let %s = %s\n  return %s\n}\n"
                  .formatted(
                      let,
                      value.get().text(),
                      conditions.condition(inside.with(new Term(let, value.get().type())), 1)));
        } else {
          out.append(" = %s\n".formatted(conditions.condition(inside, 2)));
        }
        conditions.declare(new GeneratedConditions.Function(name, type));
        return;
      }
    }
  }

  private void index() {
    String name = "found" + suffix;
    String object = terms.freshName();
    var inside = new Scope(List.of(new Term(object, kind)), false);
    String where = chance.oneIn(3) ? " where " + conditions.condition(inside, 0) : "";
    String key =
        switch (chance.below(3)) {
          case 0 -> object + ".metadata.labels[\"app\"] ?? \"a\"";
          case 1 -> object + ".namespace ?? \"a\"";
          default -> object + ".name";
        };
    out.append("index %s of %s %s%s by %s\n".formatted(name, kind.name(), object, where, key));
    var list = new Type.ListOf(kind);
    names.add(new Term("%s[\"%s\"]".formatted(name, chance.pick("a", "web")), list));
    names.add(new Term("%s.others(\"%s\")".formatted(name, chance.pick("a", "web")), list));
    names.add(new Term("cluster(%s)".formatted(kind.name()), list));
  }

  private void closure() {
    String name = "reached" + suffix;
    out.append("type Step%s = { to: String, by: String }\n".formatted(suffix));
    out.append(
        """
        let %s: Map<String, List<Step%s>> =
          closure n in ["a"] {
            map o in cluster(%s) where o.name != n { { to: o.name, by: o.metadata.labels["app"] ?? "" } }
          }
        """
            .formatted(name, suffix, kind.name()));
    names.add(new Term(name + ".size", Scalar.INT));
    names.add(new Term(name + "[\"web\"].size", Scalar.INT));
  }
}
