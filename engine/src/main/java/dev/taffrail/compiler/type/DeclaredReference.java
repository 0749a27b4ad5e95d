package dev.taffrail.compiler.type;

import dev.taffrail.object.GroupKind;
import java.util.List;
import java.util.Optional;

/**
 * A field of a custom kind that names another object, as {@code @reference} on its import says.
 *
 * @param holder the kind that has the field, in all its versions
 * @param path names of fields from the root of the object, with {@code []} behind those that hold a
 *     list; the last one holds the name
 * @param target the kind that is named
 * @param namespace where the named object lies
 * @param key the field beside the name that says which entry of the object is meant
 */
public record DeclaredReference(
    GroupKind holder,
    List<String> path,
    ObjectType.Kind target,
    NamespaceRule namespace,
    Optional<String> key) {
  public DeclaredReference {
    path = List.copyOf(path);
  }

  /** Where a named object lies. */
  public sealed interface NamespaceRule {
    /** The kind has no namespaces. */
    record None() implements NamespaceRule {}

    /** In the namespace of the holder. */
    record Same() implements NamespaceRule {}

    /** In the namespace that a field beside the name says; in that of the holder if it is unset. */
    record Beside(String field) implements NamespaceRule {}
  }
}
