package dev.taffrail.repl.command;

import dev.taffrail.PolicyInfo;
import dev.taffrail.repl.Named;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.tooling.cel.CelExport;
import java.util.ArrayList;
import java.util.List;

/** Prints a policy in CEL, or why it has no exact form there. */
final class CelCommand {
  private CelCommand() {}

  static Response cel(ReplSession session, String words) {
    return switch (ExplainingCommands.one(session, words)) {
      case Named.NotOne<PolicyInfo> problem -> problem.problem();
      case Named.One<PolicyInfo> one ->
          session
              .bench()
              .inCel(one.found().id())
              .map(export -> said(export, one.found().id()))
              .orElseGet(() -> Response.said("not known\n"));
    };
  }

  private static Response said(CelExport export, String id) {
    return switch (export) {
      case CelExport.Exact exact -> Response.said(yaml(exact, id));
      case CelExport.Refused refused ->
          Response.said(
              "not exportable: CEL has no exact form of %s   %s\n"
                  .formatted(refused.what(), refused.span()));
    };
  }

  /** What stands under {@code spec}. */
  private static String yaml(CelExport.Exact exact, String id) {
    var lines = new ArrayList<String>();
    lines.add(
        "# ValidatingAdmissionPolicy for "
            + exact.kind().name()
            + (exact.lifted() ? "; of workloads that make pods it says nothing" : ""));
    lines.add("failurePolicy: Fail");
    if (!exact.conditions().isEmpty()) {
      lines.add("matchConditions:");
      List<String> conditions = exact.conditions();
      for (int i = 0; i < conditions.size(); i++) {
        lines.add("- name: when-" + (i + 1));
        lines.add("  expression: " + quoted(conditions.get(i)));
      }
    }
    lines.add("validations:");
    for (CelExport.Validation validation : exact.validations()) {
      lines.add("- expression: " + quoted(validation.expression()));
      lines.add("  message: " + quoted(id + ", " + validation.span()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
