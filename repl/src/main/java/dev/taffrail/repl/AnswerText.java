package dev.taffrail.repl;

import dev.taffrail.Reply;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.object.NodeLocator;
import dev.taffrail.repl.Response.Status;
import dev.taffrail.runtime.interpret.PromptInterpreter.Answer;
import dev.taffrail.session.Reference;
import dev.taffrail.source.Printable;
import dev.taffrail.source.Span;
import dev.taffrail.value.JsonValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.ValuePrinter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values as answers: with their type, the place they were read from, or what took it. */
final class AnswerText {
  /** Short enough to be said again in front of its value. */
  private static final Pattern PATH = Pattern.compile("[\\w.\\[\\]!\"]{1,60}");

  private final Ink ink;
  private final CompilerText compiler;
  private final Inquiry inquiry;

  /** Asks for a further value, to tell more than was asked. */
  @FunctionalInterface
  interface Inquiry {
    /** The value in words, if the expression has one. */
    Optional<String> ask(String expression);
  }

  AnswerText(Ink ink, Inquiry inquiry) {
    this.ink = ink;
    this.inquiry = inquiry;
    this.compiler = new CompilerText(ink);
  }

  Response answered(Reply.Answered answered) {
    String warnings = compiler.diagnostics(answered.warnings());
    return switch (answered.answer()) {
      case Answer.Known known ->
          Response.of(
              Status.GOOD, warnings + value(answered, known) + "\n", valueJson(answered, known));
      case Answer.Unset unset ->
          Response.of(
              Status.VIOLATIONS,
              warnings
                  + ink.bad("not set")
                  + "  "
                  + unset.place().map(p -> p.path().toString()).orElse(unset.what())
                  + place(unset.place())
                  + "   -- a violation where a policy says `!`\n",
              Map.of("kind", "missing", "expression", answered.expression()));
      case Answer.Failed failed ->
          Response.of(
              Status.FAILED,
              warnings
                  + ink.bad("error")
                  + "  "
                  + Printable.line(failed.message())
                  + place(failed.place())
                  + "\n"
                  + advice(failed.message()),
              Map.of("kind", "error", "message", failed.message()));
    };
  }

  private static String advice(String message) {
    return message.startsWith("no data for")
        ? "  load manifests of that kind with :load, or start with --complete KIND if there are none\n"
        : "";
  }

  /** A name with its type and value, as after a definition. */
  String named(String name, Reply.Answered answered) {
    return switch (answered.answer()) {
      case Answer.Known known ->
          name
              + " : "
              + ink.type(TypePrinter.print(answered.type()))
              + " = "
              + shown(answered, known)
              + origin(answered, known)
              + "\n";
      default -> answered(answered).text();
    };
  }

  private String value(Reply.Answered answered, Answer.Known known) {
    String type = ink.type(TypePrinter.print(answered.type()));
    String shown = shown(answered, known);
    String written = answered.expression();
    boolean isPath = isPath(written);
    String text = isPath ? written + " : " + type + " = " + shown : shown + " : " + type;
    return text + origin(answered, known);
  }

  private static boolean isPath(String written) {
    return PATH.matcher(written).matches() && !written.matches("(?s)[\\d.\"\\[].*");
  }

  private String shown(Reply.Answered answered, Answer.Known known) {
    if (answered.secret() && !known.value().isAbsent()) {
      return "(not shown: it may hold a secret)";
    }
    return ValueText.of(known.value());
  }

  /** Where it was read, or what took its place. */
  private String origin(Reply.Answered answered, Answer.Known known) {
    Optional<Field> field = answered.field().map(Reference.Member::field);
    if (known.taken().isPresent()) {
      return "   "
          + ink.faint(
              switch (known.taken().get()) {
                case Field.Fallback.Constant constant ->
                    "-- unset; Kubernetes takes it for " + ValuePrinter.literal(constant.value());
                case Field.Fallback.Contextual contextual ->
                    "-- unset; Kubernetes derives it from other fields";
              });
    }
    if (known.value().isAbsent()) {
      return "   " + ink.faint("-- " + absence(answered, field));
    }
    boolean stands =
        isPath(answered.expression())
            || known.value() instanceof ObjectValue
            || known.value() instanceof JsonValue;
    return stands && known.place().isPresent()
        ? "   " + ink.faint(ValueText.where(known.place().get()))
        : "";
  }

  private String absence(Reply.Answered answered, Optional<Field> field) {
    if (field.isEmpty()) {
      return "not set, and nothing stands for it";
    }
    if (field.get().hasFallback()) {
      return "what it stands in is unset too";
    }
    // What a container leaves open the pod may say, and `security` knows.
    String inherited = answered.expression().replaceFirst("\\.securityContext\\.", ".security.");
    return answered.field().get().holder().name().equals("SecurityContext")
        ? inquiry
            .ask(inherited)
            .map(value -> "no default in Kubernetes; %s = %s".formatted(inherited, value))
            .orElse("no default in Kubernetes")
        : "no default in Kubernetes";
  }

  private static String place(Optional<Place> place) {
    return place.map(p -> "   " + ValueText.where(p)).orElse("");
  }

  private static Map<String, Object> valueJson(Reply.Answered answered, Answer.Known known) {
    var json = new LinkedHashMap<String, Object>();
    boolean hidden = answered.secret() && !known.value().isAbsent();
    json.put("kind", "value");
    json.put("expression", answered.expression());
    json.put("type", TypePrinter.print(answered.type()));
    json.put("value", hidden ? ValueJson.NULL : ValueJson.of(known.value()));
    json.put("text", hidden ? "(secret)" : ValueText.of(known.value()));
    json.put("default", known.taken().isPresent());
    known
        .place()
        .ifPresent(
            place -> {
              Span span =
                  NodeLocator.locate(place.object().source(), place.object().root(), place.path())
                      .span();
              json.put("object", place.object().title());
              json.put("path", place.path().toString());
              json.put("file", span.source().name());
              json.put("line", span.startPosition().line());
              json.put("column", span.startPosition().column());
            });
    return json;
  }
}
