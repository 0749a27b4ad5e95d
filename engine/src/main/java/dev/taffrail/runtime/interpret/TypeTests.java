package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.runtime.read.Decoder;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.JsonValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;

/** {@code x is T}. */
final class TypeTests {
  private TypeTests() {}

  static boolean is(Value value, Type type) {
    if (value.isAbsent()) {
      return false;
    }
    return switch (type) {
      case ObjectType wanted -> value instanceof ObjectValue object && isKind(object, wanted);
      case Type.UnionOf union -> union.members().stream().anyMatch(m -> is(value, m));
      default -> value instanceof JsonValue json ? decodes(json, type) : true;
    };
  }

  private static boolean isKind(ObjectValue object, ObjectType wanted) {
    if (object.shape().equals(wanted)) {
      return true;
    }
    GroupVersionKind found = object.place().object().kind();
    return object.place().path().isRoot()
        && wanted
            .kind()
            .filter(
                k ->
                    k.identity().group().equals(found.group())
                        && k.identity().kind().equals(found.kind()))
            .isPresent();
  }

  private static boolean decodes(JsonValue json, Type type) {
    try {
      Decoder.decodeLoose(json.node(), type, json.place());
      return true;
    } catch (EvaluationError e) {
      return false;
    }
  }
}
