package dev.taffrail.conformance;

import dev.taffrail.Compilation;
import dev.taffrail.ParameterValue;
import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicyInfo;
import dev.taffrail.PolicySet;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.stdlib.StandardLibrary;
import dev.taffrail.value.ErrorCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges cases by the standard library and compares. */
final class Judge {
  private static final String NO_KIND = "taffrail.schema/unknown-kind";

  /** Its policies are about the version in which an object is written. */
  private static final String ABOUT_VERSIONS = "std.upgrades";

  /** The files of a case are the whole cluster: what is not in them is not there. */
  private static final Inventory NOTHING_ELSE = Inventory.none().completeForAll();

  /** What is not judged at all, since no API server or component takes it. */
  private static final Set<ErrorCode> REFUSED =
      EnumSet.of(ErrorCode.WRONG_SHAPE, ErrorCode.REQUIRED_FIELD_MISSING, ErrorCode.MALFORMED);

  /** A parameter of this name in the mapping is the version of Kubernetes instead. */
  static final String KUBERNETES = "kubernetes";

  /** By version of Kubernetes; empty is the one we use without being told. */
  private final Map<String, PolicyEngine> engines = new HashMap<>();

  private final ManifestReader reader = new ManifestReader();
  private final PolicyEngine engine = engine(Optional.empty());
  private final ServedVersions served = new ServedVersions(engine.kubernetes());
  private final Mapping mapping;

  /** Compiling takes longer than judging; thousands of cases share some dozens of these. */
  private final Map<String, PolicySet> compiled = new HashMap<>();

  private final Map<String, Compilation> bound = new HashMap<>();
  private final Map<Path, Manifest> manifests = new HashMap<>();

  Judge(Mapping mapping) {
    this.mapping = mapping;
  }

  Comparison compare(Case expected, Path folder) {
    return switch (mapping.of(expected).orElse(null)) {
      case null -> Comparison.without(expected, Comparison.Result.NO_MAPPING, "");
      case Mapping.NotYet later ->
          Comparison.without(expected, Comparison.Result.NOT_YET, later.controls());
      case Mapping.Excluded excluded ->
          Comparison.without(expected, Comparison.Result.EXCLUDED, excluded.why());
      case Mapping.Row row -> compare(expected, row, folder);
    };
  }

  private Comparison compare(Case expected, Mapping.Row row, Path folder) {
    if (expected.foreign()) {
      return Comparison.without(
          expected, Comparison.Result.NO_VERDICT, "a document of its own scanner, not an object");
    }
    if (expected.review()) {
      return Comparison.without(expected, Comparison.Result.NO_VERDICT, "a request, not an object");
    }
    if (expected.expectation() == Case.Expectation.NOT_RUN) {
      return Comparison.without(expected, Comparison.Result.NO_VERDICT, "the check was not run");
    }
    if (expected.expectation() == Case.Expectation.OTHER) {
      return Comparison.without(expected, Comparison.Result.NO_VERDICT, "a changed object");
    }
    Manifest manifest = manifest(folder.resolve(expected.file()));
    if (manifest.objects().isEmpty()) {
      return disagree(expected, "no object could be read from the file", List.of());
    }
    Optional<KubernetesObject> object = Optional.empty();
    if (expected.object().isPresent() && !expected.wholeFile()) {
      object = find(expected.object().get(), manifest);
      if (object.isEmpty()) {
        return disagree(expected, "the object is not in the file", List.of());
      }
    }
    var fails = applying(row.fails(), expected);
    var passes = applying(row.passes(), expected);
    var both = Stream.concat(fails.stream(), passes.stream()).toList();
    return switch (policies(expected, row)) {
      case Compilation.Rejected rejected ->
          disagree(
              expected,
              "the parameters do not fit: " + rejected.diagnostics().getFirst().message(),
              List.of());
      case Compilation.Compiled compiled ->
          compare(
              expected,
              fails,
              passes,
              findings(
                  expected,
                  only(both, compiled.policies()),
                  ExemptNames.of(row, expected.fields()),
                  folder,
                  manifest,
                  object));
    };
  }

  private static List<Pattern> applying(List<Pattern> patterns, Case expected) {
    return patterns.stream().filter(p -> p.applies(expected.fields())).toList();
  }

  private static Comparison compare(
      Case expected, List<Pattern> fails, List<Pattern> passes, List<Finding> findings) {
    boolean mustPass = expected.expectation() == Case.Expectation.PASS;
    var relevant =
        findings.stream().filter(f -> isAny(mustPass ? passes : fails, f) || isTrouble(f)).toList();
    if (!relevant.isEmpty() && relevant.stream().allMatch(Judge::isRefusal)) {
      return Comparison.without(
          expected, Comparison.Result.NO_VERDICT, "a value that Kubernetes refuses");
    }
    if (mustPass) {
      return relevant.isEmpty()
          ? new Comparison(expected, Comparison.Result.AGREE, "", List.of())
          : disagree(expected, "must pass, but there are findings", relevant);
    }
    boolean found =
        relevant.stream().anyMatch(f -> f.outcome() == Outcome.VIOLATION && !isTrouble(f));
    return found
        ? new Comparison(expected, Comparison.Result.AGREE, "", List.of())
        : disagree(expected, "must fail, but there is no violation", relevant);
  }

  private static boolean isRefusal(Finding finding) {
    return finding.code().filter(REFUSED::contains).isPresent();
  }

  private static Comparison disagree(Case expected, String reason, List<Finding> findings) {
    return new Comparison(expected, Comparison.Result.DISAGREE, reason, findings);
  }

  private static boolean isAny(List<Pattern> patterns, Finding finding) {
    return patterns.stream().anyMatch(p -> p.matches(finding.policy(), finding.rule()));
  }

  /**
   * The engine's own findings that nothing was judged: the input cannot be read, or is of no kind.
   * That an object breaks its schema in other ways is not what the check asks.
   */
  private static boolean isTrouble(Finding finding) {
    return finding.policy().startsWith("taffrail.")
        && (!finding.policy().startsWith("taffrail.schema/") || finding.policy().equals(NO_KIND));
  }

  private List<Finding> findings(
      Case expected,
      PolicySet policies,
      ExemptNames names,
      Path folder,
      Manifest manifest,
      Optional<KubernetesObject> object) {
    var exempt = ExemptImages.of(expected.fields());
    var input = new ArrayList<Manifest>();
    input.add(manifest);
    expected.inventory().forEach(file -> input.add(manifest(folder.resolve(file))));
    boolean asWritten =
        policies.policies().stream().anyMatch(p -> p.id().startsWith(ABOUT_VERSIONS));
    var judged = asWritten ? input : input.stream().map(served::of).toList();
    var meant = object.map(List::of).orElse(manifest.objects());
    var roles = BoundRoles.of(meant, input);
    var budgets = SelectingBudgets.of(meant, input);
    return engine.scan(policies, judged, NOTHING_ELSE).findings().stream()
        .filter(
            f ->
                expected.wholeFile()
                    || isAbout(manifest, object, f)
                    || roles.areMeantBy(f)
                    || budgets.areMeantBy(f))
        .filter(f -> input.stream().noneMatch(m -> exempt.covers(m, f)))
        .filter(f -> !names.cover(input, f))
        .toList();
  }

  private static boolean isAbout(
      Manifest manifest, Optional<KubernetesObject> object, Finding finding) {
    return object.isEmpty()
        ? finding.span().source().equals(manifest.source())
        : BoundRoles.isInside(object.get(), finding);
  }

  private static Optional<KubernetesObject> find(Case.ObjectPlace place, Manifest manifest) {
    return manifest.objects().stream()
        .filter(o -> o.document() == place.document())
        .filter(o -> place.item().isEmpty() || o.item() == place.item().get())
        .findFirst();
  }

  private Manifest manifest(Path file) {
    return manifests.computeIfAbsent(
        file, path -> reader.read(path.getFileName().toString(), path));
  }

  /** All modules of a row take its parameters, even if a case asks some of its policies only. */
  private Compilation policies(Case expected, Mapping.Row row) {
    var latest = new LinkedHashMap<String, ParameterValue>();
    row.parameters().stream()
        .flatMap(p -> p.in(expected.fields()).stream())
        .forEach(value -> latest.put(value.name(), value));
    latest.remove(ExemptNames.PARAMETER);
    var engine =
        engine(
            Optional.ofNullable(latest.remove(KUBERNETES))
                .map(version -> version.valueSource().text().replace("\"", "")));
    var modules =
        Stream.concat(row.fails().stream(), row.passes().stream())
            .map(Pattern::module)
            .distinct()
            .sorted()
            .toList();
    String key =
        engine.kubernetes()
            + modules
            + latest.values().stream().map(v -> v.name() + "=" + v.valueSource().text()).toList();
    return bound.computeIfAbsent(
        key, k -> compiled(engine, modules).bind(List.copyOf(latest.values())));
  }

  /** Policies nobody asked about would take time and be looked at by nobody. */
  private static PolicySet only(List<Pattern> patterns, PolicySet all) {
    return all.only(
        all.policies().stream()
            .map(PolicyInfo::id)
            .filter(id -> patterns.stream().anyMatch(p -> p.names(id)))
            .toList());
  }

  private PolicySet compiled(PolicyEngine engine, List<String> modules) {
    return compiled.computeIfAbsent(
        engine.kubernetes() + modules,
        key -> engine.compile(List.of(Openshift.policies()), modules, List.of()).orThrow());
  }

  private PolicyEngine engine(Optional<String> kubernetes) {
    return engines.computeIfAbsent(
        kubernetes.orElse(""),
        version -> {
          var builder =
              PolicyEngine.builder().library(StandardLibrary.files()).importing(Openshift::find);
          return (version.isEmpty() ? builder : builder.kubernetes(version)).build();
        });
  }
}
