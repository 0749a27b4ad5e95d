package dev.taffrail.compiler;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.ast.QualifiedName;
import dev.taffrail.compiler.document.GovernanceDocuments;
import dev.taffrail.compiler.parse.PolicyParser;
import dev.taffrail.compiler.resolve.Names;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.source.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The parsed files of a compilation: those that were given, and those of modules they import.
 *
 * @param judged modules whose policies will be judged
 */
record Sources(List<PolicyFile> files, List<String> judged) {

  /** Parses files, and library modules as far as something needs them. */
  static Sources parse(
      Collection<SourceFile> given,
      Collection<String> modules,
      Library library,
      DiagnosticSink diagnostics) {
    var parser = new PolicyParser();
    var files =
        given.stream()
            .map(source -> GovernanceDocuments.parseEither(source, parser, diagnostics))
            .toList();
    return of(files, files, modules, library, diagnostics);
  }

  /**
   * Files that are parsed already, with the library modules that something needs.
   *
   * @param judging those whose modules are judged
   */
  static Sources of(
      Collection<PolicyFile> given,
      Collection<PolicyFile> judging,
      Collection<String> modules,
      Library library,
      DiagnosticSink diagnostics) {
    var parser = new PolicyParser();
    var files = new ArrayList<PolicyFile>(given);
    var judged = new LinkedHashSet<>(modules);
    judging.forEach(file -> judged.add(Names.moduleOf(file)));
    var loaded = new LinkedHashSet<String>();
    files.forEach(file -> loaded.add(Names.moduleOf(file)));
    Deque<String> wanted = new ArrayDeque<>(modules);
    files.forEach(file -> wanted.addAll(file.importedModules()));
    files.forEach(file -> wanted.addAll(governed(file)));
    while (!wanted.isEmpty()) {
      String module = wanted.remove();
      if (loaded.add(module)) {
        for (SourceFile source : library.module(module)) {
          PolicyFile file = parser.parse(source, diagnostics);
          files.add(file);
          wanted.addAll(file.importedModules());
        }
      }
    }
    return new Sources(files, List.copyOf(judged));
  }

  /** What may be the names of modules in waivers and enforcement; unknown ones have no files. */
  private static List<String> governed(PolicyFile file) {
    var modules = new ArrayList<String>();
    for (Declaration declaration : file.declarations()) {
      if (declaration instanceof Declaration.Waiver waiver) {
        modules.add(withoutLast(waiver.policy()));
      } else if (declaration instanceof Declaration.Enforcement enforcement) {
        modules.add(withoutLast(enforcement.subject()));
        modules.add(enforcement.subject().text());
      }
    }
    return modules;
  }

  private static String withoutLast(QualifiedName name) {
    return name.parts().subList(0, name.parts().size() - 1).stream()
        .map(Ident::text)
        .collect(Collectors.joining("."));
  }

  /** The files of the modules that are judged. */
  List<SourceFile> judgedSources() {
    return files.stream()
        .filter(file -> judged.contains(Names.moduleOf(file)))
        .map(PolicyFile::source)
        .toList();
  }
}
