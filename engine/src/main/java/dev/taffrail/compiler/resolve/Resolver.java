package dev.taffrail.compiler.resolve;

import static java.util.Objects.requireNonNull;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Header;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Groups files into modules and decides what top-level names stand for. */
public final class Resolver {
  private final List<String> kubernetesVersions;

  /**
   * @param kubernetesVersions versions that a header may name
   */
  public Resolver(List<String> kubernetesVersions) {
    this.kubernetesVersions = List.copyOf(kubernetesVersions);
  }

  /**
   * Resolves the top level.
   *
   * @param files every file, those of imported modules included
   * @param judged modules whose policies will be judged
   * @param knownModules every module that could be imported, for did-you-mean
   */
  public Resolution resolve(
      List<PolicyFile> files,
      List<String> judged,
      Collection<String> knownModules,
      DiagnosticSink diagnostics) {
    var byModule = new TreeMap<String, List<PolicyFile>>();
    for (PolicyFile file : files) {
      byModule.computeIfAbsent(Names.moduleOf(file), name -> new ArrayList<>()).add(file);
    }
    var modules = new LinkedHashMap<String, ModuleScope>();
    var sorter = new ImportOrder(byModule, knownModules, diagnostics);
    for (String module : sorter.order()) {
      modules.put(module, scopeOf(module, requireNonNull(byModule.get(module)), diagnostics));
    }
    return new Resolution(modules, judged);
  }

  private ModuleScope scopeOf(String module, List<PolicyFile> files, DiagnosticSink diagnostics) {
    var scope = new Collecting(module, diagnostics);
    for (PolicyFile file : files) {
      checkHeaders(file, diagnostics);
      scope.add(new FileScope(file, module, importsOf(file, diagnostics)));
    }
    return scope.build();
  }

  private void checkHeaders(PolicyFile file, DiagnosticSink diagnostics) {
    for (Header header : file.headers()) {
      switch (header) {
        case Header.Edition edition -> {
          if (Edition.of(edition.year()).isEmpty()) {
            diagnostics.report(NameDiagnostics.unknownEdition(edition.span(), edition.year()));
          }
        }
        case Header.UseKubernetes use -> {
          String version = use.version().plainText().orElse("");
          if (!kubernetesVersions.contains(version)) {
            diagnostics.report(
                NameDiagnostics.unknownKubernetes(
                    use.version().span(), version, kubernetesVersions));
          }
        }
        case Header.ImportSchema schema -> {}
        case Header.Module module -> {}
        case Header.Import imported -> {}
      }
    }
  }

  private static Map<String, String> importsOf(PolicyFile file, DiagnosticSink diagnostics) {
    var imports = new LinkedHashMap<String, String>();
    var places = new LinkedHashMap<String, Span>();
    for (Header header : file.headers()) {
      if (header instanceof Header.ImportSchema schema) {
        Ident alias = schema.alias();
        Span earlier = places.putIfAbsent(alias.text(), alias.span());
        if (earlier != null) {
          diagnostics.report(NameDiagnostics.declaredTwice("import", alias, earlier));
        }
      }
      if (header instanceof Header.Import imported) {
        Ident alias = imported.visibleName();
        if (places.containsKey(alias.text()) && !imports.containsKey(alias.text())) {
          diagnostics.report(
              NameDiagnostics.declaredTwice(
                  "import", alias, requireNonNull(places.get(alias.text()))));
        } else if (imports.putIfAbsent(alias.text(), imported.module().text()) != null) {
          diagnostics.report(
              NameDiagnostics.declaredTwice(
                  "import", alias, requireNonNull(places.get(alias.text()))));
        }
        places.putIfAbsent(alias.text(), alias.span());
      }
    }
    return imports;
  }

  /** The declarations of one module while they are gathered. */
  private static final class Collecting {
    private final String module;
    private final DiagnosticSink diagnostics;
    private final List<FileScope> files = new ArrayList<>();
    private final Map<String, ModuleScope.Declared> types = new LinkedHashMap<>();
    private final Map<String, ModuleScope.Declared> values = new LinkedHashMap<>();
    private final Map<String, ModuleScope.Declared> policies = new LinkedHashMap<>();
    private final List<ModuleScope.DeclaredExtension> extensions = new ArrayList<>();
    private final Map<String, Span> places = new LinkedHashMap<>();

    Collecting(String module, DiagnosticSink diagnostics) {
      this.module = module;
      this.diagnostics = diagnostics;
    }

    void add(FileScope file) {
      files.add(file);
      for (Declaration declaration : file.file().declarations()) {
        switch (declaration) {
          case Declaration.Policy policy -> put(policies, "policy", policy.name(), policy, file);
          case Declaration.Parameter parameter ->
              put(values, "parameter", parameter.name(), parameter, file);
          case Declaration.Function function ->
              put(values, "function", function.name(), function, file);
          case Declaration.ExternalFunction function ->
              put(values, "function", function.name(), function, file);
          case Declaration.ModuleLet let -> put(values, "let", let.let().name(), let, file);
          case Declaration.TypeAlias alias -> put(types, "type", alias.name(), alias, file);
          case Declaration.EnumType named -> put(types, "enum", named.name(), named, file);
          case Declaration.Extension extension ->
              extensions.add(new ModuleScope.DeclaredExtension(extension, file));
          case Declaration.Index index -> put(values, "index", index.name(), index, file);
          case Declaration.Hole hole -> {}
          case Declaration.Test test -> {}
          case Declaration.Waiver waiver -> {}
          case Declaration.Enforcement enforcement -> {}
          case Declaration.Reserved reserved -> reserved(reserved.keywordSpan());
        }
      }
    }

    private void reserved(Span keyword) {
      diagnostics.report(
          NameDiagnostics.notAvailable(
              keyword,
              "`%s`".formatted(keyword.text()),
              "The word is kept for a later version; take the declaration out for now."));
    }

    private void put(
        Map<String, ModuleScope.Declared> table,
        String what,
        Ident name,
        Declaration declaration,
        FileScope file) {
      var earlier = table.putIfAbsent(name.text(), new ModuleScope.Declared(declaration, file));
      String key = System.identityHashCode(table) + name.text();
      if (earlier != null) {
        diagnostics.report(
            NameDiagnostics.declaredTwice(what, name, requireNonNull(places.get(key))));
      } else {
        places.put(key, name.span());
      }
    }

    ModuleScope build() {
      return new ModuleScope(
          module, List.copyOf(files), types, values, policies, List.copyOf(extensions));
    }
  }

  /**
   * Puts modules behind the modules they import, and finds imports that are unknown or circular.
   */
  private static final class ImportOrder {
    private final Map<String, List<PolicyFile>> modules;
    private final Collection<String> known;
    private final DiagnosticSink diagnostics;
    private final LinkedHashSet<String> done = new LinkedHashSet<>();
    private final LinkedHashSet<String> open = new LinkedHashSet<>();

    ImportOrder(
        Map<String, List<PolicyFile>> modules,
        Collection<String> known,
        DiagnosticSink diagnostics) {
      this.modules = modules;
      this.known = known;
      this.diagnostics = diagnostics;
    }

    Set<String> order() {
      modules.keySet().forEach(this::visit);
      return done;
    }

    private void visit(String module) {
      if (done.contains(module)) {
        return;
      }
      open.add(module);
      for (PolicyFile file : requireNonNull(modules.get(module))) {
        for (Header header : file.headers()) {
          if (header instanceof Header.Import imported) {
            follow(imported);
          }
        }
      }
      open.remove(module);
      done.add(module);
    }

    private void follow(Header.Import imported) {
      String target = imported.module().text();
      if (!modules.containsKey(target) && NativeModules.contains(target)) {
        return;
      }
      if (!modules.containsKey(target)) {
        var all = new TreeSet<>(known);
        all.addAll(NativeModules.names());
        diagnostics.report(NameDiagnostics.unknownModule(imported.module().span(), target, all));
      } else if (open.contains(target)) {
        var cycle = new ArrayList<String>(open);
        cycle = new ArrayList<>(cycle.subList(cycle.indexOf(target), cycle.size()));
        cycle.add(target);
        diagnostics.report(NameDiagnostics.importCycle(imported.span(), cycle));
      } else {
        visit(target);
      }
    }
  }
}
