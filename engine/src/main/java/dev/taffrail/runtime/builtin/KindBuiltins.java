package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.ANY;
import static dev.taffrail.compiler.type.Type.Scalar.SEMVER;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.optional;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.SemVer;
import dev.taffrail.value.Value;
import java.util.List;
import java.util.Optional;

/** What Kubernetes versions make of the apiVersion that an object was written in. */
final class KindBuiltins {
  private KindBuiltins() {}

  static List<Builtin> all(SchemaTypes types) {
    return List.of(
        member(
            ANY,
            "removedIn",
            optional(SEMVER),
            "The first Kubernetes version that no longer serves the apiVersion and kind of the"
                + " object, whatever the version of the run; unset if the newest known one does, and"
                + " for custom kinds.",
            "pod.removedIn is unset",
            object -> removedIn(kind(object), types)),
        member(
            ANY,
            "servedAs",
            optional(STRING),
            "The apiVersion under which the version of the run serves the kind of the object, if it"
                + " serves one of this name.",
            "pod.servedAs! == \"v1\"",
            object -> servedAs(kind(object), types)));
  }

  private static GroupVersionKind kind(Value object) {
    return ((ObjectValue) object).place().object().kind();
  }

  private static Value removedIn(GroupVersionKind kind, SchemaTypes types) {
    return types
        .removedIn(kind)
        .flatMap(SemVer::parse)
        .map(Value.class::cast)
        .orElse(Value.absent());
  }

  /** Groups change as well: what was in `extensions` is in several groups now. */
  private static Value servedAs(GroupVersionKind kind, SchemaTypes types) {
    Optional<ObjectType> served = types.type(kind.kind());
    return served
        .flatMap(ObjectType::kind)
        .map(found -> (Value) new Value.Text(found.identity().apiVersion()))
        .orElse(Value.absent());
  }
}
