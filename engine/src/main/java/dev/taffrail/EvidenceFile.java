package dev.taffrail;

import dev.taffrail.finding.Evidence;
import dev.taffrail.object.Node;
import dev.taffrail.object.Nodes;
import dev.taffrail.object.ValueReader;
import dev.taffrail.object.ValueReader.Reading;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import dev.taffrail.value.InstantValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Evidence as a file: JSON when written, JSON or YAML when read. */
public final class EvidenceFile {
  private static final Set<String> KEYS = Set.of("asOf", "timeZones", "answers");
  private static final Set<String> ANSWER_KEYS =
      Set.of("function", "provider", "arguments", "answer", "failure");

  private EvidenceFile() {}

  /** What became of a file. */
  public sealed interface Result {
    record Read(Evidence evidence) implements Result {}

    /** It is no evidence; the message is one line, lower case, without full stop. */
    record Unreadable(Span span, String message) implements Result {}
  }

  /** A mistake in a file, on its way out of the reader. */
  private static final class Mistake extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Node node;

    Mistake(Node node, String message) {
      super(message, null, false, false);
      this.node = node;
    }
  }

  /** Reads what {@link #write} wrote, or what was written by hand. */
  public static Result read(SourceFile source) {
    return switch (ValueReader.read(source)) {
      case Reading.Unreadable unreadable ->
          new Result.Unreadable(unreadable.problem().span(), unreadable.problem().message());
      case Reading.Value value -> {
        try {
          yield new Result.Read(evidence(value.node()));
        } catch (Mistake e) {
          yield new Result.Unreadable(
              source.span(e.node.start(), e.node.end()), String.valueOf(e.getMessage()));
        }
      }
    };
  }

  private static Evidence evidence(Node root) throws Mistake {
    Node.Mapping file = mapping(root, "evidence", KEYS);
    Optional<Instant> asOf = Optional.empty();
    Optional<Node> time = file.find("asOf");
    if (time.isPresent()) {
      asOf =
          Optional.of(
              InstantValue.parse(text(time.get(), "asOf"))
                  .orElseThrow(
                      () -> new Mistake(time.get(), "`asOf` is a moment, 2026-12-31T10:00:00Z"))
                  .value());
    }
    var answers = new ArrayList<Evidence.Answer>();
    Optional<Node> list = file.find("answers");
    if (list.isPresent()) {
      if (!(list.get() instanceof Node.Sequence sequence)) {
        throw new Mistake(list.get(), "`answers` is a list");
      }
      for (Node element : sequence.elements()) {
        answers.add(answer(element));
      }
    }
    Optional<Node> zones = file.find("timeZones");
    return new Evidence(
        asOf,
        zones.isPresent() ? Optional.of(text(zones.get(), "timeZones")) : Optional.empty(),
        answers);
  }

  private static Evidence.Answer answer(Node element) throws Mistake {
    Node.Mapping entry = mapping(element, "an answer", ANSWER_KEYS);
    Optional<Node> function = entry.find("function");
    Optional<Node> arguments = entry.find("arguments");
    if (function.isEmpty() || arguments.isEmpty()) {
      throw new Mistake(entry, "an answer names its `function` and the `arguments`");
    }
    if (!(arguments.get() instanceof Node.Mapping)) {
      throw new Mistake(arguments.get(), "`arguments` maps names of parameters to values");
    }
    int at = entry.indexOf("answer");
    Optional<Node> answer = at < 0 ? Optional.empty() : Optional.of(entry.value(at));
    Optional<Node> failure = entry.find("failure");
    if (answer.isPresent() == failure.isPresent()) {
      throw new Mistake(entry, "an answer has either `answer`, which may be null, or `failure`");
    }
    Optional<Node> provider = entry.find("provider");
    return new Evidence.Answer(
        text(function.get(), "function"),
        provider.isPresent() ? text(provider.get(), "provider") : "",
        Nodes.toJson(arguments.get()),
        answer.map(Nodes::toJson).orElse(""),
        failure.isPresent() ? text(failure.get(), "failure") : "");
  }

  private static Node.Mapping mapping(Node node, String what, Set<String> keys) throws Mistake {
    if (!(node instanceof Node.Mapping mapping)) {
      throw new Mistake(node, what + " is an object, but this is " + node.what());
    }
    for (int i = 0; i < mapping.size(); i++) {
      if (!keys.contains(mapping.key(i))) {
        throw new Mistake(
            mapping.value(i),
            "%s has no key `%s`; keys: %s"
                .formatted(
                    what,
                    mapping.key(i),
                    keys.stream().sorted().collect(Collectors.joining(", "))));
      }
    }
    return mapping;
  }

  private static String text(Node node, String key) throws Mistake {
    if (node instanceof Node.Text text) {
      return text.value();
    }
    throw new Mistake(node, "`%s` is text, but this is %s".formatted(key, node.what()));
  }

  /** The file: JSON, an answer a line. */
  public static String write(Evidence evidence) {
    List<String> lines =
        evidence.answers().stream().map(answer -> "    " + Nodes.toJson(node(answer))).toList();
    return "{\n  \"asOf\": %s,\n%s  \"answers\": [%s]\n}\n"
        .formatted(
            evidence.asOf().map(moment -> "\"" + moment + "\"").orElse("null"),
            evidence.timeZones().map("  \"timeZones\": \"%s\",\n"::formatted).orElse(""),
            lines.isEmpty() ? "" : "\n" + String.join(",\n", lines) + "\n  ");
  }

  private static Node node(Evidence.Answer answer) {
    boolean failed = !answer.failure().isEmpty();
    Node[] values = {
      new Node.Text(answer.function(), 0, 0),
      new Node.Text(answer.provider(), 0, 0),
      json(answer.arguments()),
      failed ? new Node.Text(answer.failure(), 0, 0) : json(answer.answer())
    };
    String[] keys = {"function", "provider", "arguments", failed ? "failure" : "answer"};
    return new Node.Mapping(keys, new int[keys.length], values, 0, 0);
  }

  /** What the engine wrote itself. */
  static Node json(String text) {
    return switch (ValueReader.read(SourceFile.of("evidence", text))) {
      case Reading.Value read -> read.node();
      case Reading.Unreadable unreadable ->
          throw new IllegalArgumentException(unreadable.problem().message());
    };
  }
}
