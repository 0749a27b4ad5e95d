package dev.taffrail.repl.command;

import dev.taffrail.repl.Ink;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.repl.Stepping;
import dev.taffrail.repl.TraceText;
import dev.taffrail.runtime.interpret.Trace;
import dev.taffrail.source.Printable;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Walking through a policy, one statement after the other and back. */
final class StepCommands {
  private StepCommands() {}

  static List<SessionCommand> all() {
    return List.of(
        new SessionCommand(
            "step",
            "[POLICY OBJECT|next|back|first|last|NUMBER]",
            "walks through a policy, forward and back",
            List.of(
                "With a policy and an object it begins; without words it goes one step on,",
                "`:step back` one back, `:step 5` to the fifth. Each step shows the line of the policy",
                "and the values that decide it."),
            ":step OurRegistries Deployment shop/cart",
            SessionCommand.Takes.POLICY_AND_OBJECT,
            StepCommands::step));
  }

  private static Response step(ReplSession session, String words) {
    Stepping now = session.stepping();
    switch (words) {
      case "", "next", "n", "back", "b", "first", "last" -> {
        if (now.isEmpty()) {
          return Response.wrong(
              "step through which policy?",
              "for instance: :step OurRegistries Deployment shop/cart");
        }
        int at =
            switch (words) {
              case "back", "b" -> now.at() - 1;
              case "first" -> 0;
              case "last" -> now.steps().size() - 1;
              default -> now.at() + 1;
            };
        return at < 0 || at >= now.steps().size()
            ? Response.said(at < 0 ? "this is the first step\n" : "this was the last step\n")
            : show(session, now.to(at));
      }
      default -> {
        if (words.matches("\\d{1,6}") && !now.isEmpty()) {
          return show(session, now.to(Integer.parseInt(words) - 1));
        }
        String[] parts = words.split("\\s+", 2);
        if (parts.length < 2) {
          return Response.wrong(
              "`:step` wants a policy and an object",
              "for instance: :step " + parts[0] + " Deployment shop/cart");
        }
        return WhyCommand.traced(
            session,
            parts[1],
            parts[0],
            (object, policy, traces) -> {
              var steps = new ArrayList<Trace.Step>();
              traces.forEach(trace -> steps.addAll(trace.steps()));
              session.judged(policy.id(), object);
              String title = policy.shortName() + " on " + object.title();
              return steps.isEmpty()
                  ? Response.said(title + ": there is no step\n")
                  : show(session, new Stepping(title, steps, 0));
            });
      }
    }
  }

  private static Response show(ReplSession session, Stepping stepping) {
    session.stepping(stepping);
    Ink ink = new Ink(session.settings().colour());
    Trace.Step step = stepping.steps().get(stepping.at());
    Span span = step.span();
    int line = span.startPosition().line();
    var text = new StringBuilder();
    text.append(ink.strong("step %d of %d".formatted(stepping.at() + 1, stepping.steps().size())))
        .append(" · ")
        .append(Printable.line(stepping.title()))
        .append(" · ")
        .append(Printable.line(span.source().name() + ":" + line))
        .append('\n');
    String number = Integer.toString(line);
    text.append("  ").append(number).append(" | ");
    text.append(Printable.line(span.source().line(line).stripTrailing())).append('\n');
    text.append(new TraceText(ink).tree(new Trace(List.of(step), List.of())));
    boolean last = stepping.at() == stepping.steps().size() - 1;
    if (last) {
      text.append("  ").append(ink.faint("that was the last step; :step back")).append('\n');
    }
    return Response.said(text.toString());
  }
}
