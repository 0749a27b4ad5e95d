package dev.taffrail.compiler.check;

import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Texts;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.object.EmbeddedText;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.object.Nodes;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import dev.taffrail.value.Quantity;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares an object written in a policy with the schema: what a scan reports as a finding about a
 * manifest is a mistake of the author here.
 *
 * <p>As tolerant as the API server where it is: null counts as unset, {@code status} may be
 * anything.
 */
final class ObjectData {
  private final SchemaTypes schema;
  private final DiagnosticSink diagnostics;
  private final SourceFile source;

  ObjectData(SchemaTypes schema, DiagnosticSink diagnostics, SourceFile source) {
    this.schema = schema;
    this.diagnostics = diagnostics;
    this.source = source;
  }

  /** The type of an object's kind; {@code Any} for a custom resource; empty if it cannot exist. */
  Optional<Type> typeOf(KubernetesObject object) {
    EmbeddedText.metadataProblems(object).forEach(p -> report(DataTyping.unreadable(p)));
    GroupVersionKind found = object.kind();
    var type = schema.typeOf(found);
    if (type.isPresent()) {
      return Optional.of(type.get());
    }
    if (schema.isKnown(found) || !isOfKubernetes(found)) {
      return Optional.of(Scalar.ANY);
    }
    report(unknownKind(object));
    return Optional.empty();
  }

  /** Groups of custom resources have a dot and are none of Kubernetes' own. */
  private boolean isOfKubernetes(GroupVersionKind found) {
    return found.group().indexOf('.') < 0
        || kinds().anyMatch(kind -> kind.group().equals(found.group()));
  }

  private Stream<GroupVersionKind> kinds() {
    return schema.kindNames().stream()
        .flatMap(name -> schema.type(name).stream())
        .flatMap(type -> type.kind().stream())
        .map(ObjectType.Kind::identity);
  }

  private Diagnostic unknownKind(KubernetesObject object) {
    GroupVersionKind found = object.kind();
    var versions =
        kinds()
            .filter(kind -> kind.kind().equals(found.kind()))
            .map(GroupVersionKind::apiVersion)
            .toList();
    if (!versions.isEmpty()) {
      return Diagnostic.of(
              DiagnosticCode.E0103,
              valueSpan(object.root(), "apiVersion"),
              "Kubernetes %s serves no `%s` as `%s`"
                  .formatted(schema.version(), found.kind(), found.apiVersion()))
          .label("did you mean `%s`?".formatted(versions.get(0)));
    }
    var names = new TreeSet<String>();
    kinds().map(GroupVersionKind::kind).forEach(names::add);
    var diagnostic =
        Diagnostic.of(
            DiagnosticCode.E0103,
            valueSpan(object.root(), "kind"),
            "unknown kind `%s`".formatted(found.kind()));
    return DataDecoder.suggest(diagnostic, found.kind(), names);
  }

  Diagnostic wrongKind(Node node, Type wanted, Type found) {
    return Diagnostic.of(
        DiagnosticCode.E0104,
        node instanceof Node.Mapping root ? valueSpan(root, "kind") : span(node),
        "%s is wanted here, but this is %s"
            .formatted(TypeDiagnostics.article(wanted), TypeDiagnostics.article(found)));
  }

  boolean fits(Node.Mapping mapping, ObjectType type) {
    return fields(mapping, type, true);
  }

  private boolean fields(Node.Mapping mapping, ObjectType type, boolean root) {
    boolean fits = true;
    for (int i = 0; i < mapping.size(); i++) {
      String key = mapping.key(i);
      if (root && key.equals("status") || mapping.value(i) instanceof Node.Null) {
        continue;
      }
      var field = type.field(key);
      if (field.isEmpty()) {
        report(unknownField(mapping, i, type.name(), type.fields().keySet()));
        fits = false;
      } else {
        fits &= value(mapping.value(i), field.get().type());
      }
    }
    for (Field field : type.fields().values()) {
      int at = mapping.indexOf(field.name());
      if (field.required() && (at < 0 || mapping.value(at) instanceof Node.Null)) {
        report(missingField(mapping, field.name(), type.name()));
        fits = false;
      }
    }
    return fits;
  }

  private boolean value(Node node, Type type) {
    return switch (type) {
      case ObjectType object ->
          node instanceof Node.Mapping mapping
              ? fields(mapping, object, false)
              : wrong(node, "an object");
      case Type.ListOf list -> elements(node, list.element());
      case Type.SetOf set -> elements(node, set.element());
      case Type.MapOf map -> map(node, map);
      case Type.TextEnum text -> textEnum(node, text);
      case Scalar scalar -> scalar(node, scalar) || wrong(node, wanted(scalar));
      case Type.OptionalOf optional -> value(node, optional.type());
      case Type.RecordType record -> true;
      case Type.EnumType named -> true;
      case Type.UnionOf union -> true;
      case Type.RangeOf range -> true;
      case Type.Variable variable -> true;
    };
  }

  private boolean elements(Node node, Type element) {
    if (!(node instanceof Node.Sequence list)) {
      return wrong(node, "a list");
    }
    boolean fits = true;
    for (Node each : list.elements()) {
      fits &= value(each, element);
    }
    return fits;
  }

  private boolean map(Node node, Type.MapOf type) {
    if (!(node instanceof Node.Mapping mapping)) {
      return wrong(node, "a map");
    }
    boolean fits = true;
    for (int i = 0; i < mapping.size(); i++) {
      fits &= mapping.value(i) instanceof Node.Null || value(mapping.value(i), type.value());
    }
    return fits;
  }

  private boolean textEnum(Node node, Type.TextEnum type) {
    if (!(node instanceof Node.Text text)) {
      return wrong(node, "a string");
    }
    if (type.open() || text.value().isEmpty() || type.values().contains(text.value())) {
      return true;
    }
    report(TypeDiagnostics.notInList(span(node), text.value(), type.values(), false, ""));
    return false;
  }

  /** Images, paths and their like are any text, as they are to the API server. */
  private static boolean scalar(Node node, Scalar type) {
    return switch (type) {
      case BOOL -> node instanceof Node.Bool;
      case INT, PORT -> node instanceof Node.Int;
      case DECIMAL -> node instanceof Node.Int || node instanceof Node.Fraction;
      case INT_OR_STRING -> node instanceof Node.Int || node instanceof Node.Text;
      case JSON, ANY, UNKNOWN -> true;
      case QUANTITY ->
          node instanceof Node.Int
              || node instanceof Node.Fraction
              || node instanceof Node.Text text && Quantity.parse(text.value()).isPresent();
      case STRING, CAPABILITY, IMAGE_REF, LABEL_KEY, SEMVER, UNIX_PATH, URL ->
          node instanceof Node.Text;
      default -> node instanceof Node.Text text && Texts.parse(type, text.value()).isPresent();
    };
  }

  private static String wanted(Scalar type) {
    return switch (type) {
      case BOOL -> "a Boolean";
      case INT, PORT -> "a whole number";
      case DECIMAL -> "a number";
      case INT_OR_STRING -> "a number or a string";
      case STRING, CAPABILITY, IMAGE_REF, LABEL_KEY, SEMVER, UNIX_PATH, URL -> "a string";
      default -> Texts.describe(type);
    };
  }

  private boolean wrong(Node node, String wanted) {
    report(wrongType(node, wanted));
    return false;
  }

  Diagnostic wrongType(Node node, String wanted) {
    boolean scalar = !(node instanceof Node.Mapping || node instanceof Node.Sequence);
    return Diagnostic.of(
        DiagnosticCode.E0104,
        scalar ? span(node) : DataTyping.firstLine(source, node),
        "%s is wanted here, but this is %s%s"
            .formatted(wanted, node.what(), scalar ? ", `" + Nodes.toJson(node) + "`" : ""));
  }

  Diagnostic unknownField(Node.Mapping mapping, int i, String holder, Collection<String> known) {
    String key = mapping.key(i);
    var diagnostic =
        Diagnostic.of(
            DiagnosticCode.E0102,
            keySpan(mapping, i),
            "`%s` has no field `%s`".formatted(holder, key));
    return DataDecoder.suggest(diagnostic, key, List.copyOf(known));
  }

  Diagnostic missingField(Node.Mapping mapping, String field, String holder) {
    return Diagnostic.of(
        DiagnosticCode.E0104,
        // The keys of a table stand in its first line.
        mapping.size() == 0 || mapping.keyStart(0) < mapping.start()
            ? DataTyping.firstLine(source, mapping)
            : keySpan(mapping, 0),
        "`%s` is missing: `%s` needs it".formatted(field, holder));
  }

  private Span keySpan(Node.Mapping mapping, int i) {
    int start = mapping.keyStart(i);
    String text = source.text();
    String key = mapping.key(i);
    boolean plain = text.startsWith(key, start);
    boolean quoted = text.startsWith(key, start + 1);
    int length = plain ? key.length() : quoted ? key.length() + 2 : 1;
    return source.span(start, Math.min(start + length, text.length()));
  }

  private Span valueSpan(Node.Mapping root, String key) {
    int at = root.indexOf(key);
    return at < 0 ? DataTyping.firstLine(source, root) : span(root.value(at));
  }

  private Span span(Node node) {
    return source.span(node.start(), node.end());
  }

  private void report(Diagnostic diagnostic) {
    diagnostics.report(diagnostic);
  }
}
