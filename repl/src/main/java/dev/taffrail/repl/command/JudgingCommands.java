package dev.taffrail.repl.command;

import dev.taffrail.Edited;
import dev.taffrail.PolicyInfo;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.NotJudged;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.repl.Ink;
import dev.taffrail.repl.Named;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.repl.TraceText;
import dev.taffrail.report.Report;
import dev.taffrail.runtime.interpret.Trace;
import dev.taffrail.source.Printable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What policies say of objects, why, and what would be if. */
final class JudgingCommands {
  private static final Pattern ON = Pattern.compile("^(.*?)\\s+on\\s+(.+)$");
  private static final Pattern PATH_EDIT =
      Pattern.compile("^(.*?)\\s+([A-Za-z][\\w.]*)\\s*=\\s*(.+)$");

  private JudgingCommands() {}

  static List<SessionCommand> all() {
    return List.of(
        new SessionCommand(
            "run",
            "POLICY|all [on OBJECT]",
            "judges the objects by a policy",
            List.of(
                "A policy is called by its name or id. Without `on` every object is judged that was",
                "loaded. An object is called by kind, namespace and name, as far as they are needed.",
                "Ctrl-C stops it."),
            ":run NoLatest on Deployment shop/cart",
            SessionCommand.Takes.POLICY_AND_OBJECT,
            JudgingCommands::run),
        new SessionCommand(
            "why",
            "OBJECT POLICY",
            "tells what decided, for passes too",
            List.of(
                "The checks of the policy on this object, each with the values that decided it, where",
                "they stand, and what Kubernetes or the policy took an unset one for."),
            ":why Deployment shop/cart OurRegistries",
            SessionCommand.Takes.OBJECT_AND_POLICY,
            JudgingCommands::why),
        new SessionCommand(
            "whatif",
            "OBJECT EDIT",
            "what an edit would change in the findings",
            List.of(
                "The edit is a record as behind `with`, or `path = value`. Nothing is written; the",
                "findings of all policies for the object as it is and as it would be are compared."),
            ":whatif Deployment shop/cart { spec: { replicas: 1 } }",
            SessionCommand.Takes.OBJECT_AND_EDIT,
            JudgingCommands::whatif));
  }

  // ------------------------------------------------------------ :run

  private static Response run(ReplSession session, String words) {
    if (words.isEmpty()) {
      return Response.wrong("which policy?", "for instance: :run all", ":policies lists them");
    }
    Matcher on = ON.matcher(words);
    String policy = on.matches() ? on.group(1).strip() : words;
    var ids = new LinkedHashSet<String>();
    if (policy.equals("all")) {
      session.bench().policies().forEach(p -> ids.add(p.id()));
      if (ids.isEmpty()) {
        return Response.wrong(
            "there are no policies", "load some with :load, or type one; :policies lists them");
      }
    } else {
      switch (Named.policy(policy, session.bench())) {
        case Named.NotOne<PolicyInfo> problem -> {
          return problem.problem();
        }
        case Named.One<PolicyInfo> one -> ids.add(one.found().id());
      }
    }
    if (!on.matches()) {
      if (session.bench().manifests().isEmpty()) {
        return Response.wrong("there are no objects to judge", ":load FOLDER reads some");
      }
      long start = System.nanoTime();
      Report report = session.bench().run(ids, session.progress());
      return report(session, report, policy.equals("all"), start);
    }
    switch (Named.object(on.group(2), session.bench())) {
      case Named.NotOne<KubernetesObject> problem -> {
        return problem.problem();
      }
      case Named.One<KubernetesObject> one -> {
        long start = System.nanoTime();
        Report report = session.bench().run(ids, List.of(one.found()), false, session.progress());
        if (ids.size() == 1) {
          session.judged(ids.iterator().next(), one.found());
        }
        return report(session, report, policy.equals("all"), start);
      }
    }
  }

  private static Response report(
      ReplSession session, Report report, boolean schemaToo, long start) {
    Ink ink = new Ink(session.settings().colour());
    var findings =
        report.findings().stream()
            .filter(f -> schemaToo || !f.policy().startsWith("taffrail."))
            .toList();
    var text = new StringBuilder();
    long violations = count(findings, Outcome.VIOLATION);
    long errors = count(findings, Outcome.ERROR);
    long waived = count(findings, Outcome.WAIVED);
    text.append(ReplSession.count(report.summary().objects(), "object", "objects"))
        .append(" · ")
        .append(report.summary().pass())
        .append(" pass · ")
        .append(ReplSession.count((int) violations, "violation", "violations"))
        .append(" · ")
        .append(ReplSession.count((int) errors, "error", "errors"));
    if (waived > 0) {
      text.append(" · ").append(waived).append(" waived");
    }
    if (session.settings().time() || session.settings().lines() > 0) {
      text.append(" · %d ms".formatted((System.nanoTime() - start) / 1_000_000));
    }
    text.append('\n');
    for (NotJudged policy : report.notJudged()) {
      text.append("  ")
          .append(ink.warning("not judged"))
          .append("  ")
          .append(policy.message())
          .append('\n');
    }
    findings.forEach(
        finding -> text.append("  ").append(line(finding, schemaToo, ink)).append('\n'));
    var json = new LinkedHashMap<String, Object>();
    json.put("kind", "run");
    json.put("objects", report.summary().objects());
    json.put("pass", report.summary().pass());
    json.put("violations", (int) violations);
    json.put("errors", (int) errors);
    json.put("findings", findings.stream().map(JudgingCommands::json).toList());
    Response.Status status =
        errors > 0
            ? Response.Status.FAILED
            : violations > 0 ? Response.Status.VIOLATIONS : Response.Status.GOOD;
    return Response.of(status, text.toString(), json);
  }

  private static long count(List<Finding> findings, Outcome outcome) {
    return findings.stream().filter(f -> f.outcome() == outcome).count();
  }

  private static String line(Finding finding, boolean named, Ink ink) {
    String object = finding.object().map(o -> o.title()).orElse("");
    String outcome =
        switch (finding.outcome()) {
          case ERROR -> ink.bad("error  ");
          case WAIVED -> ink.faint("waived  ");
          case VIOLATION, PASS, NOT_APPLICABLE -> "";
        };
    String policy = named ? ink.faint(finding.shortName() + "  ") : "";
    return outcome
        + policy
        + Printable.line(object)
        + "   "
        + Printable.line(finding.message().replaceAll("\\s+", " "))
        + "   "
        + ink.faint(place(finding));
  }

  private static String place(Finding finding) {
    return Printable.line(
        finding.span().source().name() + ":" + finding.span().startPosition().line());
  }

  private static Map<String, Object> json(Finding finding) {
    var json = new LinkedHashMap<String, Object>();
    json.put("policy", finding.policy());
    json.put("outcome", finding.outcome().word());
    json.put("object", finding.object().map(o -> o.title()).orElse(""));
    json.put("message", finding.message());
    json.put("path", finding.path());
    json.put("file", finding.span().source().name());
    json.put("line", finding.span().startPosition().line());
    return json;
  }

  // ------------------------------------------------------------ :why

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
                              Named.shortId(one.found()),
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

  // ------------------------------------------------------------ :whatif

  private static Response whatif(ReplSession session, String words) {
    int brace = words.indexOf('{');
    Matcher path = PATH_EDIT.matcher(words);
    String object;
    String edit;
    if (brace > 0) {
      object = words.substring(0, brace).strip();
      edit = words.substring(brace);
    } else if (path.matches()) {
      object = path.group(1).strip();
      edit = nested(path.group(2), path.group(3));
    } else {
      return Response.wrong(
          "`:whatif` wants an object and an edit",
          "for instance: :whatif Deployment shop/cart { spec: { replicas: 1 } }",
          "or: :whatif Deployment shop/cart spec.replicas = 1");
    }
    return switch (Named.object(object, session.bench())) {
      case Named.NotOne<KubernetesObject> problem -> problem.problem();
      case Named.One<KubernetesObject> one ->
          switch (session.bench().edit(one.found(), edit)) {
            case Edited.Wrong wrong ->
                Response.of(
                    Response.Status.WRONG,
                    wrong.diagnostics().isEmpty()
                        ? "this edit gives no object; it is a record: { spec: { replicas: 1 } }\n"
                        : session.words(wrong.diagnostics()),
                    Map.of("kind", "problem", "message", "the edit does not compile"));
            case Edited.Judged judged -> compared(session, judged);
          };
    };
  }

  /** {@code a.b = v} as {@code { a: { b: v } }}. */
  static String nested(String path, String value) {
    String[] steps = path.split("\\.");
    return "{ " + String.join(": { ", steps) + ": " + value + " }".repeat(steps.length);
  }

  private static Response compared(ReplSession session, Edited.Judged judged) {
    Ink ink = new Ink(session.settings().colour());
    Map<String, Finding> before = byWords(judged.before());
    Map<String, Finding> after = byWords(judged.after());
    var text = new StringBuilder();
    after.forEach(
        (key, finding) -> {
          if (!before.containsKey(key)) {
            text.append("  ").append(ink.bad("new   ")).append(words(finding)).append('\n');
          }
        });
    before.forEach(
        (key, finding) -> {
          if (!after.containsKey(key)) {
            text.append("  ").append(ink.good("gone  ")).append(words(finding)).append('\n');
          }
        });
    int stays = (int) after.keySet().stream().filter(before::containsKey).count();
    String head =
        text.isEmpty()
            ? "nothing changes"
            : "%s: %s before, %s after"
                .formatted(
                    judged.object().title(),
                    ReplSession.count(before.size(), "finding", "findings"),
                    after.size());
    String rest =
        stays == 0
            ? ""
            : "  %s\n"
                .formatted(ink.faint(ReplSession.count(stays, "finding stays", "findings stay")));
    boolean worse = after.keySet().stream().anyMatch(key -> !before.containsKey(key));
    return Response.of(
        worse ? Response.Status.VIOLATIONS : Response.Status.GOOD,
        head + "\n" + text + rest,
        Map.of("kind", "whatif", "before", before.size(), "after", after.size()));
  }

  private static Map<String, Finding> byWords(Report report) {
    var found = new LinkedHashMap<String, Finding>();
    report
        .findings()
        .forEach(f -> found.put(f.policy() + f.rule().orElse("") + f.path() + f.message(), f));
    return found;
  }

  private static String words(Finding finding) {
    return finding.shortName() + "  " + Printable.line(finding.message().replaceAll("\\s+", " "));
  }
}
