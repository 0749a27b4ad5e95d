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
 * @param admission the request that asks for it; empty for manifests and for objects of a cluster
 */
public record KubernetesObject(
    SourceFile source,
    Node.Mapping root,
    GroupVersionKind kind,
    Optional<String> namespace,
    String name,
    int document,
    int item,
    Optional<Admission> admission) {

  /** An object that nobody has asked to admit. */
  public KubernetesObject(
      SourceFile source,
      Node.Mapping root,
      GroupVersionKind kind,
      Optional<String> namespace,
      String name,
      int document,
      int item) {
    this(source, root, kind, namespace, name, document, item, Optional.empty());
  }

  /** An object that is a document of its own; name and namespace are those of its metadata. */
  public static KubernetesObject of(
      SourceFile source, Node.Mapping root, GroupVersionKind kind, int document) {
    return new KubernetesObject(
        source,
        root,
        kind,
        metadata(root, "namespace").filter(namespace -> !namespace.isEmpty()),
        metadata(root, "name").orElse(""),
        document,
        -1);
  }

  /** The same object with another tree, which stands in another text. */
  KubernetesObject at(SourceFile text, Node.Mapping tree) {
    return new KubernetesObject(text, tree, kind, namespace, name, document, item, admission);
  }

  /** The same object with a part of its tree. */
  public KubernetesObject with(Node.Mapping tree) {
    return at(source, tree);
  }

  static Optional<String> metadata(Node.Mapping root, String field) {
    return root.mapping("metadata").flatMap(metadata -> metadata.text(field));
  }

  /** {@code Deployment shop/cart}, as reports call it. */
  public String title() {
    String shown = name.isEmpty() ? "(no name)" : name;
    return kind.kind() + " " + namespace.map(ns -> ns + "/").orElse("") + shown;
  }
}
