package dev.taffrail.repl.command;

import dev.taffrail.PolicyInfo;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.repl.Ink;
import dev.taffrail.repl.Named;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.repl.TraceText;
import dev.taffrail.report.Report;
import dev.taffrail.runtime.interpret.Trace;
import dev.taffrail.source.Printable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what decided that a policy says of an object what it says. */
final class WhyCommand {
  private WhyCommand() {}

  static SessionCommand command() {
    return new SessionCommand(
        "why",
        "OBJECT POLICY",
        "tells what decided, for passes too",
        List.of(
            "The checks of the policy on this object, each with the values that decided it, where",
            "they stand, and what Kubernetes or the policy took an unset one for."),
        ":why Deployment shop/cart OurRegistries",
        SessionCommand.Takes.OBJECT_AND_POLICY,
        WhyCommand::why);
  }

  private static Response why(ReplSession session, String words) {
    int split = Math.max(words.lastIndexOf(' '), words.lastIndexOf('\t'));
    if (split < 0) {
      return Response.wrong(
          "`:why` wants an object and a policy",
          "for instance: :why Deployment shop/cart NoLatest");
    }
    String object = words.substring(0, split).strip();
    String policy = words.substring(split + 1);
    return traced(
        session,
        object,
        policy,
        (found, info, traces) -> {
          session.judged(info.id(), found);
          return explained(session, found, info, traces);
        });
  }

  /** What to do with a policy, an object and what the one does with the other. */
  interface Traced {
    Response tell(KubernetesObject object, PolicyInfo policy, List<Trace> traces);
  }

  static Response traced(ReplSession session, String object, String policy, Traced told) {
    return switch (Named.policy(policy, session.bench())) {
      case Named.NotOne<PolicyInfo> problem -> problem.problem();
      case Named.One<PolicyInfo> one ->
          switch (Named.object(object, session.bench())) {
            case Named.NotOne<KubernetesObject> problem -> problem.problem();
            case Named.One<KubernetesObject> found -> {
              List<Trace> traces = session.bench().trace(one.found().id(), found.found());
              yield traces.isEmpty()
                  ? Response.said(
                      "not applicable: %s is about %s, and %s is a %s\n"
                          .formatted(
                              one.found().shortName(),
                              String.join(", ", one.found().kinds()),
                              found.found().title(),
                              found.found().kind().kind()))
                  : told.tell(found.found(), one.found(), traces);
            }
          };
    };
  }

  private static Response explained(
      ReplSession session, KubernetesObject object, PolicyInfo policy, List<Trace> traces) {
    Ink ink = new Ink(session.settings().colour());
    var words = new TraceText(ink);
    var text = new StringBuilder();
    boolean violation = false;
    for (Trace trace : traces) {
      String verdict = TraceText.verdict(trace);
      violation |= verdict.equals("violation");
      text.append(verdict.equals("pass") ? ink.good(verdict) : ink.bad(verdict))
          .append(": ")
          .append(Printable.line(object.title()))
          .append(" by ")
          .append(policy.id())
          .append('\n')
          .append(words.tree(trace));
    }
    waived(session, object, policy).ifPresent(line -> text.append("  ").append(line).append('\n'));
    String verdict = TraceText.verdict(traces.getFirst());
    return Response.of(
        violation ? Response.Status.VIOLATIONS : Response.Status.GOOD,
        text.toString(),
        Map.of("kind", "why", "policy", policy.id(), "object", object.title(), "outcome", verdict));
  }

  private static Optional<String> waived(
      ReplSession session, KubernetesObject object, PolicyInfo policy) {
    Report report =
        session.bench().run(Set.of(policy.id()), List.of(object), false, (done, of) -> {});
    return report.findings().stream()
        .flatMap(f -> f.waiver().stream())
        .findFirst()
        .map(
            waiver ->
                "waived until %s: %s   %s"
                    .formatted(waiver.until(), Printable.line(waiver.reason()), waiver.span()));
  }
}
