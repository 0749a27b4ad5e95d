package dev.taffrail.runtime.read;

import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Texts;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.Node;
import dev.taffrail.value.DurationValue;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Quantity;
import dev.taffrail.value.Value;

/**
 * Reads fields of objects as values: set ones are decoded, unset ones become what Kubernetes takes
 * them for.
 *
 * <p>Immutable and safe to share.
 */
public final class FieldReader {
  private final Contextual contextual;

  public FieldReader(Contextual contextual) {
    this.contextual = contextual;
  }

  /** Computes defaults that depend on other fields. */
  @FunctionalInterface
  public interface Contextual {
    /**
     * The value of an unset field.
     *
     * @param rule the name of the rule in the overlay
     * @param holder the record whose field is unset
     * @param reader for reading further fields
     */
    Value compute(String rule, ObjectValue holder, FieldReader reader);
  }

  /**
   * The field of a record that is there.
   *
   * @throws EvaluationError if what was written does not fit the type, or a required field is unset
   */
  public Value read(ObjectValue holder, Field field) {
    int at = holder.node().indexOf(field.name());
    if (at >= 0 && !isUnset(holder.node().value(at), field)) {
      Place place = holder.place().key(field.name());
      return Decoder.decode(holder.node().value(at), field.type(), place, holder);
    }
    return whenUnset(holder, field);
  }

  /** Whether something written counts as not set. */
  public static boolean isUnset(Node node, Field field) {
    return switch (node) {
      case Node.Null nothing -> true;
      case Node.Text text -> zeroIsUnset(field) && isZero(text.value(), field.type());
      case Node.Int number -> zeroIsUnset(field) && number.value() == 0;
      case Node.Bool bool -> zeroIsUnset(field) && !bool.value();
      case Node.Sequence list -> zeroIsUnset(field) && list.elements().isEmpty();
      case Node.Mapping mapping -> zeroIsUnset(field) && mapping.size() == 0;
      case Node.Fraction number -> false;
    };
  }

  /** Nothing at all, or no time, or no amount. */
  private static boolean isZero(String text, Type type) {
    if (text.isEmpty() || !(type instanceof Type.Scalar scalar)) {
      return text.isEmpty();
    }
    return switch (Texts.parse(scalar, text).orElse(Value.absent())) {
      case DurationValue duration -> duration.value().isZero();
      case Quantity quantity -> quantity.amount().signum() == 0;
      default -> false;
    };
  }

  private static boolean zeroIsUnset(Field field) {
    return field.fallback().isPresent() && field.fallback().get().zeroIsUnset();
  }

  /** Whether the field was written, whatever unset means. */
  public static boolean isWritten(ObjectValue holder, Field field) {
    int at = holder.node().indexOf(field.name());
    return at >= 0 && !(holder.node().value(at) instanceof Node.Null);
  }

  private Value whenUnset(ObjectValue holder, Field field) {
    if (field.fallback().isPresent()) {
      return switch (field.fallback().get()) {
        case Field.Fallback.Constant constant -> constant.value();
        case Field.Fallback.Contextual rule -> contextual.compute(rule.rule(), holder, this);
      };
    }
    if (field.isCollection()) {
      return emptyCollection(field.type(), holder.place().key(field.name()));
    }
    if (field.required()) {
      throw new EvaluationError(
          ErrorCode.REQUIRED_FIELD_MISSING,
          "`%s` of %s is required by the schema, but it is not set"
              .formatted(field.name(), holder.shape().name()),
          java.util.Optional.of(holder.place().key(field.name())));
    }
    return Value.absent();
  }

  /**
   * The field of a record that is absent: empty for collections, the default where the record is
   * transparent, else absent.
   *
   * @param transparent the absent record means the same as an empty one
   */
  public Value readAbsent(Field field, boolean transparent) {
    if (field.isCollection()) {
      return Absence.of(field.type());
    }
    if (transparent && field.fallback().isPresent()) {
      if (field.fallback().get() instanceof Field.Fallback.Constant constant) {
        return constant.value();
      }
    }
    return Value.absent();
  }

  /** Reads by name; for built-ins that know the schema. */
  public Value read(ObjectValue holder, String field) {
    if (!(holder.shape() instanceof ObjectType type)) {
      throw new IllegalStateException("no type for " + holder.shape().name());
    }
    return read(
        holder,
        type.field(field)
            .orElseThrow(
                () -> new IllegalStateException("no field " + field + " in " + type.name())));
  }

  private static Value emptyCollection(Type type, Place place) {
    return type instanceof Type.MapOf
        ? new MapValue(java.util.Map.of(), java.util.Optional.of(place))
        : ListValue.EMPTY;
  }
}
