package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.Node;
import dev.taffrail.runtime.read.Absence;
import dev.taffrail.runtime.read.Decoder;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.JsonValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.Optional;

/** {@code as} and {@code as?}: gives a type to data without one, or says that it does not fit. */
final class Conversions {
  private Conversions() {}

  static Value convert(Value value, Type type, boolean optional, Environment environment) {
    if (value.isAbsent()) {
      return Absence.of(type);
    }
    try {
      return switch (value) {
        case JsonValue json -> decode(json.node(), json.place(), type, environment);
        case ObjectValue object -> view(object, type, environment);
        default -> value;
      };
    } catch (EvaluationError e) {
      if (optional) {
        return Absence.of(type);
      }
      throw e;
    }
  }

  private static Value view(ObjectValue object, Type type, Environment environment) {
    if (type instanceof ObjectType wanted && TypeTests.is(object, wanted)) {
      return new ObjectValue(wanted, object.node(), object.place(), object.root());
    }
    return decode(object.node(), object.place(), type, environment);
  }

  private static Value decode(Node node, Place place, Type type, Environment environment) {
    if (type instanceof ObjectType wanted
        && wanted.kind().filter(ObjectType.Kind::isStated).isPresent()) {
      if (node instanceof Node.Mapping mapping && isKind(mapping, wanted)) {
        return ObjectValue.root(wanted, mapping, place);
      }
      throw new EvaluationError(
          ErrorCode.WRONG_SHAPE,
          "`%s` is no %s".formatted(place.path(), TypePrinter.print(type)),
          Optional.of(place));
    }
    return Decoder.decodeLoose(node, type, place);
  }

  private static boolean isKind(Node.Mapping mapping, ObjectType wanted) {
    int kind = mapping.indexOf("kind");
    int version = mapping.indexOf("apiVersion");
    return kind >= 0
        && version >= 0
        && mapping.value(kind) instanceof Node.Text name
        && mapping.value(version) instanceof Node.Text apiVersion
        && GroupVersionKind.of(apiVersion.value(), name.value())
            .equals(wanted.kind().orElseThrow().identity());
  }
}
