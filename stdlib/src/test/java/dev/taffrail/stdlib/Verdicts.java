package dev.taffrail.stdlib;

import dev.taffrail.Compilation;
import dev.taffrail.EvidenceFile;
import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicyInfo;
import dev.taffrail.PolicySet;
import dev.taffrail.finding.Evidence;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.Manifest;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What compiled policies say about fixtures, as text with a line for each finding. */
final class Verdicts {
  private static final String COMPLETE = "# complete: ";
  private static final String ANSWER = "# answer: ";

  private final PolicyEngine engine;
  private final PolicySet policies;
  private final List<PolicyInfo> known;
  private final Map<Setting, PolicySet> bound = new HashMap<>();

  Verdicts(PolicyEngine engine, PolicySet policies) {
    this.engine = engine;
    this.policies = policies;
    this.known = policies.policies();
  }

  static Verdicts of(PolicyEngine engine, Compilation compilation) {
    return new Verdicts(engine, compilation.orThrow());
  }

  /**
   * The findings of one policy.
   *
   * @param policy the last part of its id
   */
  String of(String policy, Manifest manifest, Setting setting) {
    var set =
        bound.computeIfAbsent(
            setting.of(parameters(policy)), s -> policies.bind(s.values()).orThrow());
    var judged =
        set.only(known.stream().map(PolicyInfo::id).filter(id -> isAbout(policy, id)).toList());
    var report =
        engine.scan(judged.replaying(answers(manifest)), List.of(manifest), complete(manifest));
    var notJudged =
        report.notJudged().stream()
            .filter(n -> n.policy().endsWith("/" + policy))
            .map(n -> "not judged without %s%n".formatted(n.kinds()));
    var findings =
        report.findings().stream().filter(finding -> isAbout(policy, finding)).map(Verdicts::line);
    return Stream.concat(findings, notJudged).collect(Collectors.joining()).replace("\r\n", "\n");
  }

  /** Its own, by the names that reach no other policy. */
  private List<String> parameters(String policy) {
    var info = known.stream().filter(p -> p.id().endsWith("/" + policy)).findFirst();
    return info.stream()
        .flatMap(own -> names(own).filter(p -> !isOfModule(own.id(), p)))
        .map(p -> info.get().id() + "." + p)
        .toList();
  }

  private static Stream<String> names(PolicyInfo policy) {
    return policy.parameters().stream().map(PolicyInfo.Parameter::written);
  }

  /** Every policy of a module has the parameters of the module. */
  private boolean isOfModule(String policy, String parameter) {
    String module = policy.substring(0, policy.indexOf('/') + 1);
    return known.stream()
        .filter(other -> other.id().startsWith(module))
        .allMatch(other -> names(other).anyMatch(parameter::equals));
  }

  /**
   * The kinds that a fixture says it has all objects of, with or without any; {@code all} is every
   * kind.
   */
  private Inventory complete(Manifest manifest) {
    List<String> kinds =
        lines(manifest, COMPLETE).flatMap(line -> Stream.of(line.split(" "))).toList();
    return kinds.contains("all")
        ? Inventory.none().completeForAll()
        : Inventory.of(
            List.of(),
            kinds.stream().map(k -> engine.kind(k).orElseThrow()).collect(Collectors.toSet()));
  }

  /** What external functions answer, in the form of evidence, at a moment that never changes. */
  private static Evidence answers(Manifest manifest) {
    String answers = lines(manifest, ANSWER).collect(Collectors.joining(","));
    var file =
        SourceFile.of(
            "evidence.json",
            "{\"asOf\": \"2026-11-24T00:00:00Z\", \"answers\": [%s]}".formatted(answers));
    return ((EvidenceFile.Result.Read) EvidenceFile.read(file)).evidence();
  }

  private static Stream<String> lines(Manifest manifest, String mark) {
    return manifest
        .source()
        .text()
        .lines()
        .takeWhile(line -> line.startsWith("#"))
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()).strip());
  }

  /** Trouble with the fixture itself must not be overlooked, whichever policy is looked at. */
  private static boolean isAbout(String policy, Finding finding) {
    return isAbout(policy, finding.policy()) || finding.policy().startsWith("taffrail.");
  }

  private static boolean isAbout(String policy, String id) {
    return id.endsWith("/" + policy);
  }

  private static String line(Finding finding) {
    var position = finding.span().startPosition();
    String error = finding.outcome() == Outcome.ERROR ? "error: " : "";
    return "%s:%s  %s  %s  %s%s%n"
        .formatted(
            position.line(),
            position.column(),
            finding.shortName(),
            finding.path(),
            error,
            finding.message())
        .replace("\r\n", "\n");
  }
}
