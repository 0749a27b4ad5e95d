package dev.taffrail.object;

import dev.taffrail.source.SourceFile;
import java.util.Optional;

/**
 * One object as it was read, with the file it stands in.
 *
 * @param source the file
 * @param root its tree; {@code kind} in it is a non-empty string, and so is {@code apiVersion},
 *     unless it is missing, which is a problem of the manifest
 * @param kind what it is
 * @param namespace {@code metadata.namespace} if it is set to a non-empty string
 * @param name {@code metadata.name} if set; empty for an object with {@code generateName} or
 *     without metadata
 * @param document 0-based index of the YAML document in the file; 0 for JSON
 * @param item 0-based index in a {@code List} object, or -1
 */
public record KubernetesObject(
    SourceFile source,
    Node.Mapping root,
    GroupVersionKind kind,
    Optional<String> namespace,
    String name,
    int document,
    int item) {

  /** {@code Deployment shop/cart}, as reports call it. */
  public String title() {
    String shown = name.isEmpty() ? "(no name)" : name;
    return kind.kind() + " " + namespace.map(ns -> ns + "/").orElse("") + shown;
  }
}
