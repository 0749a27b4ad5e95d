package dev.taffrail.repl;

import dev.taffrail.PolicyInfo;
import dev.taffrail.Reply;
import dev.taffrail.Workbench;
import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticRenderer;
import dev.taffrail.diagnostic.Level;
import dev.taffrail.object.NodeLocator;
import dev.taffrail.repl.Response.Status;
import dev.taffrail.runtime.interpret.CheckResult;
import dev.taffrail.runtime.interpret.PromptInterpreter.Answer;
import dev.taffrail.runtime.interpret.Trace;
import dev.taffrail.session.Declared;
import dev.taffrail.session.Reference;
import dev.taffrail.source.Position;
import dev.taffrail.source.Printable;
import dev.taffrail.source.Span;
import dev.taffrail.value.JsonValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.ValuePrinter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of what came of an input that is no command. */
final class ReplyText {
  /** Short enough to be said again in front of its value. */
  private static final Pattern PATH = Pattern.compile("[\\w.\\[\\]!\"]{1,60}");

  private final Ink ink;
  private final Inquiry inquiry;

  /** Asks for a further value, to tell more than was asked. */
  @FunctionalInterface
  interface Inquiry {
    /** The value in words, if the expression has one. */
    Optional<String> ask(String expression);
  }

  ReplyText(Ink ink, Inquiry inquiry) {
    this.ink = ink;
    this.inquiry = inquiry;
  }

  Response wrong(Reply.Wrong wrong) {
    String text = diagnostics(wrong.diagnostics());
    boolean demands = wrong.diagnostics().stream().anyMatch(d -> d.code() == DiagnosticCode.E0111);
    if (demands && wrong.broken().isEmpty()) {
      text += "at the prompt leave out `!`: what is not set stays unset\n";
    }
    if (!wrong.broken().isEmpty()) {
      text +=
          "nothing was changed: %s would not compile any more\n".formatted(titles(wrong.broken()));
    }
    return Response.of(
        Status.WRONG,
        text,
        Map.of(
            "kind",
            "error",
            "diagnostics",
            wrong.diagnostics().stream().map(ReplyText::json).toList()));
  }

  String diagnostics(List<Diagnostic> diagnostics) {
    return diagnostics.isEmpty()
        ? ""
        : (ink.colour() ? DiagnosticRenderer.coloured() : DiagnosticRenderer.plain())
            .render(diagnostics);
  }

  private static Map<String, Object> json(Diagnostic diagnostic) {
    var json = new LinkedHashMap<String, Object>();
    Position at = diagnostic.span().startPosition();
    json.put("code", diagnostic.code().name());
    json.put("level", diagnostic.level() == Level.ERROR ? "error" : "warning");
    json.put("message", diagnostic.message());
    json.put("file", diagnostic.span().source().name());
    json.put("line", at.line());
    json.put("column", at.column());
    return json;
  }

  private static String titles(List<Declared> declared) {
    return declared.stream().map(Declared::title).collect(Collectors.joining(", "));
  }

  // ------------------------------------------------------------ values

  Response answered(Reply.Answered answered) {
    String warnings = diagnostics(answered.warnings());
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

  /** The type of an expression, with what an unset field is taken for. */
  String type(Reply.Answered answered) {
    Type type = answered.type();
    Optional<Reference.Member> member = answered.field();
    String text = TypePrinter.print(type);
    if (member.isEmpty()) {
      return text + "\n";
    }
    Field field = member.get().field();
    String holder = member.get().holder().name();
    String unset =
        Reference.unset(field)
            .map(
                words ->
                    field.fallback().get() instanceof Field.Fallback.Constant
                        ? " = %s   -- when unset (%s); whether it was written: `is set`"
                            .formatted(words, holder)
                        : "   -- when unset it depends on other fields (%s)".formatted(holder))
            .orElse(
                field.required()
                    ? "   -- required (%s)".formatted(holder)
                    : field.isCollection()
                        ? "   -- empty when unset (%s)".formatted(holder)
                        : "   -- no default in Kubernetes (%s)".formatted(holder));
    return text + unset + "\n";
  }

  // ------------------------------------------------------------ declarations

  String declared(Reply.Declaring declaring, Declared declared) {
    String name = declared.name();
    return switch (declared.word()) {
      case "policy" -> policy(declaring.next(), declared);
      case "import" -> "imported " + declared.text().replaceFirst("^import\\s+", "");
      case "test" -> "defined test \"%s\"; `:test` runs it".formatted(name);
      default -> "defined " + declared.word() + " " + name;
    };
  }

  private static String policy(Workbench bench, Declared declared) {
    Optional<PolicyInfo> info =
        bench.policies().stream()
            .filter(p -> p.id().startsWith(Workbench.MODULE + "/"))
            .filter(p -> p.span().text().equals(declared.name()))
            .findFirst();
    if (info.isEmpty()) {
      String why =
          bench.waiting().entrySet().stream()
              .filter(e -> e.getKey().startsWith(Workbench.MODULE + "/"))
              .map(e -> " · waits for a value: :set param %s VALUE".formatted(e.getValue()))
              .findFirst()
              .orElse("");
      return "defined policy " + declared.name() + why;
    }
    String id = info.get().id();
    String cost =
        bench.costs().stream()
            .filter(c -> c.policy().equals(id))
            .map(c -> " · cost " + c.formula())
            .findFirst()
            .orElse("");
    return "defined " + id + " · applies to " + kinds(bench, declared, info.get()) + cost;
  }

  private static String kinds(Workbench bench, Declared declared, PolicyInfo info) {
    if (info.kinds().equals(List.of("Any"))) {
      return "objects of every kind";
    }
    String named = String.join(", ", info.kinds());
    boolean lifted =
        info.kinds().contains("Pod")
            && declared.file().declarations().getFirst() instanceof Declaration.Policy policy
            && !policy.target().only();
    return lifted
        ? named + " and %d workload kinds".formatted(bench.reference().types().podCarriers().size())
        : named;
  }

  String changes(Reply.Declaring declaring) {
    var text = new StringBuilder();
    if (!declaring.replaced().isEmpty()) {
      text.append("  takes the place of the earlier ").append(titles(declaring.replaced()));
      text.append('\n');
    }
    if (!declaring.affected().isEmpty() && !declaring.replaced().isEmpty()) {
      text.append("  changes what ").append(titles(declaring.affected())).append(" means\n");
    }
    return text.toString();
  }

  // ------------------------------------------------------------ statements

  Response ran(Reply.Ran ran) {
    var lines = new ArrayList<String>();
    int held = 0;
    boolean error = false;
    boolean violation = false;
    for (Trace.Step step : ran.trace().steps()) {
      if (step.kind() != Trace.Kind.CHECK) {
        continue;
      }
      switch (step.verdict()) {
        case YES, NONE -> held++;
        case NO, MISSING -> {
          violation = true;
          lines.add(ink.bad("violation") + "  " + finding(step, ran.trace()));
        }
        case ERROR -> {
          error = true;
          lines.add(ink.bad("error") + "  " + finding(step, ran.trace()));
        }
      }
    }
    if (lines.isEmpty()) {
      lines.add(ink.good("pass") + (held == 1 ? "" : "  %d checks hold".formatted(held)));
    } else if (held > 0) {
      lines.add(
          ink.faint(held == 1 ? "1 other check holds" : "%d other checks hold".formatted(held)));
    }
    Status status = error ? Status.FAILED : violation ? Status.VIOLATIONS : Status.GOOD;
    return Response.of(
        status,
        diagnostics(ran.warnings()) + String.join("\n", lines) + "\n",
        Map.of(
            "kind",
            "checks",
            "outcome",
            error ? "error" : violation ? "violation" : "pass",
            "messages",
            lines));
  }

  private static String finding(Trace.Step step, Trace trace) {
    Optional<CheckResult> authored =
        trace.results().stream()
            .flatMap(r -> r.failed().stream())
            .filter(r -> r.check().span().start() == step.span().start())
            .filter(r -> !r.check().message().isEmpty() && r.error().isEmpty())
            .findFirst();
    String where =
        step.facts().stream()
            .flatMap(f -> f.place().stream())
            .findFirst()
            .map(p -> "   (" + ValueText.where(p) + ")")
            .orElse("");
    if (authored.isPresent() && step.verdict() == Trace.Verdict.NO) {
      return Printable.line(authored.get().message()) + where;
    }
    if (!step.words().isEmpty()) {
      return Printable.line(step.words()) + where;
    }
    return step.facts().stream()
            .findFirst()
            .map(f -> Printable.line(f.what() + " is " + f.found()))
            .orElseGet(() -> "does not hold: " + Printable.line(step.span().text()))
        + where;
  }
}
