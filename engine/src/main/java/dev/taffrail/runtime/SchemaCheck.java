package dev.taffrail.runtime;

import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Texts;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.finding.Severity;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.object.Nodes;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares an object with the schema of its kind, so that a misspelt or ill-typed field is seen
 * even when no policy reads it.
 *
 * <p>As tolerant as the API server: null counts as unset, the empty string as none of an enum's
 * values, images and paths are any text, and {@code status} is not looked at since the API server
 * throws it away.
 */
final class SchemaCheck {
  /**
   * A place where an object breaks its schema.
   *
   * @param code {@code wrong-type}, {@code unknown-kind}, {@code unknown-field}, {@code
   *     missing-field}, {@code unknown-value}
   */
  record Problem(String code, Severity severity, FieldPath path, String message) {}

  private final List<Problem> problems = new ArrayList<>();

  /** Messages print the values they are about. */
  private final boolean values;

  private SchemaCheck(boolean values) {
    this.values = values;
  }

  /** The problems in the order of the fields; none for a custom resource. */
  static List<Problem> check(KubernetesObject object, SchemaTypes types) {
    var check = new SchemaCheck(!SecretPlaces.isSecret(object));
    types
        .typeOf(object.kind())
        .ifPresentOrElse(
            type -> check.fields(object.root(), type, FieldPath.ROOT),
            () -> check.kindWithoutSchema(object.kind(), types));
    return List.copyOf(check.problems);
  }

  /** The problems of a part of an object that is seen as something of a type of its own. */
  static List<Problem> check(ObjectValue part, ObjectType type) {
    var check = new SchemaCheck(!SecretPlaces.isSecret(part.place().object()));
    check.fields(part.node(), type, part.place().path());
    return List.copyOf(check.problems);
  }

  private void kindWithoutSchema(GroupVersionKind found, SchemaTypes types) {
    List<String> served = types.servedVersions(GroupKind.of(found));
    if (served.isEmpty()) {
      unknownKind(found, types);
    } else {
      problems.add(
          new Problem(
              "unknown-kind",
              Severity.HIGH,
              FieldPath.ROOT.key("apiVersion"),
              "the definition of %s serves no version `%s`, only %s"
                  .formatted(GroupKind.of(found), found.version(), String.join(", ", served))));
    }
  }

  /**
   * A kind without a schema may be a custom resource; one that cannot be must not pass in silence,
   * since policies about the kind it was meant to be never see it. Groups of custom resources have
   * a dot (apiextensions.k8s.io, validation of {@code spec.group}).
   */
  private void unknownKind(GroupVersionKind found, SchemaTypes types) {
    var meant = types.type(found.kind()).flatMap(ObjectType::kind).map(ObjectType.Kind::identity);
    boolean builtIn =
        found.group().indexOf('.') < 0
            || meant.filter(kind -> kind.group().equals(found.group())).isPresent();
    if (builtIn) {
      problems.add(
          new Problem(
              "unknown-kind",
              Severity.HIGH,
              FieldPath.ROOT.key("apiVersion"),
              "Kubernetes %s serves no %s%s"
                  .formatted(
                      types.version(),
                      found,
                      meant
                          .map(kind -> "; did you mean `%s`?".formatted(kind.apiVersion()))
                          .orElse(""))));
    }
  }

  private void fields(Node.Mapping mapping, ObjectType type, FieldPath path) {
    for (int i = 0; i < mapping.size(); i++) {
      String key = mapping.key(i);
      if (path.isRoot() && key.equals("status") || mapping.value(i) instanceof Node.Null) {
        continue;
      }
      var field = type.field(key);
      if (field.isPresent()) {
        if (!isNoChoice(mapping.value(i), field.get())) {
          value(mapping.value(i), field.get().type(), path.key(key));
        }
      } else if (!type.open()) {
        unknownField(key, type, path.key(key));
      }
    }
    for (Field field : type.fields().values()) {
      if (field.required() && !isSet(mapping, field.name())) {
        problems.add(
            new Problem(
                "missing-field",
                Severity.MEDIUM,
                path.key(field.name()),
                "%s needs `%s`, which is not set".formatted(type.name(), field.name())));
      }
    }
  }

  /** An empty string where one of several words may stand, but need not. */
  private static boolean isNoChoice(Node node, Field field) {
    return field.type() instanceof Type.TextEnum
        && !field.required()
        && node instanceof Node.Text text
        && text.value().isEmpty();
  }

  private static boolean isSet(Node.Mapping mapping, String key) {
    int at = mapping.indexOf(key);
    return at >= 0 && !(mapping.value(at) instanceof Node.Null);
  }

  private void unknownField(String key, ObjectType type, FieldPath path) {
    String guess =
        Spelling.nearest(key, type.fields().keySet())
            .map("; did you mean `%s`?"::formatted)
            .orElse("");
    problems.add(
        new Problem(
            "unknown-field",
            Severity.MEDIUM,
            path,
            "%s has no field `%s`, so it has no effect%s".formatted(type.name(), key, guess)));
  }

  private void value(Node node, Type type, FieldPath path) {
    switch (type) {
      case ObjectType object -> {
        if (node instanceof Node.Mapping mapping) {
          fields(mapping, object, path);
        } else {
          wrongType(node, "an object", path);
        }
      }
      case Type.ListOf list -> elements(node, list.element(), path);
      case Type.SetOf set -> elements(node, set.element(), path);
      case Type.MapOf map -> {
        if (node instanceof Node.Mapping mapping) {
          for (int i = 0; i < mapping.size(); i++) {
            if (!(mapping.value(i) instanceof Node.Null)) {
              value(mapping.value(i), map.value(), path.key(mapping.key(i)));
            }
          }
        } else {
          wrongType(node, "a map", path);
        }
      }
      case Type.TextEnum text -> {
        if (!(node instanceof Node.Text written)) {
          wrongType(node, "a string", path);
        } else if (!text.open() && !text.values().contains(written.value())) {
          problems.add(
              new Problem(
                  "unknown-value",
                  Severity.MEDIUM,
                  path,
                  "`%s` is `%s`, which is none of %s"
                      .formatted(path, written.value(), String.join(", ", text.values()))));
        }
      }
      case Type.Scalar scalar -> scalar(node, scalar, path);
      default -> {}
    }
  }

  private void elements(Node node, Type element, FieldPath path) {
    if (!(node instanceof Node.Sequence list)) {
      wrongType(node, "a list", path);
      return;
    }
    for (int i = 0; i < list.elements().size(); i++) {
      if (element instanceof ObjectType || !(list.elements().get(i) instanceof Node.Null)) {
        value(list.elements().get(i), element, path.element(i));
      }
    }
  }

  private void scalar(Node node, Type.Scalar type, FieldPath path) {
    boolean fits =
        switch (type) {
          case BOOL -> node instanceof Node.Bool;
          case INT, PORT -> node instanceof Node.Int;
          case DECIMAL -> node instanceof Node.Int || node instanceof Node.Fraction;
          case INT_OR_STRING -> node instanceof Node.Int || node instanceof Node.Text;
          case JSON, ANY, UNKNOWN -> true;
          case QUANTITY -> isQuantity(node);
          case STRING, CAPABILITY, IMAGE_REF, LABEL_KEY, SEMVER, UNIX_PATH, URL ->
              node instanceof Node.Text;
          default -> node instanceof Node.Text text && Texts.parse(type, text.value()).isPresent();
        };
    if (!fits) {
      wrongType(node, wanted(type), path);
    }
  }

  private static boolean isQuantity(Node node) {
    return node instanceof Node.Int
        || node instanceof Node.Fraction
        || node instanceof Node.Text text && Quantity.parse(text.value()).isPresent();
  }

  private static String wanted(Type.Scalar type) {
    return switch (type) {
      case BOOL -> "a Boolean";
      case INT, PORT -> "a whole number";
      case DECIMAL -> "a number";
      case INT_OR_STRING -> "a number or a string";
      case STRING, CAPABILITY, IMAGE_REF, LABEL_KEY, SEMVER, UNIX_PATH, URL -> "a string";
      default -> Texts.describe(type);
    };
  }

  private void wrongType(Node node, String wanted, FieldPath path) {
    boolean scalar = !(node instanceof Node.Mapping || node instanceof Node.Sequence);
    boolean shown = values && scalar;
    String found = node.what() + (shown ? ", " + Nodes.toJson(node) : "");
    problems.add(
        new Problem(
            "wrong-type",
            Severity.HIGH,
            path,
            "`%s` must be %s, but it is %s".formatted(path, wanted, found)));
  }
}
