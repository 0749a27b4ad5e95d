package dev.taffrail.repl;

import dev.taffrail.runtime.interpret.Trace;
import dev.taffrail.runtime.interpret.Trace.Fact;
import dev.taffrail.runtime.interpret.Trace.Step;
import dev.taffrail.source.Printable;
import java.util.List;

/** What a policy did with an object, in words. */
public final class TraceText {
  private static final int LONGEST = 90;

  private final Ink ink;

  public TraceText(Ink ink) {
    this.ink = ink;
  }

  /** The verdict of the policy: the worst of its checks, or that it does not apply. */
  public static String verdict(Trace trace) {
    boolean error = any(trace, Trace.Verdict.ERROR);
    boolean violation =
        trace.steps().stream()
            .anyMatch(
                s ->
                    s.kind() == Trace.Kind.CHECK
                        && (s.verdict() == Trace.Verdict.NO
                            || s.verdict() == Trace.Verdict.MISSING));
    if (error || trace.results().stream().anyMatch(r -> r.selectionFailure().isPresent())) {
      return "error";
    }
    if (trace.results().stream().noneMatch(r -> r.applies())) {
      return "not applicable";
    }
    return violation ? "violation" : "pass";
  }

  private static boolean any(Trace trace, Trace.Verdict verdict) {
    return trace.steps().stream().anyMatch(s -> s.verdict() == verdict);
  }

  /** The tree of checks, with the values that decided them. */
  public String tree(Trace trace) {
    var text = new StringBuilder();
    for (Step step : trace.steps()) {
      text.append(line(step));
      if (step.kind() != Trace.Kind.LET || step.facts().isEmpty()) {
        facts(step, text);
      }
    }
    trace.results().stream()
        .flatMap(r -> r.selectionFailure().stream())
        .findFirst()
        .ifPresent(
            failure ->
                text.append("  ")
                    .append(ink.bad("error"))
                    .append("  ")
                    .append(Printable.line(failure.message()))
                    .append("   ")
                    .append(ValueText.where(failure.place()))
                    .append('\n'));
    return text.toString();
  }

  private void facts(Step step, StringBuilder text) {
    String indent = "  ".repeat(step.depth() + 2);
    for (Fact fact : step.facts()) {
      if (step.kind() == Trace.Kind.ELEMENT) {
        continue;
      }
      text.append(indent).append(Printable.line(fact.what()));
      if (!fact.found().isEmpty()) {
        text.append(": ").append(Printable.line(fact.found()));
      }
      fact.place().ifPresent(place -> text.append("   ").append(ink.faint(ValueText.where(place))));
      text.append('\n');
    }
  }

  /** One step on a line of its own. */
  public String line(Step step) {
    String indent = "  ".repeat(step.depth() + 1);
    String written = shortened(step.span().text());
    String words = Printable.line(step.words());
    return indent
        + switch (step.kind()) {
          case RULE -> ink.strong("rule " + words);
          case LET -> "let " + words + place(step.facts());
          case WHEN ->
              "when "
                  + written
                  + "   "
                  + (step.verdict() == Trace.Verdict.YES
                      ? ink.good("yes")
                      : ink.warning("no: the policy does not apply"));
          case CHOICE ->
              "if "
                  + written
                  + "   "
                  + (step.verdict() == Trace.Verdict.YES ? ink.good("yes") : ink.warning("no"))
                  + (words.isEmpty() ? "" : " = " + words);
          case ELEMENT ->
              "each "
                  + words
                  + place(step.facts())
                  + (step.verdict() == Trace.Verdict.YES
                      ? ""
                      : ink.faint("   left out by `where`"));
          case CHECK -> check(step, written, words);
        }
        + "\n";
  }

  private String check(Step step, String written, String words) {
    return switch (step.verdict()) {
      case YES, NONE -> ink.good("pass") + "  " + written;
      case NO -> ink.bad("violation") + "  " + written;
      case MISSING -> ink.bad("violation") + "  " + written + "   something is not set";
      case ERROR -> ink.bad("error") + "  " + written + "   " + words;
    };
  }

  private String place(List<Fact> facts) {
    return facts.stream()
        .flatMap(f -> f.place().stream())
        .findFirst()
        .map(p -> "   " + ink.faint(ValueText.where(p)))
        .orElse("");
  }

  private static String shortened(String text) {
    return Printable.shortened(Printable.line(text.replaceAll("\\s+", " ")), LONGEST);
  }
}
