package dev.taffrail.conformance;

import dev.taffrail.compiler.schema.SchemaCatalog;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import java.util.Optional;

/**
 * Takes objects whose version is no longer served as objects of the version that is.
 *
 * <p>Other tools read {@code kind} alone, so that many of their cases are written in versions that
 * went long ago, or in none. We report the version; what they ask about the rest of the object
 * could not be compared.
 */
final class ServedVersions {
  private final SchemaCatalog schema;

  ServedVersions(String kubernetes) {
    schema = SchemaCatalog.of(kubernetes);
  }

  Manifest of(Manifest manifest) {
    return new Manifest(
        manifest.source(),
        manifest.objects().stream().map(this::of).toList(),
        manifest.problems(),
        manifest.skipped());
  }

  private KubernetesObject of(KubernetesObject object) {
    return schema.typeOf(object.kind()).isPresent()
        ? object
        : served(object.kind()).map(kind -> with(object, kind)).orElse(object);
  }

  /** A custom resource may have the name of a built-in kind, but its group has a dot. */
  private Optional<GroupVersionKind> served(GroupVersionKind kind) {
    return schema.kindNames().stream()
        .filter(kind.kind()::equalsIgnoreCase)
        .findFirst()
        .flatMap(schema::type)
        .flatMap(ObjectType::kind)
        .map(ObjectType.Kind::identity)
        .filter(known -> kind.group().indexOf('.') < 0 || known.group().equals(kind.group()));
  }

  private static KubernetesObject with(KubernetesObject object, GroupVersionKind kind) {
    return new KubernetesObject(
        object.source(),
        object.root(),
        kind,
        object.namespace(),
        object.name(),
        object.document(),
        object.item(),
        object.admission());
  }
}
