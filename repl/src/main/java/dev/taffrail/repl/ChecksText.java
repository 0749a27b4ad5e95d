package dev.taffrail.repl;

import dev.taffrail.Reply;
import dev.taffrail.repl.Response.Status;
import dev.taffrail.runtime.interpret.CheckResult;
import dev.taffrail.runtime.interpret.Trace;
import dev.taffrail.source.Printable;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** What came of statements that were run at once. */
record ChecksText(Ink ink) {
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
        new CompilerText(ink).diagnostics(ran.warnings()) + String.join("\n", lines) + "\n",
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
