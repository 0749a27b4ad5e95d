package dev.taffrail.cli;

import dev.taffrail.ParameterValue;
import dev.taffrail.PolicyEngine;
import dev.taffrail.Workbench;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestFiles;
import dev.taffrail.repl.Loader;
import dev.taffrail.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a session: each name is a policy file, a manifest, a folder with both, or a module
 * of the standard library.
 */
final class ReplFiles implements Loader {
  private static final String STANDARD_INPUT = "-";

  private final PolicyEngine engine;
  private final Surroundings surroundings;
  private final JudgingOptions options;
  private final List<String> names;
  private final Map<String, String> parameters;

  /** What standard input held: it can be read once only. */
  private final List<Manifest> piped;

  private final List<Path> read = new ArrayList<>();

  private ReplFiles(
      PolicyEngine engine,
      Surroundings surroundings,
      JudgingOptions options,
      List<String> names,
      Map<String, String> parameters,
      List<Manifest> piped) {
    this.engine = engine;
    this.surroundings = surroundings;
    this.options = options;
    this.names = List.copyOf(names);
    this.parameters = new LinkedHashMap<>(parameters);
    this.piped = List.copyOf(piped);
  }

  static ReplFiles of(PolicyEngine engine, JudgingOptions options, Surroundings surroundings)
      throws UsageMistake {
    List<Manifest> piped =
        options.paths().contains(STANDARD_INPUT)
            ? Inputs.of(List.of(STANDARD_INPUT)).read(surroundings.in())
            : List.of();
    return new ReplFiles(engine, surroundings, options, options.paths(), Map.of(), piped);
  }

  @Override
  public Loaded load(Workbench given) throws Unloadable {
    try {
      return read(given);
    } catch (UsageMistake mistake) {
      throw new Unloadable(String.valueOf(mistake.getMessage()), mistake.advice());
    }
  }

  private Loaded read(Workbench given) throws UsageMistake {
    var policies = new ArrayList<String>(options.policies());
    var manifests = new ArrayList<String>();
    read.clear();
    for (String name : names) {
      if (!name.equals(STANDARD_INPUT)) {
        sort(name, policies, manifests);
      }
    }
    var named = PolicyChoice.of(policies);
    for (SourceFile file : GovernanceChoice.with(named.files(), options.governance())) {
      read.add(Paths.of(file.name()));
    }
    var choice = options.governance().isEmpty() ? named.withoutTheRest() : named;
    var files = GovernanceChoice.with(choice.files(), options.governance());
    var values = new ArrayList<ParameterValue>(options.values(choice.parameters()));
    for (var parameter : parameters.entrySet()) {
      values.add(value(parameter.getKey(), parameter.getValue()));
    }
    var found = new ArrayList<Manifest>(piped);
    if (!manifests.isEmpty()) {
      found.addAll(Inputs.of(manifests).read(surroundings.in()));
    }
    var looked = options.inventory().readWhole(engine, surroundings);
    found.forEach(m -> addPath(m.source().name()));
    var evidence = EvidenceChoice.of(options);
    Workbench bench =
        given
            .withPolicies(files, choice.modules(), values)
            .withObjects(found, looked.inventory())
            .asOf(evidence.moment());
    bench = evidence.evidence().map(bench::answering).orElse(bench);
    var problems = new ArrayList<String>();
    int skipped = 0;
    found.addAll(looked.unreadable());
    for (Manifest manifest : found) {
      manifest.problems().forEach(p -> problems.add(p.span() + ": " + p.message()));
      skipped += manifest.skipped().size();
    }
    return new Loaded(bench, problems, skipped);
  }

  private void addPath(String name) {
    if (!name.equals("stdin")) {
      read.add(Path.of(name));
    }
  }

  private static ParameterValue value(String name, String value) throws UsageMistake {
    try {
      return ParameterValue.of(name, value);
    } catch (IllegalArgumentException unreadable) {
      throw new UsageMistake(
          "`" + value + "` is no YAML: " + unreadable.getMessage(), "for instance: [a, b]");
    }
  }

  /** Decides what a name is. */
  private static void sort(String name, List<String> policies, List<String> manifests)
      throws UsageMistake {
    Path path = Paths.of(name);
    if (Files.isDirectory(path)) {
      boolean rail = !Paths.filesIn(path, List.of(".rail")).isEmpty();
      boolean yaml = !ManifestFiles.find(List.of(name)).files().isEmpty();
      if (!rail && !yaml) {
        throw new UsageMistake("there is neither policy nor manifest in the folder `" + name + "`");
      }
      if (rail) {
        policies.add(name);
      }
      if (yaml) {
        manifests.add(name);
      }
    } else if (name.endsWith(".rail") || !Files.exists(path) && !isManifest(name)) {
      policies.add(name);
    } else {
      manifests.add(name);
    }
  }

  private static boolean isManifest(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  @Override
  public Loader with(String name) throws Unloadable {
    var more = new ArrayList<>(names);
    if (!more.contains(name)) {
      more.add(name);
    }
    var next = new ReplFiles(engine, surroundings, options, more, parameters, piped);
    // Names that stand for nothing are told before anything changes.
    try {
      sort(name, new ArrayList<>(), new ArrayList<>());
    } catch (UsageMistake mistake) {
      throw new Unloadable(String.valueOf(mistake.getMessage()), mistake.advice());
    }
    return next;
  }

  @Override
  public Loader withParameter(String name, String value) throws Unloadable {
    var more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return new ReplFiles(engine, surroundings, options, names, more, piped);
  }

  @Override
  public Map<String, String> parameters() {
    return Collections.unmodifiableMap(parameters);
  }

  @Override
  public List<Path> files() {
    return List.copyOf(read);
  }
}
