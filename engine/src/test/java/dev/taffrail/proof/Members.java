package dev.taffrail.proof;

import dev.taffrail.compiler.schema.SchemaCatalog;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.runtime.builtin.Builtins;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The built-ins that can be used on a term. */
final class Members {
  private static final List<Signature> ALL =
      Builtins.of(SchemaCatalog.newest()).all().stream()
          .filter(signature -> signature.receiver().isPresent())
          .toList();

  private Members() {}

  /** The names of what objects have beside their fields, but for those that fields have too. */
  static Set<String> derived() {
    var names = new TreeSet<String>();
    for (Signature signature : ALL) {
      if (signature.receiver().get() instanceof ObjectType) {
        names.add(signature.name());
      }
    }
    names.removeAll(Set.of("name", "kind", "replicas", "rules", "role"));
    return names;
  }

  /** A random member or method of the term; empty if it has none that literals can call. */
  static Optional<Term> of(Term term, Chance chance, Literals literals) {
    var able = new ArrayList<Signature>();
    for (Signature signature : ALL) {
      if (unify(signature.receiver().get(), term.type(), new HashMap<>())) {
        able.add(signature);
      }
    }
    return able.isEmpty() ? Optional.empty() : call(term, chance.pick(able), literals);
  }

  private static Optional<Term> call(Term term, Signature signature, Literals literals) {
    var variables = new HashMap<String, Type>();
    unify(signature.receiver().get(), term.type(), variables);
    var arguments = new ArrayList<String>();
    for (Signature.Parameter parameter : signature.parameters()) {
      Optional<String> argument = literals.of(filled(parameter.type(), variables));
      if (argument.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(argument.get());
    }
    String call = signature.method() ? "(" + String.join(", ", arguments) + ")" : "";
    return Optional.of(
        new Term(
            term.text() + "." + signature.name() + call, filled(signature.result(), variables)));
  }

  private static boolean unify(Type wanted, Type given, Map<String, Type> variables) {
    return switch (wanted) {
      case Type.Variable variable -> {
        Type known = variables.putIfAbsent(variable.name(), given);
        yield known == null || known.equals(given);
      }
      case Type.ListOf list ->
          given instanceof Type.ListOf that && unify(list.element(), that.element(), variables);
      case Type.SetOf set ->
          given instanceof Type.SetOf that && unify(set.element(), that.element(), variables);
      case Type.MapOf map ->
          given instanceof Type.MapOf that
              && unify(map.key(), that.key(), variables)
              && unify(map.value(), that.value(), variables);
      default -> wanted.equals(given);
    };
  }

  private static Type filled(Type type, Map<String, Type> variables) {
    return switch (type) {
      case Type.Variable variable -> variables.getOrDefault(variable.name(), variable);
      case Type.ListOf list -> new Type.ListOf(filled(list.element(), variables));
      case Type.SetOf set -> new Type.SetOf(filled(set.element(), variables));
      case Type.MapOf map ->
          new Type.MapOf(filled(map.key(), variables), filled(map.value(), variables));
      case Type.OptionalOf optional -> Type.optional(filled(optional.type(), variables));
      default -> type;
    };
  }
}
