package dev.taffrail.object;

import dev.taffrail.object.Manifest.ReadProblem;
import dev.taffrail.source.SourceFile;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds values in an object's metadata for which kubectl refuses to read the object.
 *
 * <p>A name {@code 5}, a label {@code true}: YAML's way of losing quotes. The rest of an object is
 * checked against its schema, which is not known here.
 */
final class MetadataCheck {
  /** What a field of the metadata has to be. Unknown fields may be anything. */
  private sealed interface Form {
    record MapOf(Form values) implements Form {}

    record ListOf(Form elements) implements Form {}

    record Fields(Map<String, Form> forms) implements Form {}
  }

  private enum Scalar implements Form {
    STRING("a string"),
    NUMBER("a whole number"),
    BOOLEAN("a Boolean"),
    TIME("a time such as `2026-01-31T12:00:00Z`");

    private final String what;

    Scalar(String what) {
      this.what = what;
    }

    boolean accepts(Node node) {
      return switch (this) {
        case STRING -> node instanceof Node.Text;
        case NUMBER -> node instanceof Node.Int;
        case BOOLEAN -> node instanceof Node.Bool;
        case TIME -> node instanceof Node.Text text && isTime(text.value());
      };
    }
  }

  private static final Form OWNER =
      new Form.Fields(
          Map.of(
              "apiVersion", Scalar.STRING,
              "kind", Scalar.STRING,
              "name", Scalar.STRING,
              "uid", Scalar.STRING,
              "controller", Scalar.BOOLEAN,
              "blockOwnerDeletion", Scalar.BOOLEAN));

  private static final Form MANAGED =
      new Form.Fields(
          Map.of(
              "manager", Scalar.STRING,
              "operation", Scalar.STRING,
              "apiVersion", Scalar.STRING,
              "fieldsType", Scalar.STRING,
              "subresource", Scalar.STRING,
              "time", Scalar.TIME));

  private static final Form METADATA =
      new Form.Fields(
          Map.ofEntries(
              Map.entry("name", Scalar.STRING),
              Map.entry("generateName", Scalar.STRING),
              Map.entry("namespace", Scalar.STRING),
              Map.entry("selfLink", Scalar.STRING),
              Map.entry("uid", Scalar.STRING),
              Map.entry("resourceVersion", Scalar.STRING),
              Map.entry("generation", Scalar.NUMBER),
              Map.entry("deletionGracePeriodSeconds", Scalar.NUMBER),
              Map.entry("creationTimestamp", Scalar.TIME),
              Map.entry("deletionTimestamp", Scalar.TIME),
              Map.entry("labels", new Form.MapOf(Scalar.STRING)),
              Map.entry("annotations", new Form.MapOf(Scalar.STRING)),
              Map.entry("finalizers", new Form.ListOf(Scalar.STRING)),
              Map.entry("ownerReferences", new Form.ListOf(OWNER)),
              Map.entry("managedFields", new Form.ListOf(MANAGED))));

  /** More of them in one object have one cause. */
  private static final int MOST = 10;

  private final SourceFile source;
  private final Node.Mapping root;
  private final List<ReadProblem> problems = new ArrayList<>();

  private MetadataCheck(SourceFile source, Node.Mapping root) {
    this.source = source;
    this.root = root;
  }

  static List<ReadProblem> problems(SourceFile source, Node.Mapping root) {
    var check = new MetadataCheck(source, root);
    int metadata = root.indexOf("metadata");
    if (metadata >= 0) {
      check.check(root.value(metadata), METADATA, FieldPath.ROOT.key("metadata"));
    }
    return check.problems;
  }

  private void check(Node node, Form form, FieldPath path) {
    if (node instanceof Node.Null || problems.size() == MOST) {
      return;
    }
    switch (form) {
      case Scalar scalar -> {
        if (!scalar.accepts(node)) {
          report(node, scalar.what, path);
        }
      }
      case Form.MapOf map -> {
        if (node instanceof Node.Mapping mapping) {
          for (int i = 0; i < mapping.size(); i++) {
            check(mapping.value(i), map.values(), path.key(mapping.key(i)));
          }
        } else {
          report(node, "an object", path);
        }
      }
      case Form.ListOf list -> {
        if (node instanceof Node.Sequence sequence) {
          for (int i = 0; i < sequence.elements().size(); i++) {
            check(sequence.elements().get(i), list.elements(), path.element(i));
          }
        } else {
          report(node, "a list", path);
        }
      }
      case Form.Fields fields -> {
        if (node instanceof Node.Mapping mapping) {
          for (int i = 0; i < mapping.size(); i++) {
            Form field = fields.forms().get(mapping.key(i));
            if (field != null) {
              check(mapping.value(i), field, path.key(mapping.key(i)));
            }
          }
        } else {
          report(node, "an object", path);
        }
      }
    }
  }

  private static boolean isTime(String text) {
    try {
      OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
      return true;
    } catch (DateTimeParseException notTime) {
      return false;
    }
  }

  private void report(Node node, String wanted, FieldPath path) {
    boolean lostQuotes =
        wanted.equals("a string")
            && !(node instanceof Node.Mapping || node instanceof Node.Sequence);
    problems.add(
        new ReadProblem(
            NodeLocator.locate(source, root, path).span(),
            Quoted.of(path.toString()) + " is " + node.what() + ", it has to be " + wanted,
            lostQuotes ? "quote the value" : "write " + wanted));
  }
}
