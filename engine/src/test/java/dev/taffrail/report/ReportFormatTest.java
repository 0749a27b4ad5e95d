package dev.taffrail.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every format, as it was read and approved. */
class ReportFormatTest {
  private static final TextOptions VERBOSE = new TextOptions(false, true, true);
  private static final TextOptions COLOURED = new TextOptions(true, false, true);
  private static final TextOptions FINDINGS_ONLY = new TextOptions(false, false, false);

  @ParameterizedTest
  @EnumSource
  void everyFormatOfAnAwkwardReport(ReportFormat format) throws IOException {
    assertGolden("awkward." + format.word(), written(format, TextOptions.PLAIN, awkward()));
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatOfARunWithoutFindings(ReportFormat format) throws IOException {
    var report = AwkwardReport.nothingFound();
    assertGolden("nothing." + format.word(), written(format, TextOptions.PLAIN, report));
  }

  @Test
  void verboseTextListsWhatWasSkipped() throws IOException {
    assertGolden("awkward.verbose.text", written(ReportFormat.TEXT, VERBOSE, awkward()));
  }

  @Test
  void colouredText() throws IOException {
    var text = written(ReportFormat.TEXT, COLOURED, awkward());
    assertGolden("awkward.coloured.text", text.replace("\u001b", "␛"));
  }

  @Test
  void coloursAreTheOnlyDifference() throws IOException {
    var coloured = written(ReportFormat.TEXT, COLOURED, awkward());
    assertEquals(
        written(ReportFormat.TEXT, TextOptions.PLAIN, awkward()),
        coloured.replaceAll("\u001b\\[[0-9]+m", ""));
  }

  @Test
  void withoutSummaryNothingIsPrintedIfNothingIsFound() throws IOException {
    assertEquals("", written(ReportFormat.TEXT, FINDINGS_ONLY, AwkwardReport.nothingFound()));
  }

  @ParameterizedTest
  @EnumSource
  void wordsNameFormats(ReportFormat format) {
    assertEquals(format, ReportFormat.of(format.word()).orElseThrow());
  }

  static String written(ReportFormat format, TextOptions options, Report report)
      throws IOException {
    var out = new ByteArrayOutputStream();
    // As the command does: what cannot be encoded becomes a question mark.
    format.writer(options).write(report, new OutputStreamWriter(out, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Report awkward() {
    return AwkwardReport.report();
  }

  private static void assertGolden(String name, String actual) {
    var folder = ProjectFolders.root().resolve("engine/src/test/resources/report");
    GoldenFiles.assertMatches(folder.resolve(name), actual);
  }
}
