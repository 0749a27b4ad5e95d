package dev.taffrail.report;

import dev.taffrail.finding.Enforcement;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.NotJudged;
import dev.taffrail.finding.Outcome;
import dev.taffrail.finding.Severity;
import dev.taffrail.source.Position;
import dev.taffrail.source.Printable;
import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;

/**
 * Workflow commands: a GitHub workflow that prints them gets annotations at the lines of the
 * manifests.
 */
public final class GitHubReport implements ReportWriter {
  @Override
  public void write(Report report, Writer out) throws IOException {
    for (Finding finding : report.findings()) {
      writeCommand(finding, out);
    }
    for (NotJudged policy : report.notJudged()) {
      out.write("::notice title=" + property("policy not judged"));
      out.write("::" + data(policy.message() + "\n" + policy.help()) + "\n");
    }
    out.write(SummaryLine.of(report));
    out.write('\n');
    out.flush();
  }

  private static void writeCommand(Finding finding, Writer out) throws IOException {
    Position start = finding.span().startPosition();
    Position end = finding.span().endPosition();
    out.write("::" + command(finding));
    out.write(" file=" + property(finding.span().source().name()));
    out.write(",line=" + start.line());
    out.write(",endLine=" + end.line());
    // GitHub refuses columns for a range of several lines.
    if (start.line() == end.line()) {
      out.write(",col=" + start.column() + ",endColumn=" + end.column());
    }
    out.write(",title=" + property(title(finding)));
    out.write("::" + data(FindingText.withAdvice(finding)));
    out.write('\n');
  }

  private static String command(Finding finding) {
    if (finding.outcome() == Outcome.WAIVED || finding.enforcement() == Enforcement.AUDIT) {
      return "notice";
    }
    String command = finding.outcome() == Outcome.ERROR ? "error" : command(finding.severity());
    boolean isMild = finding.enforcement() != Enforcement.DENY;
    return isMild && command.equals("error") ? "warning" : command;
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO -> "notice";
    };
  }

  private static String level(Finding finding) {
    return finding.enforcement() == Enforcement.DENY ? "" : ", " + finding.enforcement().word();
  }

  private static String title(Finding finding) {
    String weight =
        switch (finding.outcome()) {
          case ERROR -> "could not be judged";
          case WAIVED -> "waived";
          case VIOLATION, PASS, NOT_APPLICABLE -> finding.severity().word() + level(finding);
        };
    return finding.shortName() + " (" + weight + ")";
  }

  /** The log shows the text too, so it must be safe on a terminal. */
  private static String data(String text) {
    return text.lines()
        .map(line -> Printable.line(line).replace("%", "%25"))
        .collect(Collectors.joining("%0A"));
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
