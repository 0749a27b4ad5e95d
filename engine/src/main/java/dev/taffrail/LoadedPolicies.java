package dev.taffrail;

import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.document.GovernanceDocuments;
import dev.taffrail.compiler.parse.PolicyParser;
import dev.taffrail.compiler.resolve.Names;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.diagnostic.Level;
import dev.taffrail.source.SourceFile;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Policies that a workbench was given, parsed once.
 *
 * @param mistakes what the parser said
 * @param modules library modules whose policies are judged too
 */
record LoadedPolicies(
    List<SourceFile> sources,
    List<PolicyFile> files,
    List<Diagnostic> mistakes,
    List<String> modules,
    List<ParameterValue> parameters) {
  static final LoadedPolicies NONE =
      new LoadedPolicies(List.of(), List.of(), List.of(), List.of(), List.of());

  LoadedPolicies {
    sources = List.copyOf(sources);
    files = List.copyOf(files);
    mistakes = List.copyOf(mistakes);
    modules = List.copyOf(modules);
    parameters = List.copyOf(parameters);
  }

  static LoadedPolicies of(
      Collection<SourceFile> sources,
      Collection<String> modules,
      Collection<ParameterValue> parameters) {
    var mistakes = new DiagnosticCollector();
    var parser = new PolicyParser();
    var parsed =
        sources.stream()
            .map(source -> GovernanceDocuments.parseEither(source, parser, mistakes))
            .toList();
    return new LoadedPolicies(
        List.copyOf(sources),
        parsed,
        mistakes.inSourceOrder(),
        List.copyOf(modules),
        List.copyOf(parameters));
  }

  /** Whether there is text among them that cannot be read. */
  boolean areBroken() {
    return mistakes.stream().anyMatch(d -> d.level() == Level.ERROR);
  }

  /** Modules that can be named without importing them. */
  List<String> moduleNames() {
    var names = new LinkedHashSet<String>();
    files.forEach(file -> names.add(Names.moduleOf(file)));
    names.addAll(modules);
    return List.copyOf(names);
  }

  /** Other files, with those of these that they import, directly or through others. */
  List<PolicyFile> reachedFrom(List<PolicyFile> others) {
    var wanted = new ArrayDeque<>(others);
    var all = new LinkedHashSet<>(others);
    while (!wanted.isEmpty()) {
      for (String module : wanted.remove().importedModules()) {
        for (PolicyFile file : files) {
          if (Names.moduleOf(file).equals(module) && all.add(file)) {
            wanted.add(file);
          }
        }
      }
    }
    return List.copyOf(all);
  }
}
