package dev.taffrail.runtime;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.finding.Evidence;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.NotJudged;
import dev.taffrail.finding.ObjectRef;
import dev.taffrail.finding.Outcome;
import dev.taffrail.finding.Severity;
import dev.taffrail.finding.UnknownReferences;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.runtime.inventory.Controllers;
import dev.taffrail.runtime.inventory.ObjectKey;
import dev.taffrail.runtime.view.DeclaredViews;
import dev.taffrail.runtime.view.Subject;
import dev.taffrail.source.Position;
import dev.taffrail.source.Span;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Judges everything that was read from files. */
public final class Scan {
  private static final Position NOWHERE = new Position(1, 1);

  private static final Comparator<Finding> REPORT_ORDER =
      Comparator.comparing((Finding f) -> f.span().source().name())
          .thenComparing(f -> f.span().startPosition())
          .thenComparing(f -> f.span().endPosition())
          .thenComparing(Finding::policy)
          .thenComparing(f -> f.rule().orElse(""))
          .thenComparing(Finding::path)
          .thenComparing(Finding::message)
          // findings may be about one object and point into another
          .thenComparing(f -> f.object().toString())
          .thenComparing(f -> f.origin().map(Span::startPosition).orElse(NOWHERE))
          .thenComparing(Finding::expected);

  private final Evaluator evaluator;
  private final SchemaTypes types;

  public Scan(Evaluator evaluator, SchemaTypes types) {
    this.evaluator = evaluator;
    this.types = types;
  }

  /**
   * Findings in report order, policies that were left out, and the counts.
   *
   * @param objectsByPolicy how many objects each policy applies to, by id
   */
  public record Result(
      List<Finding> findings,
      List<NotJudged> notJudged,
      List<UnknownReferences> unknownReferences,
      Evidence evidence,
      int objects,
      int passed,
      int notApplicable,
      Map<String, Integer> objectsByPolicy) {
    public Result {
      objectsByPolicy = Collections.unmodifiableMap(new TreeMap<>(objectsByPolicy));
      findings = List.copyOf(findings);
      notJudged = List.copyOf(notJudged);
      unknownReferences = List.copyOf(unknownReferences);
    }
  }

  public Result run(Collection<Manifest> manifests) {
    return run(manifests, Progress.NONE);
  }

  /** Hears how far a scan is; may end it by throwing a {@code CancellationException}. */
  public interface Progress {
    /** Hears nothing. */
    Progress NONE = (done, of) -> {};

    void done(int objects, int of);
  }

  /** The same, watched. */
  public Result run(Collection<Manifest> manifests, Progress progress) {
    int all = manifests.stream().mapToInt(m -> m.objects().size()).sum();
    var findings = new ArrayList<Finding>();
    Set<ObjectKey> present = present(manifests);
    var notJudged =
        evaluator.withoutData(manifests.stream().flatMap(m -> m.objects().stream()).toList());
    var able =
        evaluator
            .without(notJudged.stream().map(NotJudged::policy).collect(Collectors.toSet()))
            .inNewRun();
    Predicate<KubernetesObject> judgedInOwner =
        o -> o.admission().isEmpty() && Controllers.hasController(o, present::contains);
    able.fetch(manifests.stream().flatMap(m -> m.objects().stream()).toList(), judgedInOwner);
    var own = new OwnDefinitions(manifests, types);
    var flags = new FlagCheck(types);
    int objects = 0;
    int passed = 0;
    int notApplicable = 0;
    var applied = new TreeMap<String, Integer>();
    for (Manifest manifest : manifests) {
      boolean secret = SecretPlaces.mayHoldSecret(manifest.source());
      for (Manifest.ReadProblem problem : manifest.problems()) {
        findings.add(
            secret
                ? unreadable(
                        problem.span(),
                        UnquotedText.of(problem.message()),
                        UnquotedText.of(problem.help()))
                    .withoutSource()
                : unreadable(problem.span(), problem.message(), problem.help()));
      }
      for (KubernetesObject object : manifest.objects()) {
        progress.done(objects, all);
        objects++;
        var result = able.evaluate(object, judgedInOwner.test(object));
        findings.addAll(result.findings());
        passed += result.passed();
        notApplicable += result.notApplicable();
        result.judged().forEach(policy -> applied.merge(policy, 1, Integer::sum));
        findings.addAll(schemaFindings(object, own, flags));
      }
    }
    if (manifests.stream().flatMap(m -> m.objects().stream()).anyMatch(Scan::isStored)) {
      var result = able.evaluateSnapshot();
      findings.addAll(result.findings());
      passed += result.passed();
      notApplicable += result.notApplicable();
      result.judged().forEach(policy -> applied.merge(policy, 1, Integer::sum));
    }
    findings.sort(REPORT_ORDER);
    return new Result(
        findings,
        notJudged,
        able.unknownReferences(manifests.stream().flatMap(m -> m.objects().stream()).toList()),
        able.evidence(),
        objects,
        passed,
        notApplicable,
        applied);
  }

  /** An admission request is about one object and not about a state. */
  private static boolean isStored(KubernetesObject object) {
    return object.admission().isEmpty();
  }

  private static Set<ObjectKey> present(Collection<Manifest> manifests) {
    var found = new HashSet<ObjectKey>();
    for (Manifest manifest : manifests) {
      manifest.objects().forEach(object -> found.add(ObjectKey.of(object)));
    }
    return found;
  }

  private static List<Finding> schemaFindings(
      KubernetesObject object, OwnDefinitions own, FlagCheck flags) {
    var found = new ArrayList<Finding>();
    SchemaCheck.check(object, own.types()).forEach(p -> found.add(schemaFinding(object, p)));
    flags.check(object).forEach(p -> found.add(schemaFinding(object, p)));
    own.problems(object).forEach(p -> found.add(schemaFinding(object, p)));
    for (Subject document : new DeclaredViews(own.types()).documents(object)) {
      var part = document.value();
      var opened = part.place().object();
      if (document.unreadable().isPresent()) {
        found.add(schemaFinding(opened, unreadable(document)));
      } else if (part.shape() instanceof ObjectType type) {
        SchemaCheck.check(part, type).forEach(p -> found.add(schemaFinding(opened, p)));
      }
    }
    return found.stream().map(f -> SecretPlaces.isSecret(object) ? f.withoutSource() : f).toList();
  }

  private static SchemaCheck.Problem unreadable(Subject document) {
    return new SchemaCheck.Problem(
        "unreadable-document",
        Severity.HIGH,
        document.value().place().path(),
        document.unreadable().orElseThrow());
  }

  private static Finding schemaFinding(KubernetesObject object, SchemaCheck.Problem problem) {
    return new Finding(
        "taffrail.schema/" + problem.code(),
        "Manifests follow the schema of their kind",
        Optional.empty(),
        Outcome.VIOLATION,
        Optional.empty(),
        problem.severity(),
        problem.message(),
        Optional.of(ObjectRef.of(object)),
        FindingMaker.span(new Place(object, problem.path())),
        problem.path().toString(),
        "",
        List.of(),
        List.of(),
        "",
        Optional.empty());
  }

  private static Finding unreadable(Span span, String message, String help) {
    return new Finding(
        "taffrail.input/unreadable",
        "Input can be read",
        Optional.empty(),
        Outcome.ERROR,
        Optional.of(ErrorCode.UNREADABLE),
        Severity.HIGH,
        message,
        Optional.empty(),
        span,
        "",
        "",
        List.of(),
        List.of(),
        help,
        Optional.empty());
  }
}
