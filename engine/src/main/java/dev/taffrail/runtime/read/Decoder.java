package dev.taffrail.runtime.read;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Texts;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.Node;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.IntOrString;
import dev.taffrail.value.JsonValue;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Ordering;
import dev.taffrail.value.Origins;
import dev.taffrail.value.Place;
import dev.taffrail.value.Quantity;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Turns what was written into a value of its type, or says why it cannot. */
public final class Decoder {
  private Decoder() {}

  /**
   * Decodes a node that is not null.
   *
   * @param holder the record the node belongs to
   * @throws EvaluationError if the node does not fit the type
   */
  static Value decode(Node node, Type type, Place place, ObjectValue holder) {
    return switch (type) {
      case Type.Scalar scalar -> scalar(node, scalar, place);
      case Type.ListOf list -> list(node, list, place, holder);
      case Type.SetOf set ->
          SetValue.of(list(node, new Type.ListOf(set.element()), place, holder).elements());
      case Type.MapOf map -> map(node, map, place, holder);
      case Type.OptionalOf optional -> decode(node, optional.type(), place, holder);
      case Type.TextEnum text -> textEnum(node, text, place);
      case ObjectType object ->
          holder.child(object, expect(node, Node.Mapping.class, "an object", place), place);
      case Type.RangeOf range -> throw unexpected(type);
      case Type.RecordType record -> throw unexpected(type);
      case Type.EnumType named -> throw unexpected(type);
      case Type.UnionOf union -> throw unexpected(type);
      case Type.Variable variable -> throw unexpected(type);
    };
  }

  /**
   * Decodes data without a schema as a type that policy code wrote down.
   *
   * @throws EvaluationError if the node does not fit the type
   */
  public static Value decodeLoose(Node node, Type type, Place place) {
    return switch (type) {
      case Type.RecordType record -> record(node, record, place);
      case Type.ListOf list -> {
        var sequence = expect(node, Node.Sequence.class, "a list", place);
        var elements = new ArrayList<Value>();
        for (int i = 0; i < sequence.elements().size(); i++) {
          elements.add(decodeLoose(sequence.elements().get(i), list.element(), place.element(i)));
        }
        yield new ListValue(elements, new Origins.WholeList(place));
      }
      case Type.SetOf set ->
          SetValue.of(
              ((ListValue) decodeLoose(node, new Type.ListOf(set.element()), place)).elements());
      case Type.MapOf map -> {
        var mapping = expect(node, Node.Mapping.class, "a map", place);
        var entries = new LinkedHashMap<Value, Value>();
        for (int i : inOrderOfKeys(mapping)) {
          Value key =
              map.key() instanceof Type.Scalar scalar
                  ? Texts.parse(scalar, mapping.key(i)).orElse(new Value.Text(mapping.key(i)))
                  : new Value.Text(mapping.key(i));
          entries.put(key, decodeLoose(mapping.value(i), map.value(), place.key(mapping.key(i))));
        }
        yield new MapValue(entries, Optional.of(place));
      }
      case Type.OptionalOf optional ->
          node instanceof Node.Null ? Value.absent() : decodeLoose(node, optional.type(), place);
      case Type.EnumType named -> {
        String text = expect(node, Node.Text.class, "a string", place).value();
        int at = named.members().indexOf(text);
        if (at < 0) {
          throw notOneOf(text, named.members(), place);
        }
        yield new dev.taffrail.value.EnumValue(named.name(), text, at);
      }
      case Type.TextEnum text -> {
        Value value = textEnum(node, text, place);
        String written = ((Value.Text) value).value();
        if (!text.open() && !text.values().contains(written)) {
          throw notOneOf(written, text.values(), place);
        }
        yield value;
      }
      case ObjectType object ->
          ObjectValue.root(object, expect(node, Node.Mapping.class, "an object", place), place);
      case Type.Scalar scalar -> scalar(node, scalar, place);
      case Type.RangeOf range -> throw unexpected(type);
      case Type.UnionOf union -> throw unexpected(type);
      case Type.Variable variable -> throw unexpected(type);
    };
  }

  private static Value record(Node node, Type.RecordType type, Place place) {
    var mapping = expect(node, Node.Mapping.class, "an object", place);
    var fields = new LinkedHashMap<String, Value>();
    for (Type.RecordField field : type.fields()) {
      int at = mapping.indexOf(field.name());
      boolean set = at >= 0 && !(mapping.value(at) instanceof Node.Null);
      if (set) {
        fields.put(
            field.name(),
            decodeLoose(mapping.value(at), field.type().bare(), place.key(field.name())));
      } else {
        fields.put(field.name(), unsetField(field, type, place));
      }
    }
    return new RecordValue(fields, Optional.of(place));
  }

  private static Value unsetField(Type.RecordField field, Type.RecordType type, Place place) {
    if (field.defaultValue().isPresent()) {
      return field.defaultValue().get();
    }
    return switch (field.type()) {
      case Type.ListOf list -> Absence.of(list);
      case Type.SetOf set -> Absence.of(set);
      case Type.MapOf map -> Absence.of(map);
      case Type.OptionalOf optional -> Absence.of(optional);
      case Type.RecordType inner ->
          record(
              new Node.Mapping(new String[0], new int[0], new Node[0], 0, 0),
              inner,
              place.key(field.name()));
      default ->
          throw new EvaluationError(
              ErrorCode.REQUIRED_FIELD_MISSING,
              "`%s` is not set, and %s needs it"
                  .formatted(place.key(field.name()).path(), type.name().orElse("the type")),
              Optional.of(place.key(field.name())));
    };
  }

  private static EvaluationError notOneOf(String text, List<String> values, Place place) {
    return new EvaluationError(
        ErrorCode.MALFORMED,
        "`%s` must be one of %s, but it is `%s`"
            .formatted(place.path(), String.join(", ", values), text),
        Optional.of(place));
  }

  private static Value scalar(Node node, Type.Scalar type, Place place) {
    return switch (type) {
      case BOOL -> Value.Bool.of(expect(node, Node.Bool.class, "a Boolean", place).value());
      case INT -> new Value.Int(expect(node, Node.Int.class, "a whole number", place).value());
      case PORT -> port(node, place);
      case DECIMAL -> new Value.Decimal(number(node, place));
      case QUANTITY -> quantity(node, place);
      case INT_OR_STRING -> intOrString(node, place);
      case JSON, ANY -> new JsonValue(node, place);
      default ->
          Texts.parse(type, expect(node, Node.Text.class, "a string", place).value())
              .orElseThrow(() -> malformed(node, type, place));
    };
  }

  /** Written as a number in manifests, unlike other types that Texts knows. */
  private static Value port(Node node, Place place) {
    long number = expect(node, Node.Int.class, "a whole number", place).value();
    return Texts.parse(Type.Scalar.PORT, Long.toString(number))
        .orElseThrow(() -> malformed(node, Type.Scalar.PORT, place));
  }

  private static BigDecimal number(Node node, Place place) {
    return switch (node) {
      case Node.Int whole -> BigDecimal.valueOf(whole.value());
      case Node.Fraction fraction -> fraction.value();
      default -> throw wrongShape(node, "a number", place);
    };
  }

  private static Value quantity(Node node, Place place) {
    String text =
        switch (node) {
          case Node.Text string -> string.value();
          case Node.Int whole -> Long.toString(whole.value());
          case Node.Fraction fraction -> fraction.value().toPlainString();
          default -> throw wrongShape(node, "a quantity", place);
        };
    return Quantity.parse(text).orElseThrow(() -> malformed(node, Type.Scalar.QUANTITY, place));
  }

  private static Value intOrString(Node node, Place place) {
    return switch (node) {
      case Node.Int whole -> new IntOrString(new Value.Int(whole.value()));
      case Node.Text text -> new IntOrString(new Value.Text(text.value()));
      default -> throw wrongShape(node, "a number or a string", place);
    };
  }

  private static Value textEnum(Node node, Type.TextEnum type, Place place) {
    String text = expect(node, Node.Text.class, "a string", place).value();
    return new Value.Text(text);
  }

  private static ListValue list(Node node, Type.ListOf type, Place place, ObjectValue holder) {
    var sequence = expect(node, Node.Sequence.class, "a list", place);
    var elements = new ArrayList<Value>(sequence.elements().size());
    for (int i = 0; i < sequence.elements().size(); i++) {
      Node element = sequence.elements().get(i);
      Place elementPlace = place.element(i);
      if (element instanceof Node.Null) {
        throw wrongShape(element, "an element that is not null", elementPlace);
      }
      elements.add(decode(element, type.element(), elementPlace, holder));
    }
    return new ListValue(elements, new Origins.WholeList(place));
  }

  private static Value map(Node node, Type.MapOf type, Place place, ObjectValue holder) {
    var mapping = expect(node, Node.Mapping.class, "a map", place);
    var entries = new LinkedHashMap<Value, Value>();
    for (int i : inOrderOfKeys(mapping)) {
      if (!(mapping.value(i) instanceof Node.Null)) {
        Place entryPlace = place.key(mapping.key(i));
        entries.put(
            new Value.Text(mapping.key(i)),
            decode(mapping.value(i), type.value(), entryPlace, holder));
      } else if (type.value() == Type.Scalar.STRING) {
        // The API server reads null in a string map as the empty string.
        entries.put(new Value.Text(mapping.key(i)), new Value.Text(""));
      }
    }
    return new MapValue(entries, Optional.of(place));
  }

  /** Of two broken values the same one is reported in whatever order they were written. */
  private static int[] inOrderOfKeys(Node.Mapping mapping) {
    return IntStream.range(0, mapping.size())
        .boxed()
        .sorted((i, j) -> Ordering.compareText(mapping.key(i), mapping.key(j)))
        .mapToInt(i -> i)
        .toArray();
  }

  private static <N extends Node> N expect(Node node, Class<N> wanted, String what, Place place) {
    if (!wanted.isInstance(node)) {
      throw wrongShape(node, what, place);
    }
    return wanted.cast(node);
  }

  private static EvaluationError wrongShape(Node node, String wanted, Place place) {
    return new EvaluationError(
        ErrorCode.WRONG_SHAPE,
        "`%s` must be %s, but it is %s".formatted(place.path(), wanted, node.what()),
        Optional.of(place));
  }

  private static EvaluationError malformed(Node node, Type.Scalar type, Place place) {
    return new EvaluationError(
        ErrorCode.MALFORMED,
        "`%s` must be %s, but it is %s"
            .formatted(place.path(), Texts.describe(type), dev.taffrail.object.Nodes.toJson(node)),
        Optional.of(place));
  }

  private static IllegalStateException unexpected(Type type) {
    return new IllegalStateException("the schema has no " + List.of(type));
  }
}
