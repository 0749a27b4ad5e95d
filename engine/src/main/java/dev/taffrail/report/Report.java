package dev.taffrail.report;

import dev.taffrail.finding.Finding;
import dev.taffrail.finding.NotJudged;
import dev.taffrail.finding.Note;
import java.util.List;

/** The result of a run, ready to print: findings in report order. */
public record Report(
    String version,
    Summary summary,
    List<Finding> findings,
    List<Note> notes,
    List<NotJudged> notJudged) {
  public Report {
    notJudged = List.copyOf(notJudged);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }
}
