package dev.taffrail.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a report can be written. */
public enum ReportFormat {
  /** For people, with the lines of the manifests. */
  TEXT,
  /** For programs. */
  JSON,
  /** For code scanning services, version 2.1.0. */
  SARIF,
  /** For the test pages of CI servers. */
  JUNIT,
  /** Workflow commands, which GitHub shows beside the lines of a pull request. */
  GITHUB;

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ReportFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(ReportFormat::word).toList();
  }

  /**
   * What writes this format.
   *
   * @param options how text looks; the other formats are for programs and have no options
   */
  public ReportWriter writer(TextOptions options) {
    return switch (this) {
      case TEXT -> new TextReport(options);
      case JSON -> new JsonReport();
      case SARIF -> new SarifReport();
      case JUNIT -> new JUnitReport();
      case GITHUB -> new GitHubReport();
    };
  }
}
