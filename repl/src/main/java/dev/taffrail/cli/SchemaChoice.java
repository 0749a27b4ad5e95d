package dev.taffrail.cli;

import dev.taffrail.compiler.schema.custom.CustomDefinition;
import dev.taffrail.compiler.schema.custom.DefinitionProblem;
import dev.taffrail.compiler.schema.custom.DefinitionReader;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.NodeLocator;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The CustomResourceDefinitions that the user names with {@code --schemas}. */
final class SchemaChoice {
  private SchemaChoice() {}

  /** Reads all of them; one that cannot be used is a mistake, or objects would go unchecked. */
  static List<CustomDefinition> of(List<String> names) throws UsageMistake {
    if (names.isEmpty()) {
      return List.of();
    }
    var objects = new ArrayList<KubernetesObject>();
    for (Manifest manifest : Inputs.of(names).read(System.in)) {
      if (!manifest.problems().isEmpty()) {
        Manifest.ReadProblem problem = manifest.problems().getFirst();
        throw broken(problem.span(), problem.message());
      }
      objects.addAll(manifest.objects());
    }
    DefinitionReader.Result result = DefinitionReader.read(objects);
    Optional<DefinitionProblem> problem = result.problems().stream().findFirst();
    if (problem.isPresent()) {
      KubernetesObject object = problem.get().object();
      throw broken(
          NodeLocator.locate(object.source(), object.root(), problem.get().path()).span(),
          problem.get().message());
    }
    if (result.definitions().isEmpty()) {
      throw new UsageMistake(
          "there is no CustomResourceDefinition in " + String.join(", ", names),
          "a definition has `apiVersion: apiextensions.k8s.io/v1`");
    }
    return result.definitions();
  }

  private static UsageMistake broken(Span span, String message) {
    var at = span.startPosition();
    return new UsageMistake(
        "%s:%d:%d: %s".formatted(span.source().name(), at.line(), at.column(), message));
  }
}
