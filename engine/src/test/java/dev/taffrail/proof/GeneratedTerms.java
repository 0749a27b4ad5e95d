package dev.taffrail.proof;

import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random paths through the schema, and answers to what it means that they may be missing. */
final class GeneratedTerms {
  private static final int MOST_STEPS = 7;

  private final Chance chance;
  private final Literals literals;
  private int names;

  GeneratedTerms(Chance chance, Literals literals) {
    this.chance = chance;
    this.literals = literals;
  }

  String freshName() {
    names++;
    return "v" + names;
  }

  /** A path that ends at something to ask about. */
  Term path(Scope scope) {
    // What was bound last is most often what the place is about.
    int last = scope.names().size() - 1;
    Term term = chance.percent(60) ? scope.names().get(last) : chance.pick(scope.names());
    for (int step = 0; step < MOST_STEPS; step++) {
      if (term.type().bare() instanceof ObjectType record && !chance.oneIn(12)) {
        Optional<Term> deeper = chance.oneIn(8) ? derived(term, record) : field(term, record);
        if (deeper.isEmpty()) {
          return term;
        }
        term = deeper.get();
      } else {
        return term;
      }
    }
    return term;
  }

  /** What a record has beside the fields of its schema. */
  private Optional<Term> derived(Term term, ObjectType record) {
    boolean isKind = record.kind().isPresent();
    if (isKind && chance.oneIn(2)) {
      String member = chance.pick("name", "namespace", "kind", "version");
      return Optional.of(new Term(term.text() + "." + member, Type.Scalar.STRING));
    }
    return term.type().isOptional()
        ? field(term, record)
        : Members.of(term, chance, literals).or(() -> field(term, record));
  }

  private Optional<Term> field(Term term, ObjectType record) {
    List<Field> fields =
        record.fields().values().stream().filter(f -> !f.name().equals("status")).toList();
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    Field field = pick(fields);
    boolean lost = term.type().isOptional() && !record.transparent();
    Type type = lost ? Type.optional(field.type()) : field.readType();
    return Optional.of(new Term(term.text() + "." + quoted(field.name()), type));
  }

  /** Scalars are few beside records, and what policies are about most often. */
  private Field pick(List<Field> fields) {
    var favoured = new ArrayList<Field>(fields);
    for (Field field : fields) {
      boolean central =
          switch (field.name()) {
            case "spec",
                "containers",
                "securityContext",
                "template",
                "rules",
                "ports",
                "resources",
                "image",
                "labels" ->
                true;
            default -> false;
          };
      for (int i = 0; central && i < 6; i++) {
        favoured.add(field);
      }
    }
    return chance.pick(favoured);
  }

  static String quoted(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : "`" + name + "`";
  }

  /** The term with a value for certain; empty if there is no answer that fits here. */
  Optional<Term> answered(Term term, Scope scope) {
    if (!term.type().isOptional()) {
      return Optional.of(term);
    }
    Type type = term.type().bare();
    Optional<String> otherwise = literals.of(type);
    if (scope.demands() && (otherwise.isEmpty() || chance.oneIn(2))) {
      return Optional.of(new Term(term.text() + "!", type));
    }
    return otherwise.map(value -> new Term("(" + term.text() + " ?? " + value + ")", type));
  }

  /** A value of any type. */
  Optional<Term> value(Scope scope) {
    return answered(path(scope), scope)
        .map(term -> chance.oneIn(3) ? Members.of(term, chance, literals).orElse(term) : term)
        .flatMap(term -> answered(term, scope));
  }

  /** A list, set or map to walk. */
  Optional<Term> collection(Scope scope) {
    for (int attempt = 0; attempt < 12; attempt++) {
      Term found = path(scope);
      if (element(found.type()).isPresent()) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  static Optional<Type> element(Type type) {
    return switch (type) {
      case Type.ListOf list -> Optional.of(list.element());
      case Type.SetOf set -> Optional.of(set.element());
      case Type.MapOf map -> Optional.of(map.key());
      default -> Optional.empty();
    };
  }
}
