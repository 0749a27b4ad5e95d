package dev.taffrail.compiler.type;

import dev.taffrail.object.GroupKind;
import dev.taffrail.object.GroupVersionKind;
import java.util.List;
import java.util.Optional;

/** The object types of one Kubernetes version, by the names policies use. */
public interface SchemaTypes {
  /** The version, {@code 1.34}. */
  String version();

  /**
   * The type a policy means by a name: a kind in its preferred version ({@code Deployment}), or a
   * record ({@code Container}); {@code audit.Policy} for kinds under a group alias.
   */
  Optional<ObjectType> type(String name);

  /** The text enum that the schema gives a name: {@code PolicyType}. */
  default Optional<Type.TextEnum> textEnum(String name) {
    return Optional.empty();
  }

  /** The type of the objects of exactly this group, version and kind, if it is known. */
  Optional<ObjectType> typeOf(GroupVersionKind kind);

  /** Whether some Kubernetes version serves exactly this group, version and kind. */
  default boolean isKnown(GroupVersionKind kind) {
    return typeOf(kind).isPresent();
  }

  /** The first Kubernetes version that no longer serves the kind, if the newest one does not. */
  default Optional<String> removedIn(GroupVersionKind kind) {
    return Optional.empty();
  }

  /**
   * The versions in which a kind that a CustomResourceDefinition declares is served, the preferred
   * one first; empty for all other kinds.
   */
  default List<String> servedVersions(GroupKind kind) {
    return List.of();
  }

  /** Why a type lacks a field that it has in other versions, if it has it in some. */
  default Optional<String> whyMissing(ObjectType type, String field) {
    return Optional.empty();
  }

  /** Every name {@link #type} knows, sorted. */
  List<String> names();

  /** Names of kinds only, sorted. */
  List<String> kindNames();

  /**
   * How objects of a kind carry pod templates: for {@code CronJob} the path {@code
   * spec.jobTemplate.spec.template}. Any version of the group counts, and old groups too, since a
   * workload of an old version must not escape a rule on pods.
   */
  Optional<List<String>> podTemplate(GroupVersionKind kind);

  /** Kinds that carry pod templates, sorted by name. */
  List<String> podCarriers();

  /** Fields of custom kinds that name other objects. */
  default List<DeclaredReference> declaredReferences() {
    return List.of();
  }

  /** Fields of all kinds that name other objects, those of custom kinds included. */
  default List<ReferenceFact> referenceFacts() {
    return List.of();
  }

  /** The type of a kind in the version that policies mean by its name. */
  default Optional<ObjectType> typeOf(GroupKind kind) {
    List<String> custom = servedVersions(kind);
    return custom.isEmpty()
        ? type(kind.kind())
            .filter(
                type ->
                    type.kind().filter(k -> GroupKind.of(k.identity()).equals(kind)).isPresent())
        : typeOf(new GroupVersionKind(kind.group(), custom.getFirst(), kind.kind()));
  }

  /** Parts of objects that are seen as objects of other kinds; pod templates are not among them. */
  default List<DeclaredView> declaredViews() {
    return List.of();
  }
}
