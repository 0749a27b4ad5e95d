package dev.taffrail.compiler.check;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Texts;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.object.EmbeddedText;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import dev.taffrail.value.EnumValue;
import dev.taffrail.value.JsonValue;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.UnknownKind;
import dev.taffrail.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Data known at compile time as a value of its type; every place that does not fit is reported.
 *
 * <p>A result is empty if something was reported.
 */
final class DataDecoder {
  private final DiagnosticSink diagnostics;
  private final SourceFile source;
  private final ObjectData objects;
  private final boolean texts;
  private final Optional<ObjectData> lenient;
  private boolean metBroken;

  /**
   * @param texts every scalar is written as text, as in a table
   */
  DataDecoder(Services services, SourceFile source, boolean texts) {
    this(services, source, texts, Optional.empty());
  }

  /** For objects that break the schema of their kinds on purpose. */
  static DataDecoder ofBroken(Services services, SourceFile source) {
    var silent = new ObjectData(services.schema(), mistake -> {}, source);
    return new DataDecoder(services, source, false, Optional.of(silent));
  }

  private DataDecoder(
      Services services, SourceFile source, boolean texts, Optional<ObjectData> lenient) {
    this.lenient = lenient;
    this.texts = texts;
    this.diagnostics = new EachOnce(services.diagnostics());
    this.source = source;
    this.objects = new ObjectData(services.schema(), diagnostics, source);
  }

  /**
   * The type of an object by its {@code apiVersion} and {@code kind}; {@code Any} without schema.
   */
  Optional<Type> kindOf(Node document) {
    var object = EmbeddedText.object(source, document, 0);
    if (object.isEmpty()) {
      report(
          Diagnostic.of(
                  DiagnosticCode.E0122,
                  DataTyping.firstLine(source, document),
                  "the type of this cannot be told")
              .help(
                  "An object says its `apiVersion` and `kind`; for other data write the type:"
                      + " let name: Type = …"));
      return Optional.empty();
    }
    return objects.typeOf(object.get());
  }

  /** Whether an object broke the schema of its kind, which was expected of one. */
  boolean metBroken() {
    return metBroken;
  }

  private boolean fits(Node.Mapping root, ObjectType type) {
    if (lenient.isEmpty()) {
      return objects.fits(root, type);
    }
    metBroken |= !lenient.get().fits(root, type);
    return true;
  }

  SourceFile source() {
    return source;
  }

  /** A document or a part of one. */
  Optional<Value> value(Node node, Type type) {
    return switch (type) {
      case ObjectType object -> object(node, object);
      case Type.UnionOf union -> member(node, union);
      case Scalar scalar when scalar == Scalar.ANY ->
          kindOf(node)
              .flatMap(
                  kind -> kind == Scalar.ANY ? untyped(node) : object(node, (ObjectType) kind));
      default -> decode(node, type, DataTyping.holder(source, node, type));
    };
  }

  private Optional<Value> untyped(Node node) {
    KubernetesObject object = EmbeddedText.object(source, node, 0).orElseThrow();
    return Optional.of(
        ObjectValue.root(
            new UnknownKind(object.kind().kind()),
            object.root(),
            new Place(object, dev.taffrail.object.FieldPath.ROOT)));
  }

  private Optional<Value> member(Node node, Type.UnionOf union) {
    var kind = kindOf(node);
    if (kind.isPresent() && !union.members().contains(kind.get())) {
      report(objects.wrongKind(node, union, kind.get()));
      return Optional.empty();
    }
    return kind.flatMap(k -> object(node, (ObjectType) k));
  }

  private Optional<Value> object(Node node, ObjectType type) {
    if (!(node instanceof Node.Mapping root)) {
      return wrong(node, TypeDiagnostics.article(type));
    }
    if (type.kind().isEmpty()) {
      return fits(root, type)
          ? Optional.of(ObjectValue.root(type, root, DataTyping.holder(source, node, type)))
          : Optional.empty();
    }
    var object = EmbeddedText.object(source, node, 0);
    var kind = kindOf(node);
    if (kind.isEmpty() || object.isEmpty()) {
      return Optional.empty();
    }
    if (!kind.get().equals(type)) {
      report(objects.wrongKind(node, type, kind.get()));
      return Optional.empty();
    }
    return fits(root, type)
        ? Optional.of(
            ObjectValue.root(
                type, root, new Place(object.get(), dev.taffrail.object.FieldPath.ROOT)))
        : Optional.empty();
  }

  private Optional<Value> decode(Node node, Type type, Place place) {
    return switch (type) {
      case Type.RecordType record -> record(node, record, place);
      case Type.ListOf list -> elements(node, list.element(), place).map(ListValue::of);
      case Type.SetOf set -> elements(node, set.element(), place).map(SetValue::of);
      case Type.MapOf map -> map(node, map, place);
      case Type.OptionalOf optional ->
          node instanceof Node.Null
              ? Optional.of(Value.absent())
              : decode(node, optional.type(), place);
      case Type.EnumType named -> named(node, named);
      case Type.TextEnum text -> textEnum(node, text);
      case ObjectType object -> object(node, object);
      case Type.UnionOf union -> member(node, union);
      case Scalar scalar -> scalar(node, scalar, place);
      case Type.RangeOf range -> wrong(node, TypeDiagnostics.article(range));
      case Type.Variable variable -> Optional.of(new JsonValue(node, place));
    };
  }

  private Optional<Value> record(Node node, Type.RecordType type, Place place) {
    if (!(node instanceof Node.Mapping mapping)) {
      return wrong(node, TypeDiagnostics.article(type));
    }
    var fields = new LinkedHashMap<String, Value>();
    boolean complete = noUnknownField(mapping, type);
    for (Type.RecordField field : type.fields()) {
      int at = mapping.indexOf(field.name());
      boolean set = at >= 0 && !(mapping.value(at) instanceof Node.Null);
      Optional<Value> value =
          set
              ? decode(mapping.value(at), field.type().bare(), place.key(field.name()))
              : unset(mapping, field, type);
      complete &= value.isPresent();
      value.ifPresent(v -> fields.put(field.name(), v));
    }
    return complete ? Optional.of(new RecordValue(fields)) : Optional.empty();
  }

  private boolean noUnknownField(Node.Mapping mapping, Type.RecordType type) {
    var known = type.fields().stream().map(Type.RecordField::name).toList();
    boolean complete = true;
    for (int i = 0; i < mapping.size(); i++) {
      if (!known.contains(mapping.key(i))) {
        report(objects.unknownField(mapping, i, TypePrinter.print(type), known));
        complete = false;
      }
    }
    return complete;
  }

  private Optional<Value> unset(
      Node.Mapping mapping, Type.RecordField field, Type.RecordType type) {
    if (field.defaultValue().isPresent()) {
      return field.defaultValue();
    }
    return switch (field.type()) {
      case Type.OptionalOf optional -> Optional.of(Value.absent());
      case Type.ListOf list when field.optional() -> Optional.of(ListValue.EMPTY);
      case Type.SetOf set when field.optional() -> Optional.of(SetValue.EMPTY);
      case Type.MapOf map when field.optional() -> Optional.of(MapValue.EMPTY);
      default -> {
        report(objects.missingField(mapping, field.name(), TypePrinter.print(type)));
        yield Optional.empty();
      }
    };
  }

  private Optional<List<Value>> elements(Node node, Type element, Place place) {
    if (!(node instanceof Node.Sequence sequence)) {
      wrong(node, "a list");
      return Optional.empty();
    }
    var values = new ArrayList<Value>();
    for (int i = 0; i < sequence.elements().size(); i++) {
      decode(sequence.elements().get(i), element, place.element(i)).ifPresent(values::add);
    }
    return values.size() == sequence.elements().size() ? Optional.of(values) : Optional.empty();
  }

  private Optional<Value> map(Node node, Type.MapOf type, Place place) {
    if (!(node instanceof Node.Mapping mapping)) {
      return wrong(node, "a map");
    }
    var entries = new LinkedHashMap<Value, Value>();
    for (int i = 0; i < mapping.size(); i++) {
      String written = mapping.key(i);
      var keyNode = new Node.Text(written, mapping.keyStart(i), mapping.keyStart(i) + 1);
      var key =
          type.key() instanceof Scalar scalar
              ? Texts.parse(scalar, written).or(() -> wrong(keyNode, Texts.describe(scalar)))
              : decode(keyNode, type.key(), place);
      var value = decode(mapping.value(i), type.value(), place.key(written));
      if (key.isPresent() && value.isPresent()) {
        entries.put(key.get(), value.get());
      }
    }
    return entries.size() == mapping.size() ? Optional.of(MapValue.of(entries)) : Optional.empty();
  }

  private Optional<Value> named(Node node, Type.EnumType type) {
    if (!(node instanceof Node.Text text)) {
      return wrong(node, TypeDiagnostics.article(type));
    }
    int at = type.members().indexOf(text.value());
    if (at < 0) {
      report(TypeDiagnostics.notInList(span(node), text.value(), type.members(), false, ""));
      return Optional.empty();
    }
    return Optional.of(new EnumValue(type.name(), text.value(), at));
  }

  private Optional<Value> textEnum(Node node, Type.TextEnum type) {
    if (!(node instanceof Node.Text text)) {
      return wrong(node, "a string");
    }
    if (!type.values().contains(text.value())) {
      report(TypeDiagnostics.notInList(span(node), text.value(), type.values(), type.open(), ""));
      if (!type.open()) {
        return Optional.empty();
      }
    }
    return Optional.of(new Value.Text(text.value()));
  }

  private Optional<Value> scalar(Node node, Scalar type, Place place) {
    if (texts && node instanceof Node.Mapping row && row.size() == 1) {
      return scalar(row.value(0), type, place); // the one column of a table
    }
    if (texts && type != Scalar.JSON) {
      return parsed(node, type);
    }
    return switch (type) {
      case JSON -> Optional.of(new JsonValue(node, place));
      case ANY -> value(node, type);
      case BOOL ->
          node instanceof Node.Bool bool
              ? Optional.of(Value.Bool.of(bool.value()))
              : wrong(node, "a Boolean");
      case INT ->
          node instanceof Node.Int whole
              ? Optional.of(new Value.Int(whole.value()))
              : wrong(node, "a whole number");
      case DECIMAL ->
          switch (node) {
            case Node.Int whole -> Optional.of(new Value.Decimal(new BigDecimal(whole.value())));
            case Node.Fraction fraction -> Optional.of(new Value.Decimal(fraction.value()));
            default -> wrong(node, "a number");
          };
      case INT_OR_STRING ->
          node instanceof Node.Int || node instanceof Node.Text
              ? parsed(node, type)
              : wrong(node, "a number or a string");
      default -> parsed(node, type);
    };
  }

  /** Numbers are read by their digits, so that a version may be {@code 1.30}. */
  private Optional<Value> parsed(Node node, Scalar type) {
    Optional<String> text =
        switch (node) {
          case Node.Text written -> Optional.of(written.value());
          case Node.Int whole -> Optional.of(span(whole).text());
          case Node.Fraction fraction -> Optional.of(span(fraction).text());
          default -> Optional.empty();
        };
    boolean number = !(node instanceof Node.Text);
    if (text.isEmpty() || number && type == Scalar.STRING) {
      return wrong(node, Texts.describe(type));
    }
    return Texts.parse(type, text.get()).or(() -> wrong(node, Texts.describe(type)));
  }

  private Optional<Value> wrong(Node node, String wanted) {
    report(objects.wrongType(node, wanted));
    return Optional.empty();
  }

  private Span span(Node node) {
    return source.span(node.start(), node.end());
  }

  private void report(Diagnostic diagnostic) {
    diagnostics.report(diagnostic);
  }

  /** The nearest known spelling as a label. */
  static Diagnostic suggest(
      Diagnostic diagnostic, String written, java.util.Collection<String> of) {
    return Spelling.nearest(written, of)
        .map(near -> diagnostic.label("did you mean `%s`?".formatted(near)))
        .orElse(diagnostic);
  }
}
