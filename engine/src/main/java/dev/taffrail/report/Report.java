package dev.taffrail.report;

import dev.taffrail.finding.DataFile;
import dev.taffrail.finding.Evidence;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.NotJudged;
import dev.taffrail.finding.Note;
import dev.taffrail.finding.PolicyDescription;
import dev.taffrail.finding.UnknownReferences;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result of a run, ready to print: findings in report order.
 *
 * @param unknownReferences objects of which nobody knows what they name, by kind; empty if no
 *     policy asks for that
 * @param evidence what external functions answered
 * @param dataFiles the tables that the policies read, by name
 * @param policies what is known of the policies of the run, in any order
 * @param objectsByPolicy how many objects each policy applies to, by id
 * @param compliance the summaries that were asked for
 */
public record Report(
    String version,
    Summary summary,
    List<Finding> findings,
    List<Note> notes,
    List<NotJudged> notJudged,
    List<UnknownReferences> unknownReferences,
    Evidence evidence,
    List<DataFile> dataFiles,
    List<PolicyDescription> policies,
    Map<String, Integer> objectsByPolicy,
    List<Compliance> compliance) {
  public Report {
    objectsByPolicy = Collections.unmodifiableMap(new TreeMap<>(objectsByPolicy));
    compliance = List.copyOf(compliance);
    dataFiles = List.copyOf(dataFiles);
    policies = List.copyOf(policies);
    notJudged = List.copyOf(notJudged);
    unknownReferences = List.copyOf(unknownReferences);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /** Of a run that asked nobody, with policies that say nothing about themselves. */
  public Report(
      String version,
      Summary summary,
      List<Finding> findings,
      List<Note> notes,
      List<NotJudged> notJudged) {
    this(
        version,
        summary,
        findings,
        notes,
        notJudged,
        List.of(),
        Evidence.NONE,
        List.of(),
        List.of(),
        Map.of(),
        List.of());
  }

  /** The same with what it means for frameworks. */
  public Report summedUpAs(List<Compliance> frameworks) {
    return new Report(
        version,
        summary,
        findings,
        notes,
        notJudged,
        unknownReferences,
        evidence,
        dataFiles,
        policies,
        objectsByPolicy,
        frameworks);
  }
}
