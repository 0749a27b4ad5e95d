package dev.taffrail.compiler;

import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.check.Checker;
import dev.taffrail.compiler.check.DataFiles;
import dev.taffrail.compiler.check.DenyLists;
import dev.taffrail.compiler.check.DeprecatedUses;
import dev.taffrail.compiler.check.UnusedNames;
import dev.taffrail.compiler.check.Watcher;
import dev.taffrail.compiler.cost.CostLimits;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.lint.Lint;
import dev.taffrail.compiler.lint.Suppressions;
import dev.taffrail.compiler.resolve.Resolver;
import dev.taffrail.compiler.secret.SecretArguments;
import dev.taffrail.compiler.secret.SecretChecks;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.SignatureCatalog;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.source.SourceFile;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Policy text in, typed program out; the phases in their order. */
public final class Compiler {
  private final SchemaTypes schema;
  private final SignatureCatalog signatures;
  private final Library library;
  private final ImportedFiles imported;
  private final Resolver resolver;

  /**
   * @param kubernetesVersions versions that a policy file may name
   */
  public Compiler(
      SchemaTypes schema,
      SignatureCatalog signatures,
      Library library,
      ImportedFiles imported,
      List<String> kubernetesVersions) {
    this.schema = schema;
    this.signatures = signatures;
    this.library = library;
    this.imported = imported;
    this.resolver = new Resolver(kubernetesVersions);
  }

  /**
   * What came of it.
   *
   * @param program empty if there was an error
   * @param schema the kinds that the program was compiled for, with those it imports
   * @param judged the files of the modules that are judged
   */
  public record Result(
      Optional<IrProgram> program,
      SchemaTypes schema,
      List<Diagnostic> diagnostics,
      List<SourceFile> judged) {
    public Result {
      judged = List.copyOf(judged);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** Compiles files, and modules of the library whose policies will be judged too. */
  public Result compile(Collection<SourceFile> files, Collection<String> modules) {
    return withinStack(files, modules, false);
  }

  /** Compiles, and looks for what is probably not meant, if there are no errors. */
  public Result lint(Collection<SourceFile> files, Collection<String> modules) {
    return withinStack(files, modules, true);
  }

  /**
   * Compiles files that are parsed already, as a prompt does.
   *
   * @param judging those of the files whose modules are judged
   * @param modules library modules that are judged beside them
   */
  public Result compileParsed(
      Collection<PolicyFile> given,
      Collection<PolicyFile> judging,
      Collection<String> modules,
      Watcher watcher) {
    var diagnostics = new DiagnosticCollector();
    try {
      var syntax = Sources.of(given, judging, modules, library, diagnostics);
      return phases(syntax, false, watcher, this::dataFile, diagnostics);
    } catch (StackOverflowError e) {
      return tooDeep(given.stream().map(PolicyFile::source).toList());
    }
  }

  private Result withinStack(
      Collection<SourceFile> files, Collection<String> modules, boolean lint) {
    var diagnostics = new DiagnosticCollector();
    try {
      var syntax = Sources.parse(files, modules, library, diagnostics);
      return phases(syntax, lint, Watcher.NONE, this::dataFile, diagnostics);
    } catch (StackOverflowError e) {
      return tooDeep(files);
    }
  }

  /**
   * What locks the data files that policies name.
   *
   * @param files text by path, one beside the policies of each folder that names a data file
   * @param diagnostics as of compiling
   */
  public record Locks(Map<String, String> files, List<Diagnostic> diagnostics) {
    public Locks {
      files = Collections.unmodifiableMap(new TreeMap<>(files));
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** Compiles with data files as they are now, whatever was locked before. */
  public Locks locks(Collection<SourceFile> files, Collection<String> modules) {
    var diagnostics = new DiagnosticCollector();
    var named = new TreeMap<String, Map<String, SourceFile>>();
    DataFiles unlocked =
        (policy, path) -> {
          var found = unlocked(policy, path);
          if (found instanceof DataFiles.Found.File file) {
            named
                .computeIfAbsent(lockBeside(policy), folder -> new TreeMap<>())
                .put(path, file.source());
          }
          return found;
        };
    var syntax = Sources.parse(files, modules, library, diagnostics);
    var result = phases(syntax, false, Watcher.NONE, unlocked, diagnostics);
    var texts = new TreeMap<String, String>();
    named.forEach((lock, tables) -> texts.put(lock, DataLock.write(tables)));
    return new Locks(texts, result.diagnostics());
  }

  private static String lockBeside(SourceFile policy) {
    return policy.name().substring(0, policy.name().lastIndexOf('/') + 1) + DataLock.NAME;
  }

  /** Chains of operators nest without limit; the stack is what limits them. */
  private Result tooDeep(Collection<SourceFile> files) {
    return new Result(Optional.empty(), schema, List.of(deepest(files)), List.of());
  }

  private static Diagnostic deepest(Collection<SourceFile> files) {
    SourceFile longest =
        files.stream()
            .max(Comparator.comparingInt(file -> file.text().length()))
            .orElseGet(() -> SourceFile.of("policies", ""));
    return Diagnostic.of(
            DiagnosticCode.E0007,
            longest.span(0, 0),
            "an expression is too long or too deeply nested")
        .help("Split it: give its parts names with `let`, or put its values into a list.");
  }

  private DataFiles.Found dataFile(SourceFile policy, String path) {
    var found = unlocked(policy, path);
    if (found instanceof DataFiles.Found.File file
        && imported.find(policy, DataLock.NAME) instanceof ImportedFiles.Found.File lock) {
      var objection = DataLock.read(lock.source()).objection(path, file.source());
      if (objection.isPresent()) {
        return new DataFiles.Found.NotLocked(objection.get());
      }
    }
    return found;
  }

  private DataFiles.Found unlocked(SourceFile policy, String path) {
    return switch (imported.findInside(policy, path)) {
      case ImportedFiles.Found.File file -> new DataFiles.Found.File(file.source());
      case ImportedFiles.Found.Refused refused -> new DataFiles.Found.Refused(refused.reason());
    };
  }

  /** One line per phase; read it top to bottom. */
  private Result phases(
      Sources syntax,
      boolean lint,
      Watcher watcher,
      DataFiles data,
      DiagnosticCollector diagnostics) {
    var later = WithoutConsequences.of(syntax.files(), diagnostics);
    var names = resolver.resolve(syntax.files(), syntax.judged(), library.names(), later);
    var imports = SchemaImports.read(syntax.files(), schema, imported, later);
    var program =
        Checker.check(names, imports.schema(), imports.types(), data, signatures, watcher, later);
    if (!diagnostics.hasErrors()) {
      UnusedNames.report(program, names, diagnostics);
      DeprecatedUses.report(program, names, diagnostics);
      DenyLists.report(program, diagnostics);
      CostLimits.report(program, names, diagnostics);
      SecretChecks.report(program, diagnostics);
      SecretArguments.report(program, diagnostics);
    }
    if (lint && !diagnostics.hasErrors()) {
      Lint.report(program, names, syntax.files(), diagnostics);
    }

    var sources = syntax.files().stream().map(PolicyFile::source).toList();
    var counting = new Editions(syntax.files()).of(diagnostics.inSourceOrder(), lint);
    var suppressed = Suppressions.apply(sources, counting);
    var found = lint ? suppressed.withMistakes(syntax.judgedSources()) : suppressed.diagnostics();
    return new Result(
        diagnostics.hasErrors() ? Optional.empty() : Optional.of(program),
        imports.schema(),
        found,
        syntax.judgedSources());
  }
}
