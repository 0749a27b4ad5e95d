package dev.taffrail.repl.command;

import dev.taffrail.PolicyInfo;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.NotJudged;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.repl.Ink;
import dev.taffrail.repl.Named;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.report.Report;
import dev.taffrail.source.Printable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges objects by policies and lists what they say. */
final class RunCommand {
  private static final Pattern ON = Pattern.compile("^(.*?)\\s+on\\s+(.+)$");

  private RunCommand() {}

  static SessionCommand command() {
    return new SessionCommand(
        "run",
        "POLICY|all [on OBJECT]",
        "judges the objects by a policy",
        List.of(
            "A policy is called by its name or id. Without `on` every object is judged that was",
            "loaded. An object is called by kind, namespace and name, as far as they are needed.",
            "Ctrl-C stops it."),
        ":run NoLatest on Deployment shop/cart",
        SessionCommand.Takes.POLICY_AND_OBJECT,
        RunCommand::run);
  }

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
    if (report.summary().notApplicable() > 0) {
      text.append(" · ").append(report.summary().notApplicable()).append(" not applicable");
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
    json.put("findings", findings.stream().map(RunCommand::json).toList());
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
}
