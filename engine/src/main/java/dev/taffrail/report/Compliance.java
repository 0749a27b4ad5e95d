package dev.taffrail.report;

import dev.taffrail.finding.Control;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.NotJudged;
import dev.taffrail.finding.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a run means for the controls of a framework.
 *
 * @param framework as policies name it, {@code cis}
 * @param controls in the order of the framework
 */
public record Compliance(String framework, String title, List<Row> controls) {
  public Compliance {
    controls = List.copyOf(controls);
  }

  /** How it stands with a control; of several the worst counts, which is the first here. */
  public enum Status {
    FAILED("failed"),
    ERROR("error"),
    NOT_JUDGED("not judged"),
    WAIVED("waived"),
    PASSED("passed"),
    NOT_APPLICABLE("not applicable"),
    NO_POLICY("no policy");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * A control.
   *
   * @param id its number
   * @param policies ids of the policies of the run that are about it, sorted
   * @param objects how many times one of them applied to an object
   */
  public record Row(
      String id,
      String title,
      Status status,
      List<String> policies,
      int objects,
      int violations,
      int errors,
      int waived) {
    public Row {
      policies = List.copyOf(policies);
    }
  }

  /**
   * Sums up a run.
   *
   * @param titles of the controls, by id, in the order of the framework
   * @param policies the controls of the policies of the run, those not judged included, by id
   */
  public static Compliance of(
      String framework,
      String title,
      Map<String, String> titles,
      Map<String, List<Control>> policies,
      Report report) {
    Set<String> notJudged =
        report.notJudged().stream().map(NotJudged::policy).collect(Collectors.toSet());
    var rows = new ArrayList<Row>();
    titles.forEach(
        (id, words) -> {
          var control = new Control(framework, id);
          var about = new TreeSet<String>();
          policies.forEach(
              (policy, controls) -> {
                if (controls.contains(control)) {
                  about.add(policy);
                }
              });
          var found =
              report.findings().stream().filter(f -> f.controls().contains(control)).toList();
          int objects =
              about.stream().mapToInt(p -> report.objectsByPolicy().getOrDefault(p, 0)).sum();
          int violations = count(found, Outcome.VIOLATION);
          int errors = count(found, Outcome.ERROR);
          int waived = count(found, Outcome.WAIVED);
          Status status =
              violations > 0
                  ? Status.FAILED
                  : errors > 0 ? Status.ERROR : withoutFault(about, notJudged, objects, waived);
          rows.add(
              new Row(id, words, status, List.copyOf(about), objects, violations, errors, waived));
        });
    return new Compliance(framework, title, rows);
  }

  private static Status withoutFault(
      Set<String> about, Set<String> notJudged, int objects, int waived) {
    if (about.isEmpty()) {
      return Status.NO_POLICY;
    }
    if (about.stream().anyMatch(notJudged::contains)) {
      return Status.NOT_JUDGED;
    }
    if (waived > 0) {
      return Status.WAIVED;
    }
    return objects > 0 ? Status.PASSED : Status.NOT_APPLICABLE;
  }

  private static int count(List<Finding> findings, Outcome outcome) {
    return (int) findings.stream().filter(f -> f.outcome() == outcome).count();
  }

  /** How many controls have each status; those that none has are there with 0. */
  public Map<Status, Integer> totals() {
    var totals = new EnumMap<Status, Integer>(Status.class);
    for (Status status : Status.values()) {
      totals.put(status, (int) controls.stream().filter(c -> c.status() == status).count());
    }
    return totals;
  }
}
