package dev.taffrail.diagnostic;

import dev.taffrail.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One message to the author of a policy, with the text it is about.
 *
 * @param code stable code with a long explanation
 * @param message one line, lower case, no full stop, user text in backticks
 * @param span the text underlined with {@code ^}
 * @param label short words beside the primary underline, or empty
 * @param related further places, underlined with {@code -}
 * @param help lines of advice printed behind {@code =}; a line that starts with two spaces is code
 * @param fix text that may replace a span when the cure is certain
 */
public record Diagnostic(
    DiagnosticCode code,
    String message,
    Span span,
    String label,
    List<Label> related,
    List<String> help,
    Optional<Fix> fix) {

  public Diagnostic {
    related = List.copyOf(related);
    help = List.copyOf(help);
  }

  /** A secondary place with its words. */
  public record Label(Span span, String words) {}

  /** A replacement that a tool may apply without asking. */
  public record Fix(Span span, String replacement) {}

  /** A diagnostic without further places, advice or fix; see the {@code with} methods. */
  public static Diagnostic of(DiagnosticCode code, Span span, String message) {
    return new Diagnostic(code, message, span, "", List.of(), List.of(), Optional.empty());
  }

  public Level level() {
    return code.level();
  }

  public Diagnostic label(String words) {
    return new Diagnostic(code, message, span, words, related, help, fix);
  }

  public Diagnostic related(Span place, String words) {
    var all = new java.util.ArrayList<>(related);
    all.add(new Label(place, words));
    return new Diagnostic(code, message, span, label, all, help, fix);
  }

  public Diagnostic help(String... lines) {
    var all = new java.util.ArrayList<>(help);
    all.addAll(List.of(lines));
    return new Diagnostic(code, message, span, label, related, all, fix);
  }

  public Diagnostic fix(Span place, String replacement) {
    return new Diagnostic(
        code, message, span, label, related, help, Optional.of(new Fix(place, replacement)));
  }
}
