package dev.taffrail.runtime.builtin;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.List;

/** The terms of affinities, whether they must hold or only should. */
final class AffinityBuiltins {
  private AffinityBuiltins() {}

  static List<Builtin> all(SchemaTypes types) {
    return List.of(
        allTerms(types, "PodAffinity", "podAffinity"),
        allTerms(types, "PodAntiAffinity", "podAntiAffinity"));
  }

  private static Builtin allTerms(SchemaTypes types, String receiver, String field) {
    ObjectType term = types.type("PodAffinityTerm").orElseThrow();
    return ObjectMember.of(
        types.type(receiver).orElseThrow(),
        "allTerms",
        new Type.ListOf(term),
        "The required terms, then the preferred ones without their weights.",
        "pod.spec.affinity.%s.allTerms is empty".formatted(field),
        AffinityBuiltins::terms);
  }

  private static Value terms(ObjectValue affinity, FieldReader reader) {
    var terms = new Gathering();
    for (Value required :
        ObjectMember.list(affinity, "requiredDuringSchedulingIgnoredDuringExecution", reader)
            .elements()) {
      terms.add((ObjectValue) required);
    }
    for (Value preferred :
        ObjectMember.list(affinity, "preferredDuringSchedulingIgnoredDuringExecution", reader)
            .elements()) {
      ObjectMember.record((ObjectValue) preferred, "podAffinityTerm", reader).ifPresent(terms::add);
    }
    return terms.list();
  }
}
