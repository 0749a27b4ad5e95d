package dev.taffrail.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.finding.Control;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.NotJudged;
import dev.taffrail.finding.Outcome;
import dev.taffrail.finding.Severity;
import dev.taffrail.source.SourceFile;
import dev.taffrail.value.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How it stands with a control is the worst of what its policies say. */
class ComplianceTest {
  private static final SourceFile FILE = SourceFile.of("a.yaml", "a: b");

  /** For the reports: every status, with words that play with the reader. */
  static Compliance awkward() {
    return new Compliance(
        "shop",
        "The rules of the shop\u001b",
        List.of(
            row("1.1", "Nothing is privileged", Compliance.Status.FAILED, 3, 2, 1, 0),
            row("1.2", "Strange\u001b[31m", Compliance.Status.ERROR, 1, 0, 1, 0),
            row("1.10", "Hosts are unique", Compliance.Status.NOT_JUDGED, 0, 0, 0, 0),
            row("2", "Keys are turned", Compliance.Status.WAIVED, 2, 0, 0, 2),
            row(
                "3",
                "A title that is longer than the table has room for, so that it is cut at the end",
                Compliance.Status.PASSED,
                12,
                0,
                0,
                0),
            row("4", "Nobody flies", Compliance.Status.NOT_APPLICABLE, 0, 0, 0, 0),
            new Compliance.Row("5", "Doors", Compliance.Status.NO_POLICY, List.of(), 0, 0, 0, 0)));
  }

  private static Compliance.Row row(
      String id,
      String title,
      Compliance.Status status,
      int objects,
      int found,
      int errors,
      int waived) {
    return new Compliance.Row(id, title, status, List.of("shop/a"), objects, found, errors, waived);
  }

  private static Finding finding(String policy, Outcome outcome, String... numbers) {
    var controls = List.of(numbers).stream().map(n -> new Control("f", n)).toList();
    return new Finding(
        policy,
        "",
        Optional.empty(),
        outcome,
        outcome == Outcome.ERROR ? Optional.of(ErrorCode.NO_DATA) : Optional.empty(),
        Severity.LOW,
        "no",
        Optional.empty(),
        FILE.span(0, 1),
        "",
        "",
        controls,
        List.of(),
        "",
        Optional.empty());
  }

  private static Compliance of(
      List<NotJudged> notJudged, Map<String, Integer> objects, Finding... findings) {
    var titles = new LinkedHashMap<String, String>();
    titles.put("1", "one");
    titles.put("2", "two");
    titles.put("3", "three");
    var policies =
        Map.of(
            "m/a", List.of(new Control("f", "1"), new Control("g", "3")),
            "m/b", List.of(new Control("f", "1"), new Control("f", "2")));
    var base =
        new Report(
            "1",
            new Summary(1, 2, 0, 0, 0, 0, 0, 0, 0, 0),
            List.of(findings),
            List.of(),
            notJudged);
    var report =
        new Report(
            base.version(),
            base.summary(),
            base.findings(),
            base.notes(),
            base.notJudged(),
            base.unknownReferences(),
            base.evidence(),
            base.dataFiles(),
            base.policies(),
            objects,
            List.of());
    return Compliance.of("f", "F", titles, policies, report);
  }

  private static List<String> words(Compliance compliance) {
    return compliance.controls().stream().map(row -> row.status().word()).toList();
  }

  @Test
  void whatAppliesToNothingIsNotPassed() {
    var nothing = of(List.of(), Map.of());
    assertEquals(List.of("not applicable", "not applicable", "no policy"), words(nothing));
    assertEquals(List.of("m/a", "m/b"), nothing.controls().getFirst().policies());
    assertEquals(
        List.of("passed", "not applicable", "no policy"), words(of(List.of(), Map.of("m/a", 2))));
    assertEquals(3, of(List.of(), Map.of("m/a", 2, "m/b", 1)).controls().getFirst().objects());
  }

  @Test
  void theWorstCounts() {
    var judged = Map.of("m/a", 1, "m/b", 1);
    var left = List.of(new NotJudged("m/b", List.of("Pod")));
    var waived = finding("m/a", Outcome.WAIVED, "1");
    var error = finding("m/a", Outcome.ERROR, "1");
    var violation = finding("m/b", Outcome.VIOLATION, "1");
    assertEquals("waived", words(of(List.of(), judged, waived)).getFirst());
    assertEquals(List.of("not judged", "not judged", "no policy"), words(of(left, judged, waived)));
    assertEquals("error", words(of(left, judged, waived, error)).getFirst());
    var all = of(left, judged, waived, error, violation);
    assertEquals("failed", words(all).getFirst());
    var row = all.controls().getFirst();
    assertEquals(List.of(1, 1, 1), List.of(row.violations(), row.errors(), row.waived()));
    assertEquals(1, all.totals().get(Compliance.Status.FAILED));
    assertEquals(0, all.totals().get(Compliance.Status.PASSED));
  }

  @Test
  void aFindingCountsForItsOwnNumbersOnly() {
    var found = of(List.of(), Map.of("m/b", 1), finding("m/b", Outcome.VIOLATION, "2"));
    assertEquals(List.of("passed", "failed", "no policy"), words(found));
  }
}
