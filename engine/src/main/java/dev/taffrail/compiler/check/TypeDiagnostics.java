package dev.taffrail.compiler.check;

import static dev.taffrail.diagnostic.DiagnosticCode.*;

import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words of the check phase: one method per mistake. */
final class TypeDiagnostics {
  /** What may stand before an expression that needs no parentheses. */
  private static final Pattern ALONE = Pattern.compile("(^|\\b(when|where|by|if)|[{,(=:])\\s*$");

  /** So many known values fit into a message. */
  private static final int MOST_NAMED = 20;

  private TypeDiagnostics() {}

  static Diagnostic canBeMissing(Span span, Type type, Optional<String> noMust) {
    String text = span.text().contains("\n") ? "…" : span.text();
    var choices = new ArrayList<Choice>();
    if (noMust.isEmpty()) {
      choices.add(new Choice(text + "!", "missing is a violation"));
    }
    choices.add(new Choice(text + " ?? " + sample(type), "missing counts as " + sample(type)));
    choices.add(new Choice(text + " is unset or …", "missing is fine"));
    int width = choices.stream().mapToInt(c -> c.code().length()).max().orElseThrow();
    var help = new ArrayList<String>();
    help.add("A missing value never passes silently in Taffrail. Choose one:");
    for (Choice choice : choices) {
      String code = choice.code() + " ".repeat(width - choice.code().length());
      help.add("    %s   %s".formatted(code, choice.meaning()));
    }
    return Diagnostic.of(E0101, span, "this can be missing, and you have not said what that means")
        .label("is `%s`: it may be unset".formatted(TypePrinter.print(type)))
        .help(help.toArray(String[]::new));
  }

  static Diagnostic keyCanBeMissing(Span span, String element) {
    return Diagnostic.of(E0101, span, "the key of an index can be missing")
        .label("an object without it would be left out, and you have not said so")
        .help(
            "Say what missing means: … ?? \"\"",
            "Or leave such objects out: where %s.field is set by %s.field"
                .formatted(element, element));
  }

  private record Choice(String code, String meaning) {}

  private static String sample(Type type) {
    return switch (type.bare()) {
      case Scalar scalar ->
          switch (scalar) {
            case BOOL -> "false";
            case INT, DECIMAL, QUANTITY -> "0";
            case DURATION -> "0s";
            case PERCENT -> "0%";
            case STRING -> "\"\"";
            default -> "…";
          };
      default -> "…";
    };
  }

  static Diagnostic unknownField(
      Ident name, String holder, Collection<String> known, String schema) {
    var diagnostic =
        Diagnostic.of(E0102, name.span(), "`%s` has no field `%s`".formatted(holder, name));
    var near = Spelling.nearest(name.text(), known);
    if (near.isPresent()) {
      diagnostic =
          diagnostic.label("did you mean `%s`?".formatted(near.get())).fix(name.span(), near.get());
    }
    return schema.isEmpty() ? diagnostic : diagnostic.help("schema: " + schema);
  }

  static Diagnostic noMember(Ident name, Type type, Collection<String> known) {
    var diagnostic =
        Diagnostic.of(
            E0102,
            name.span(),
            "`%s` has no member `%s`".formatted(TypePrinter.print(type.bare()), name));
    return Spelling.nearest(name.text(), known, MemberWords.SYNONYMS)
        .map(n -> diagnostic.label("did you mean `%s`?".formatted(n)).fix(name.span(), n))
        .orElseGet(
            () ->
                MemberWords.cure(name.text(), known)
                    .map(cure -> diagnostic.help(cure + entry(name, type)))
                    .orElse(diagnostic));
  }

  /** Labels are looked up, though people read them like fields. */
  private static String entry(Ident name, Type type) {
    return type.bare() instanceof Type.MapOf map && map.key() == Type.Scalar.STRING
        ? " An entry is read with its key: …[\"%s\"]".formatted(name)
        : "";
  }

  static Diagnostic componentsOnlyAsTarget(Span span, Type type) {
    return notAvailable(
        span,
        "`%s` here".formatted(TypePrinter.print(type)),
        "It can be a target, the kind of an index, and that of `cluster`: target api:"
            + " KubeApiServer");
  }

  static Diagnostic unknownType(
      Span span, String name, Collection<String> known, Optional<String> about) {
    boolean kind = !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    var diagnostic =
        Diagnostic.of(E0103, span, "unknown %s `%s`".formatted(kind ? "kind" : "type", name));
    var near = Spelling.nearest(name, known);
    if (near.isEmpty()) {
      return diagnostic.help(
          ("Kinds of a CustomResourceDefinition are imported: import schema \"crd.yaml\" as acme\n"
                  + "Kinds without a schema can be given a shape: type %s = { spec: { size: Int } }")
              .formatted(name.contains(".") ? "Widget" : name));
    }
    return diagnostic
        .label(
            "did you mean `%s`?%s".formatted(near.get(), about.map(a -> " (" + a + ")").orElse("")))
        .fix(span, near.get());
  }

  static Diagnostic doesNotFit(Span span, Type found, Type wanted) {
    var diagnostic =
        Diagnostic.of(
                E0104,
                span,
                "%s is wanted here, but this is %s".formatted(article(wanted), article(found)))
            .label("this is `%s`".formatted(TypePrinter.print(found)));
    return found.bare() == Scalar.JSON
        ? diagnostic.help(
            "Say what it holds: `%s as %s` is an error outcome if it holds something else."
                .formatted(span.text(), TypePrinter.print(wanted)))
        : diagnostic;
  }

  static Diagnostic operandsDoNotFit(IrExpr left, IrExpr right, String message) {
    return Diagnostic.of(E0104, right.span(), message)
        .label("this is `%s`".formatted(TypePrinter.print(right.type())))
        .related(left.span(), "this is `%s`".formatted(TypePrinter.print(left.type())));
  }

  static Diagnostic minutes(Span literal, Span other, Type otherType) {
    String number = literal.text().substring(0, literal.text().length() - 1);
    var diagnostic =
        Diagnostic.of(
                E0106,
                literal,
                "`%s` is %s thousandths, not %s minutes".formatted(literal.text(), number, number))
            .label("`Quantity`")
            .help("For minutes write %smin.".formatted(number))
            .fix(literal, number + "min");
    return other.equals(literal) || other.source() != literal.source()
        ? diagnostic
        : diagnostic.related(other, "`%s`".formatted(TypePrinter.print(otherType)));
  }

  static Diagnostic callsItself(Span name, Span call, String function, List<String> chain) {
    var diagnostic =
        Diagnostic.of(E0108, name, "functions may not call themselves").related(call, "here");
    if (chain.size() > 2) {
      diagnostic = diagnostic.label(String.join(" -> ", chain));
    }
    return diagnostic.help(
        "Taffrail programs always end. Use a comprehension over the collection instead.");
  }

  static Diagnostic notExhaustive(Span span, List<String> missing, String suggestion) {
    String names = String.join("`, `", missing);
    return Diagnostic.of(E0109, span, "not every case is handled")
        .label("`%s` %s missing".formatted(names, missing.size() == 1 ? "is" : "are"))
        .help("Add `%s => …` or `_ => …`.".formatted(suggestion));
  }

  static Diagnostic needsWildcard(Span span, Type type) {
    return Diagnostic.of(E0109, span, "not every case is handled")
        .label("a `%s` can be something else".formatted(TypePrinter.print(type)))
        .help("Add `_ => …`.");
  }

  static Diagnostic mustNotAllowed(Span span, String where) {
    String why =
        switch (where) {
          case "when" ->
              "`when` chooses objects; a missing value is neither chosen nor a violation.";
          case "where" ->
              "`where` chooses elements; a missing value is neither chosen nor a violation.";
          case "a message" -> "Messages cannot fail: a missing hole prints `(unset)` by itself.";
          default -> "A missing value is a violation only inside a check.";
        };
    return Diagnostic.of(
            E0111,
            span,
            "`!` cannot be used in %s".formatted(where.contains(" ") ? where : "`" + where + "`"))
        .label("may be missing")
        .help(why);
  }

  /** The same for {@code x!} itself, with the line as it could be. */
  static Diagnostic mustNotAllowed(Span must, String where, Type type) {
    var diagnostic = mustNotAllowed(must, where);
    if (where.equals("a message") || must.text().contains("\n")) {
      return diagnostic;
    }
    SourceFile source = must.source();
    int line = must.startPosition().line();
    String before = source.text().substring(source.lineStart(line), must.start());
    String after = source.line(line).substring(before.length() + must.text().length());
    String operand = must.text().substring(0, must.text().length() - 1);
    String answered = "%s ?? %s".formatted(operand, sample(type));
    boolean alone = ALONE.matcher(before).find() && after.matches("\\s*([{,)].*)?");
    String choice = alone ? answered : "(" + answered + ")";
    return diagnostic.help("Did you mean", "    " + (before + choice + after).strip());
  }

  static Diagnostic unknownName(Span span, String name, Collection<String> known) {
    var diagnostic = Diagnostic.of(E0114, span, "unknown name `%s`".formatted(name));
    return Spelling.nearest(name, known)
        .map(n -> diagnostic.label("did you mean `%s`?".formatted(n)).fix(span, n))
        .orElse(diagnostic);
  }

  static Diagnostic unknownFunction(Ident name, Collection<String> known) {
    var diagnostic = Diagnostic.of(E0120, name.span(), "unknown function `%s`".formatted(name));
    return Spelling.nearest(name.text(), known)
        .map(n -> diagnostic.label("did you mean `%s`?".formatted(n)).fix(name.span(), n))
        .orElse(diagnostic);
  }

  static Diagnostic argumentCount(Span span, String name, int wanted, int found) {
    return Diagnostic.of(
        E0119,
        span,
        "`%s` takes %s, but %d %s given"
            .formatted(
                name,
                wanted == 0 ? "no argument" : wanted == 1 ? "1 argument" : wanted + " arguments",
                found,
                found == 1 ? "is" : "are"));
  }

  static Diagnostic notInList(
      Span span, String value, Collection<String> allowed, boolean open, String quote) {
    var diagnostic =
        Diagnostic.of(
            open ? W0204 : E0121, span, "`%s` is not one of the known values".formatted(value));
    var near = Spelling.nearest(value, allowed);
    if (near.isPresent()) {
      diagnostic =
          diagnostic
              .label("did you mean %s?".formatted(quote + near.get() + quote))
              .fix(span, quote + near.get() + quote);
    }
    String first = String.join(", ", allowed.stream().limit(MOST_NAMED).toList());
    int more = allowed.size() - MOST_NAMED;
    return diagnostic.help("Known: " + first + (more > 0 ? ", and %d more.".formatted(more) : "."));
  }

  static Diagnostic badLiteral(Span span, String what) {
    return Diagnostic.of(E0005, span, "this is not %s".formatted(what));
  }

  static Diagnostic noEffect(Span span, String message) {
    return Diagnostic.of(W0207, span, message);
  }

  static Diagnostic cannotInfer(Span span, String help) {
    return Diagnostic.of(E0122, span, "the type of this cannot be told").help(help);
  }

  static Diagnostic notAvailable(Span span, String what, String help) {
    return Diagnostic.of(E0006, span, what + " is not available in this version").help(help);
  }

  static Diagnostic notAllowedHere(Span span, String message, String help) {
    return Diagnostic.of(E0123, span, message).help(help);
  }

  static Diagnostic typoWouldPass(Span span) {
    return Diagnostic.of(W0201, span, "a typo here would pass silently")
        .label("no schema: any name is accepted")
        .help(
            "Declare a shape, so that names are checked:",
            "    type Widget = { spec: { unsafeMode?: Bool = false } }");
  }

  static Diagnostic vacuous(Span span) {
    return Diagnostic.of(W0202, span, "this check passes when the list is empty")
        .label("nothing is required of an empty list")
        .help(
            "If there must be an element, add a check with `any`.",
            "If not, use `for each`, which says so.");
  }

  /** {@code a quantity}, {@code a list}: for sentences. */
  static String article(Type type) {
    String name = "`" + TypePrinter.print(type) + "`";
    return name;
  }
}
