package dev.taffrail.repl;

import dev.taffrail.object.Node;
import dev.taffrail.object.NodeLocator;
import dev.taffrail.object.Nodes;
import dev.taffrail.source.Printable;
import dev.taffrail.source.Span;
import dev.taffrail.value.JsonValue;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import dev.taffrail.value.ValuePrinter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Values as a person at a prompt wants to see them: with what is inside, on as few lines as fit.
 */
final class ValueText {
  /** A list that is longer is written with an element on each line. */
  private static final int WIDE = 76;

  private ValueText() {}

  static String of(Value value) {
    return switch (value) {
      case Value.Absent absent -> "unset";
      case ObjectValue object -> object(object);
      case JsonValue json -> node(json.node());
      case ListValue list ->
          block(list.elements().stream().map(ValueText::element).toList(), "[", "]");
      case SetValue set ->
          block(set.elements().stream().map(ValueText::element).toList(), "[", "]");
      case MapValue map ->
          block(
              map.entries().entrySet().stream()
                  .map(e -> element(e.getKey()) + ": " + element(e.getValue()))
                  .toList(),
              "{",
              "}");
      case RecordValue record ->
          block(
              record.fields().entrySet().stream()
                  .filter(e -> !e.getValue().isAbsent())
                  .map(e -> e.getKey() + ": " + element(e.getValue()))
                  .toList(),
              "{",
              "}");
      default -> Printable.line(ValuePrinter.literal(value));
    };
  }

  private static String element(Value value) {
    return switch (value) {
      case ObjectValue object when !object.root().isEmpty() -> record(object);
      case ObjectValue object -> object(object);
      case ListValue list -> flat(list.elements());
      case SetValue set -> flat(set.elements());
      case RecordValue record ->
          record.fields().entrySet().stream()
              .filter(e -> !e.getValue().isAbsent())
              .map(e -> e.getKey() + ": " + element(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> Printable.line(ValuePrinter.literal(value));
    };
  }

  private static String flat(List<Value> elements) {
    return elements.stream().map(ValueText::element).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String block(List<String> parts, String open, String close) {
    String line = open + String.join(", ", parts) + close;
    return line.length() <= WIDE || parts.size() < 2
        ? line
        : open + "\n  " + String.join(",\n  ", parts) + "\n" + close;
  }

  /** A whole object by its name, a part of one by what is in it. */
  private static String object(ObjectValue object) {
    if (object.root().isPresent()) {
      return node(ShownNodes.of(object));
    }
    String path = object.place().path().toString();
    return Printable.line(
        object.place().object().title() + (path.isEmpty() ? "" : " (" + path + ")"));
  }

  /** In a list a record with a name is called by it. */
  private static String record(ObjectValue object) {
    int at = object.node().indexOf("name");
    return at >= 0 && object.node().value(at) instanceof Node.Text name
        ? object.shape().name() + " " + Printable.line(ValuePrinter.quoted(name.value()))
        : Printable.line(Nodes.toJson(ShownNodes.of(object)));
  }

  private static String node(Node node) {
    return switch (node) {
      case Node.Mapping mapping -> {
        var parts = new java.util.ArrayList<String>();
        for (int i = 0; i < mapping.size(); i++) {
          parts.add(Printable.line(mapping.key(i) + ": " + Nodes.toJson(mapping.value(i))));
        }
        yield block(parts, "{", "}");
      }
      default -> Printable.line(Nodes.toJson(node));
    };
  }

  /** {@code shop/cart.yaml:22}, as short as it is still found. */
  static String where(Place place) {
    Span span =
        NodeLocator.locate(place.object().source(), place.object().root(), place.path()).span();
    return Printable.line(span.source().name() + ":" + span.startPosition().line());
  }
}
