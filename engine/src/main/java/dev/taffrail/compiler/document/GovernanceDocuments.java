package dev.taffrail.compiler.document;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.parse.PolicyParser;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads documents of kind Waiver and Enforcement as if they were written in the language, so that
 * one checker holds for both.
 */
public final class GovernanceDocuments {
  static final String VERSION = "taffrail.dev/v1";
  static final List<String> KINDS = List.of("Enforcement", "Waiver");

  private GovernanceDocuments() {}

  /** A file in either form: documents, or policy text. */
  public static PolicyFile parseEither(
      SourceFile source, PolicyParser parser, DiagnosticSink sink) {
    return isDocument(source) ? parse(source, sink) : parser.parse(source, sink);
  }

  /** Whether a file holds documents rather than policy text. */
  private static boolean isDocument(SourceFile file) {
    String name = file.name();
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  /** The declarations of a file; what cannot be read is reported. */
  private static PolicyFile parse(SourceFile source, DiagnosticSink sink) {
    var manifest = new ManifestReader().read(source);
    manifest
        .problems()
        .forEach(
            problem ->
                sink.report(
                    DocumentDiagnostics.unreadable(
                        problem.span(), problem.message(), problem.help())));
    manifest.skipped().forEach(document -> sink.report(DocumentDiagnostics.other(document.span())));
    var declarations = new ArrayList<Declaration>();
    for (KubernetesObject object : manifest.objects()) {
      declaration(object, sink).ifPresent(declarations::add);
    }
    return new PolicyFile(source, List.of(), declarations);
  }

  private static Optional<Declaration> declaration(KubernetesObject object, DiagnosticSink sink) {
    var document = new DocumentReader(object.source(), sink);
    String kind = object.kind().kind();
    if (!object.kind().apiVersion().equals(VERSION) || !KINDS.contains(kind)) {
      sink.report(DocumentDiagnostics.wrongKind(document.key(object.root(), "kind"), kind));
      return Optional.empty();
    }
    document.onlyKeys(
        object.root(), "a document", List.of("apiVersion", "kind", "metadata", "spec"));
    return document
        .mapping(object.root(), "spec")
        .flatMap(
            spec ->
                kind.equals("Waiver")
                    ? new WaiverDocument(document).read(object.root(), spec)
                    : new EnforcementDocument(document).read(object.root(), spec));
  }
}
