package dev.taffrail.report;

import java.io.IOException;
import java.io.Writer;

/** Writes a report in one format: the same report gives the same text, byte for byte. */
public sealed interface ReportWriter
    permits TextReport, JsonReport, SarifReport, JUnitReport, GitHubReport {

  /** Writes as it goes, so that a large report needs no second copy; flushes, does not close. */
  void write(Report report, Writer out) throws IOException;
}
