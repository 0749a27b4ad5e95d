package dev.taffrail.report;

import dev.taffrail.finding.DataFile;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.NotJudged;
import dev.taffrail.finding.Note;
import dev.taffrail.finding.UnknownReferences;
import dev.taffrail.source.Printable;
import java.io.IOException;
import java.io.Writer;

/** The report for people: each finding with the line of the manifest, then the counts. */
public final class TextReport implements ReportWriter {
  private final TextOptions options;
  private final Paint paint;

  public TextReport(TextOptions options) {
    this.options = options;
    this.paint = new Paint(options.colour());
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    var text = new FindingText(paint, options.verbose());
    var repetition = new Repetition(out);
    for (Finding finding : report.findings()) {
      repetition.add(text.of(finding));
    }
    repetition.end();
    if (options.verbose()) {
      writeNotes(report, out);
      writeUnknownReferences(report, out);
      writeDataFiles(report, out);
    }
    if (options.summary()) {
      writeNotJudged(report, out);
      out.write(paint.strong(SummaryLine.of(report)));
      out.write('\n');
    }
    for (Compliance compliance : report.compliance()) {
      out.write('\n');
      out.write(new ComplianceText(paint).of(compliance));
    }
    out.flush();
  }

  private void writeNotJudged(Report report, Writer out) throws IOException {
    for (NotJudged policy : report.notJudged()) {
      out.write(paint.strong("not judged") + "  " + Printable.line(policy.message()) + "\n");
      out.write("  = " + Printable.line(policy.help()) + "\n\n");
    }
  }

  private void writeNotes(Report report, Writer out) throws IOException {
    for (Note note : report.notes()) {
      out.write(paint.strong(Printable.line(note.span().toString())));
      out.write(paint.faint("  skipped  ") + Printable.line(note.message()) + "\n");
    }
    if (!report.notes().isEmpty()) {
      out.write("\n");
    }
  }

  private void writeUnknownReferences(Report report, Writer out) throws IOException {
    if (!report.unknownReferences().isEmpty()) {
      var kinds = report.unknownReferences().stream().map(UnknownReferences::text).toList();
      out.write(paint.strong("references not known") + "  ");
      out.write(Printable.line(String.join(", ", kinds)) + "\n");
      out.write("  = say with @reference which of their fields name other objects\n\n");
    }
  }

  private void writeDataFiles(Report report, Writer out) throws IOException {
    for (DataFile table : report.dataFiles()) {
      out.write(paint.strong("data") + "  " + Printable.line(table.text()) + "\n");
    }
    if (!report.dataFiles().isEmpty()) {
      out.write("\n");
    }
  }

  /**
   * Writes equal texts that follow each other once, with their number: objects that share content
   * through a YAML anchor, or a document that was given twice.
   */
  private static final class Repetition {
    private final Writer out;
    private String last = "";
    private int times;

    Repetition(Writer out) {
      this.out = out;
    }

    void add(String text) throws IOException {
      if (text.equals(last)) {
        times++;
        return;
      }
      end();
      last = text;
      times = 1;
    }

    void end() throws IOException {
      if (times == 0) {
        return;
      }
      out.write(last);
      if (times > 1) {
        out.write("  (" + times + " times the same)\n");
      }
      out.write("\n");
      last = "";
      times = 0;
    }
  }
}
