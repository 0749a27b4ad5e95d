package dev.taffrail.repl.command;

import dev.taffrail.Edited;
import dev.taffrail.PolicyInfo;
import dev.taffrail.finding.Finding;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.repl.Ink;
import dev.taffrail.repl.Named;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.report.Report;
import dev.taffrail.source.Printable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the policies would say of an object that was edited. */
final class WhatifCommand {
  private WhatifCommand() {}

  static SessionCommand command() {
    return new SessionCommand(
        "whatif",
        "OBJECT EDIT",
        "what an edit would change in the findings",
        List.of(
            "The edit is a record as behind `with`, or `path = value`. Nothing is written; the",
            "findings of all policies for the object as it is and as it would be are compared."),
        ":whatif Deployment shop/cart { spec: { replicas: 1 } }",
        SessionCommand.Takes.OBJECT_AND_EDIT,
        WhatifCommand::whatif);
  }

  private static Response whatif(ReplSession session, String words) {
    return EditWords.of(words)
        .map(edit -> changed(session, edit, (from, to) -> compared(session, from, to)))
        .orElseGet(
            () ->
                Response.wrong(
                    "`:whatif` wants an object and an edit",
                    "for instance: :whatif Deployment shop/cart { spec: { replicas: 1 } }",
                    "or: :whatif Deployment shop/cart spec.replicas = 1"));
  }

  /** What to do with an object and what would be there in its place. */
  interface Changing {
    Response tell(KubernetesObject object, Edited.Changed changed);
  }

  static Response changed(ReplSession session, EditWords words, Changing told) {
    return switch (Named.object(words.object(), session.bench())) {
      case Named.NotOne<KubernetesObject> problem -> problem.problem();
      case Named.One<KubernetesObject> one ->
          switch (session.bench().edit(one.found(), words.edit())) {
            case Edited.Wrong wrong ->
                Response.of(
                    Response.Status.WRONG,
                    wrong.diagnostics().isEmpty()
                        ? "this edit gives no object; it is a record: { spec: { replicas: 1 } }\n"
                        : session.words(wrong.diagnostics()),
                    Map.of("kind", "problem", "message", "the edit does not compile"));
            case Edited.Changed changed -> told.tell(one.found(), changed);
          };
    };
  }

  private static Response compared(
      ReplSession session, KubernetesObject object, Edited.Changed changed) {
    var ids = session.bench().policies().stream().map(PolicyInfo::id).toList();
    Ink ink = new Ink(session.settings().colour());
    Map<String, Finding> before =
        byWords(session.bench().run(ids, List.of(object), false, session.progress()));
    Map<String, Finding> after =
        byWords(changed.bench().run(ids, List.of(changed.object()), false, session.progress()));
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
                    changed.object().title(),
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
