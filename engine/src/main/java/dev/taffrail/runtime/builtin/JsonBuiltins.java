package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.ANY;
import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.compiler.type.Type.Scalar.JSON;
import static dev.taffrail.compiler.type.Type.Scalar.PATH;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;
import static dev.taffrail.runtime.builtin.Declarations.function;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.method;
import static dev.taffrail.runtime.builtin.Declarations.number;
import static dev.taffrail.runtime.builtin.Declarations.optional;
import static dev.taffrail.runtime.builtin.Declarations.text;
import static dev.taffrail.runtime.builtin.Declarations.with;

import dev.taffrail.compiler.type.NativeTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.EmbeddedText;
import dev.taffrail.object.Node;
import dev.taffrail.object.ReadLimits;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.JsonValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.PathPattern;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.List;
import java.util.function.Function;

/** Data without a schema: where it comes from, and what can be found in it. */
final class JsonBuiltins {
  /** Characters of the longest text that is read. */
  private static final int LONGEST = 1 << 20;

  private static final ReadLimits LIMITS =
      new ReadLimits(LONGEST, 200, 200_000, 100_000, 1, LONGEST);

  private JsonBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        member(
            STRING,
            "json",
            optional(JSON),
            "The text read as JSON; unset if it is none. An error beyond 1 MiB.",
            "\"[1, 2]\".json! as List<Int> == [1, 2]",
            text(s -> read(s, EmbeddedText::json))),
        member(
            STRING,
            "yaml",
            optional(JSON),
            "The text read as one YAML document, whose tags do not count; unset if it is none. Plain"
                + " text is YAML too. An error beyond 1 MiB.",
            "\"\"\"\n  a: 1\n  \"\"\".yaml!.a! as Int == 1",
            text(s -> read(s, EmbeddedText::yaml))),
        member(
            ANY,
            "raw",
            JSON,
            "The object as it was written, without defaults and types.",
            "pod.raw.spec.containers as List<Json> is not empty",
            JsonBuiltins::raw),
        method(
            ANY,
            "select",
            with("path", PATH),
            new Type.ListOf(JSON),
            "What was written at a path; `[*]` stands for every element or entry.",
            "pod.select(path\"spec.containers[*].image\").size == 1",
            (object, path) -> select(raw(object), path)),
        method(
            JSON,
            "select",
            with("path", PATH),
            new Type.ListOf(JSON),
            "What is at a path; `[*]` stands for every element or entry.",
            "pod.raw.select(path\"metadata.labels[*]\").size == 2",
            JsonBuiltins::select),
        function(
            "leaves",
            List.of(with("json", JSON), with("depth", INT)),
            new Type.ListOf(NativeTypes.LEAF),
            "Every text, number and Boolean in the data: its path, the nearest key above it, and the"
                + " value. The depth is a number from 1 to 64; data that is deeper is an error.",
            "(first leaf in leaves(pod.raw, depth: 16) { leaf.key == \"image\" })!.value as String"
                + " == \"ghcr.io/acme/migrate:1\"",
            (arguments, context) ->
                JsonLeaves.of((JsonValue) arguments.get(0), number(arguments.get(1)))));
  }

  private static JsonValue raw(Value object) {
    var holder = (ObjectValue) object;
    return new JsonValue(holder.node(), holder.place());
  }

  private interface Reader {
    EmbeddedText read(Span body, ReadLimits limits);
  }

  private static Value read(String text, Reader reader) {
    if (text.length() > LONGEST) {
      throw new EvaluationError(
          ErrorCode.LIMIT,
          "text is read up to %d characters, but this has %d".formatted(LONGEST, text.length()));
    }
    var source = SourceFile.of("text", text);
    EmbeddedText found = reader.read(source.span(0, text.length()), LIMITS);
    boolean one = found.problems().isEmpty() && found.documents().size() == 1;
    return one && !(found.documents().getFirst() instanceof Node.Null)
        ? new JsonValue(found.documents().getFirst(), Place.NOWHERE)
        : Value.absent();
  }

  private static Value select(Value json, Value path) {
    var found = new Gathering();
    select((JsonValue) json, ((PathPattern) path).steps(), found);
    return found.list();
  }

  private static void select(JsonValue json, List<PathPattern.Step> steps, Gathering found) {
    if (json.node() instanceof Node.Null) {
      return;
    }
    if (steps.isEmpty()) {
      found.add(json, json.place());
      return;
    }
    List<PathPattern.Step> rest = steps.subList(1, steps.size());
    switch (steps.getFirst()) {
      case PathPattern.Step.Key(String name) -> {
        if (json.node() instanceof Node.Mapping mapping && mapping.indexOf(name) >= 0) {
          select(entry(json, mapping, mapping.indexOf(name)), rest, found);
        }
      }
      case PathPattern.Step.Element(int index) -> {
        if (json.node() instanceof Node.Sequence list && index < list.elements().size()) {
          select(element(json, list, index), rest, found);
        }
      }
      case PathPattern.Step.All() -> children(json).forEach(child -> select(child, rest, found));
    }
  }

  /** The elements of a list, the values of a map. */
  static List<JsonValue> children(JsonValue json) {
    return switch (json.node()) {
      case Node.Sequence list -> numbers(list.elements().size(), i -> element(json, list, i));
      case Node.Mapping mapping -> numbers(mapping.size(), i -> entry(json, mapping, i));
      case Node.Text text -> List.of();
      case Node.Int number -> List.of();
      case Node.Fraction number -> List.of();
      case Node.Bool bool -> List.of();
      case Node.Null nothing -> List.of();
    };
  }

  private static List<JsonValue> numbers(int count, Function<Integer, JsonValue> child) {
    return java.util.stream.IntStream.range(0, count).boxed().map(child).toList();
  }

  private static JsonValue entry(JsonValue json, Node.Mapping mapping, int at) {
    return new JsonValue(mapping.value(at), json.place().key(mapping.key(at)));
  }

  private static JsonValue element(JsonValue json, Node.Sequence list, int at) {
    return new JsonValue(list.elements().get(at), json.place().element(at));
  }
}
