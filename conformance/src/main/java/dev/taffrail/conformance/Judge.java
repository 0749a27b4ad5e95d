package dev.taffrail.conformance;

import dev.taffrail.ParameterValue;
import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicySet;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.object.Node;
import dev.taffrail.source.SourceFile;
import dev.taffrail.stdlib.StandardLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges cases by the standard library and compares. */
final class Judge {
  private final PolicyEngine engine =
      PolicyEngine.builder().library(StandardLibrary.files()).build();

  private final ManifestReader reader = new ManifestReader();
  private final Mapping mapping;

  /** Compiling takes longer than judging; thousands of cases share some dozens of these. */
  private final Map<String, PolicySet> compiled = new HashMap<>();

  private final Map<String, PolicySet> bound = new HashMap<>();
  private final Map<Path, Manifest> manifests = new HashMap<>();

  Judge(Mapping mapping) {
    this.mapping = mapping;
  }

  Comparison compare(Case expected, Path folder) {
    var row = mapping.of(expected.source(), expected.reportedBy());
    if (row.isEmpty() || expected.review() || expected.expectation() == Case.Expectation.OTHER) {
      return new Comparison(expected, Comparison.Result.NO_MAPPING, "", List.of());
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
    return compare(expected, row.get(), findings(expected, row.get(), folder, manifest, object));
  }

  private static Comparison compare(Case expected, Mapping.Row row, List<Finding> findings) {
    boolean mustPass = expected.expectation() == Case.Expectation.PASS;
    var relevant =
        findings.stream()
            .filter(f -> isAny(mustPass ? row.passes() : row.fails(), f) || isTrouble(f))
            .toList();
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

  private static Comparison disagree(Case expected, String reason, List<Finding> findings) {
    return new Comparison(expected, Comparison.Result.DISAGREE, reason, findings);
  }

  private static boolean isAny(List<Mapping.Pattern> patterns, Finding finding) {
    return patterns.stream().anyMatch(p -> p.matches(finding.policy(), finding.rule()));
  }

  /** The engine's own findings: the input cannot be read or breaks its schema. */
  private static boolean isTrouble(Finding finding) {
    return finding.policy().startsWith("taffrail.");
  }

  private List<Finding> findings(
      Case expected,
      Mapping.Row row,
      Path folder,
      Manifest manifest,
      Optional<KubernetesObject> object) {
    var input = new ArrayList<Manifest>();
    input.add(manifest);
    expected.inventory().forEach(file -> input.add(manifest(folder.resolve(file))));
    return engine.scan(policies(expected, row), input).findings().stream()
        .filter(f -> expected.wholeFile() || f.span().source().equals(manifest.source()))
        .filter(f -> object.isEmpty() || isInside(object.get().root(), f))
        .toList();
  }

  private static boolean isInside(Node.Mapping root, Finding finding) {
    return root.start() <= finding.span().start() && finding.span().start() <= root.end();
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

  private PolicySet policies(Case expected, Mapping.Row row) {
    var values = new ArrayList<ParameterValue>();
    for (String parameter : row.parameters()) {
      int equals = parameter.indexOf('=');
      value(parameter.substring(equals + 1), expected)
          .ifPresent(text -> values.add(value(parameter.substring(0, equals), text)));
    }
    String key = row.modules() + " " + values.stream().map(v -> v.valueSource().text()).toList();
    return bound.computeIfAbsent(key, k -> compiled(row.modules()).bind(values).orThrow());
  }

  private PolicySet compiled(List<String> modules) {
    return compiled.computeIfAbsent(
        modules.toString(), m -> engine.compile(List.of(), modules, List.of()).orThrow());
  }

  private static Optional<String> value(String text, Case expected) {
    return text.startsWith("$") ? expected.fields().text(text.substring(1)) : Optional.of(text);
  }

  private static ParameterValue value(String name, String text) {
    var source = SourceFile.of("mapping", name + "=" + text);
    int start = name.length() + 1;
    return new ParameterValue(
        name,
        source.span(0, name.length()),
        new Node.Text(text, start, start + text.length()),
        source);
  }
}
