package dev.taffrail.runtime;

import dev.taffrail.compiler.schema.custom.CustomDefinition;
import dev.taffrail.compiler.schema.custom.CustomTypes;
import dev.taffrail.compiler.schema.custom.DefinitionReader;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.finding.Severity;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The CustomResourceDefinitions among manifests, over the kinds that are known anyway. */
final class OwnDefinitions {
  private final DefinitionReader.Result found;
  private final SchemaTypes before;
  private final SchemaTypes types;

  OwnDefinitions(Collection<Manifest> manifests, SchemaTypes before) {
    var objects = new ArrayList<KubernetesObject>();
    manifests.forEach(manifest -> objects.addAll(manifest.objects()));
    this.found = DefinitionReader.read(objects);
    this.before = before;
    this.types = CustomTypes.over(before, found.definitions());
  }

  SchemaTypes types() {
    return types;
  }

  /** What is wrong with a definition, so that objects of its kind are not held against it. */
  List<SchemaCheck.Problem> problems(KubernetesObject object) {
    var problems = new ArrayList<SchemaCheck.Problem>();
    found.problems().stream()
        .filter(p -> p.object() == object)
        .map(p -> problem(p.path(), p.message()))
        .forEach(problems::add);
    for (CustomDefinition known : CustomTypes.definitionsOf(before)) {
      for (CustomDefinition own : found.definitions()) {
        if (own.object() == object && own.kind().equals(known.kind()) && !own.sameAs(known)) {
          problems.add(
              problem(
                  FieldPath.ROOT.key("spec"),
                  "`%s` is defined differently in %s, which counts"
                      .formatted(own.kind(), known.place())));
        }
      }
    }
    return problems;
  }

  private static SchemaCheck.Problem problem(FieldPath path, String message) {
    return new SchemaCheck.Problem("unusable-definition", Severity.HIGH, path, message);
  }
}
