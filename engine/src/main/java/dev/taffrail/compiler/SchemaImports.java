package dev.taffrail.compiler;

import static java.util.Objects.requireNonNull;

import dev.taffrail.compiler.ast.Header;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.check.ImportedTypes;
import dev.taffrail.compiler.schema.custom.CustomDefinition;
import dev.taffrail.compiler.schema.custom.CustomTypes;
import dev.taffrail.compiler.schema.custom.DefinitionProblem;
import dev.taffrail.compiler.schema.custom.DefinitionReader;
import dev.taffrail.compiler.schema.custom.ImportedFacts;
import dev.taffrail.compiler.schema.custom.JsonSchemaReader;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.object.EmbeddedText;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Located;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.object.Node;
import dev.taffrail.object.NodeLocator;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What policy files import from schemas.
 *
 * @param schema the kinds of Kubernetes with those that were imported over them
 */
record SchemaImports(SchemaTypes schema, ImportedTypes types) {

  /** Reads what the files import; what cannot be used is reported. */
  static SchemaImports read(
      Collection<PolicyFile> files,
      SchemaTypes schema,
      ImportedFiles access,
      DiagnosticSink diagnostics) {
    var reading = new Reading(schema, access, diagnostics);
    for (PolicyFile file : files) {
      for (Header header : file.headers()) {
        if (header instanceof Header.ImportSchema imported) {
          reading.add(file.source(), imported);
        }
      }
    }
    return reading.done();
  }

  private record Imported(
      SourceFile file,
      Header.ImportSchema written,
      List<CustomDefinition> definitions,
      Map<String, ObjectType> types) {

    Imported(SourceFile file, Header.ImportSchema written) {
      this(file, written, List.of(), Map.of());
    }

    String alias() {
      return written.alias().text();
    }
  }

  /** The imports while they are read. */
  private static final class Reading {
    /** Annotations that make a document of what a schema describes. */
    private static final List<String> SEEN = List.of("embedded", "view");

    private final SchemaTypes schema;
    private final ImportedFiles access;
    private final DiagnosticSink diagnostics;
    private final List<Imported> imports = new ArrayList<>();
    private final Map<Object, CustomDefinition> known = new LinkedHashMap<>();

    Reading(SchemaTypes schema, ImportedFiles access, DiagnosticSink diagnostics) {
      this.schema = schema;
      this.access = access;
      this.diagnostics = diagnostics;
      CustomTypes.definitionsOf(schema).forEach(d -> known.put(d.kind(), d));
    }

    void add(SourceFile file, Header.ImportSchema imported) {
      imports.add(read(file, imported));
    }

    private Imported read(SourceFile file, Header.ImportSchema imported) {
      Span place = imported.path().span();
      String path = imported.path().plainText().orElse("");
      return switch (access.findInside(file, path)) {
        case ImportedFiles.Found.Refused refused -> {
          unusable(place, path, refused.reason(), "Give the path from the folder of this file.");
          yield new Imported(file, imported);
        }
        case ImportedFiles.Found.File found -> {
          Optional<Node.Mapping> jsonSchema = jsonSchema(found.source());
          yield jsonSchema.isPresent()
              ? new Imported(
                  file,
                  imported,
                  List.of(),
                  types(imported, path, found.source(), jsonSchema.get()))
              : new Imported(
                  file,
                  imported,
                  definitions(place, path, new ManifestReader().read(found.source())),
                  Map.of());
        }
      };
    }

    private static Optional<Node.Mapping> jsonSchema(SourceFile source) {
      EmbeddedText read = EmbeddedText.yaml(source.span(0, source.text().length()));
      return read.problems().isEmpty()
              && read.documents().size() == 1
              && read.documents().getFirst() instanceof Node.Mapping root
              && JsonSchemaReader.isSchema(root)
          ? Optional.of(root)
          : Optional.empty();
    }

    private Map<String, ObjectType> types(
        Header.ImportSchema imported, String path, SourceFile source, Node.Mapping root) {
      boolean seen = imported.annotations().stream().anyMatch(a -> SEEN.contains(a.name().text()));
      var result = JsonSchemaReader.read(source, root, seen);
      for (JsonSchemaReader.Problem problem : result.problems()) {
        Span there = NodeLocator.locate(source, root, problem.path()).span();
        diagnostics.report(
            Diagnostic.of(
                    DiagnosticCode.E0192,
                    imported.path().span(),
                    "schema `%s` says what no type can say".formatted(path))
                .related(there, problem.message())
                .help(problem.help()));
      }
      return result.types();
    }

    private List<CustomDefinition> definitions(Span place, String path, Manifest manifest) {
      if (!manifest.problems().isEmpty()) {
        var problem = manifest.problems().get(0);
        diagnostics.report(
            unusable(place, path, "it cannot be read").related(problem.span(), problem.message()));
        return List.of();
      }
      var result = DefinitionReader.read(manifest.objects());
      for (DefinitionProblem problem : result.problems()) {
        diagnostics.report(
            unusable(place, path, "a definition in it is broken")
                .related(span(problem.object(), problem.path()), problem.message()));
      }
      if (result.problems().isEmpty() && result.definitions().isEmpty()) {
        unusable(
            place,
            path,
            "there is no CustomResourceDefinition and no JSON Schema in it",
            "A definition has `apiVersion: apiextensions.k8s.io/v1`; a JSON Schema has `$schema` or"
                + " `properties`.");
      }
      result.definitions().forEach(d -> checkConflict(place, d));
      return result.definitions();
    }

    private void checkConflict(Span place, CustomDefinition definition) {
      CustomDefinition earlier = known.putIfAbsent(definition.kind(), definition);
      if (earlier != null && !earlier.sameAs(definition)) {
        diagnostics.report(
            Diagnostic.of(
                    DiagnosticCode.E0171,
                    place,
                    "`%s` is defined twice, and differently".formatted(definition.kind()))
                .related(span(definition.object(), FieldPath.ROOT.key("kind")), "defined here")
                .related(span(earlier.object(), FieldPath.ROOT.key("kind")), "and here")
                .help("One run has one definition of a kind: import the same file everywhere."));
      }
    }

    private static Span span(KubernetesObject object, FieldPath path) {
      Located found = NodeLocator.locate(object.source(), object.root(), path);
      return found.span();
    }

    private void unusable(Span place, String path, String why, String help) {
      diagnostics.report(unusable(place, path, why).help(help));
    }

    private static Diagnostic unusable(Span place, String path, String why) {
      return Diagnostic.of(
          DiagnosticCode.E0170, place, "schema `%s` cannot be used: %s".formatted(path, why));
    }

    SchemaImports done() {
      var fresh = new ArrayList<CustomDefinition>();
      imports.forEach(i -> fresh.addAll(i.definitions()));
      SchemaTypes all = CustomTypes.over(schema, fresh);
      var byFile = new LinkedHashMap<SourceFile, Map<String, Map<String, ObjectType>>>();
      for (Imported imported : imports) {
        var types =
            byFile
                .computeIfAbsent(imported.file(), f -> new LinkedHashMap<>())
                .computeIfAbsent(imported.alias(), a -> new LinkedHashMap<>());
        imported.definitions().forEach(d -> types.putAll(CustomTypes.names(all, d)));
        types.putAll(imported.types());
      }
      ImportedFacts facts = ImportedFacts.ofKinds(statedKinds());
      for (Imported imported : imports) {
        var kinds =
            new ImportedKinds(all, imported.alias(), requireNonNull(byFile.get(imported.file())));
        facts = facts.and(SchemaAnnotations.read(imported.written(), kinds, diagnostics));
      }
      return new SchemaImports(CustomTypes.with(all, facts), new ImportedTypes(typed(byFile)));
    }

    /** What a JSON Schema says of a kind that has no definition. */
    private Map<GroupVersionKind, ObjectType> statedKinds() {
      var kinds = new LinkedHashMap<GroupVersionKind, ObjectType>();
      for (Imported imported : imports) {
        for (ObjectType type : imported.types().values()) {
          type.kind()
              .filter(ObjectType.Kind::isStated)
              .ifPresent(kind -> kinds.putIfAbsent(kind.identity(), type));
        }
      }
      return kinds;
    }

    private static Map<SourceFile, Map<String, Map<String, Type>>> typed(
        Map<SourceFile, Map<String, Map<String, ObjectType>>> byFile) {
      var typed = new LinkedHashMap<SourceFile, Map<String, Map<String, Type>>>();
      byFile.forEach(
          (file, byAlias) -> {
            var aliases = new LinkedHashMap<String, Map<String, Type>>();
            byAlias.forEach((alias, types) -> aliases.put(alias, new LinkedHashMap<>(types)));
            typed.put(file, aliases);
          });
      return typed;
    }
  }
}
