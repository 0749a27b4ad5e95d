package dev.taffrail.compiler.type;

import dev.taffrail.object.GroupKind;
import dev.taffrail.object.GroupVersionKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A field of a kind that names another object.
 *
 * @param holder the kind that has it; for Pod the path is that of the pod inside workloads too
 * @param path names of fields, with {@code []} behind those that hold a list; the last one holds
 *     the name
 * @param target what is named
 * @param scope where it lies
 * @param key the field beside the name that says which entry is meant
 * @param keys the way from beside the name to the entries that are meant
 * @param condition a field beside the name, and the text in it without which this is no reference
 */
public record ReferenceFact(
    GroupKind holder,
    List<String> path,
    Target target,
    Scope scope,
    Optional<String> key,
    List<String> keys,
    Optional<Condition> condition) {
  public ReferenceFact {
    path = List.copyOf(path);
    keys = List.copyOf(keys);
  }

  /** What a field names. */
  public sealed interface Target {
    /** Always an object of one kind. */
    record One(GroupVersionKind kind) implements Target {}

    /**
     * An object of the kind that fields beside the name say.
     *
     * @param groupField holds a group or an {@code apiVersion}
     * @param possible names of kinds it can be
     * @param custom it can be a kind of one's own too
     * @param otherwise what is meant where the fields are unset
     */
    record Written(
        String groupField,
        String kindField,
        Set<String> possible,
        boolean custom,
        Optional<GroupVersionKind> otherwise)
        implements Target {
      public Written {
        possible = Set.copyOf(possible);
      }
    }
  }

  /** Where a named object lies. */
  public sealed interface Scope {
    /** Its kind has no namespaces. */
    record Cluster() implements Scope {}

    /** In the namespace of the holder, if its kind has namespaces. */
    record Same() implements Scope {}

    /** In the namespace that a field beside the name says; in that of the holder if it is unset. */
    record Beside(String field) implements Scope {}
  }

  /** A field beside the name with a certain text. */
  public record Condition(String field, String text) {}

  /** What an import declares, as a fact like others. */
  public static ReferenceFact of(DeclaredReference declared) {
    Scope scope =
        switch (declared.namespace()) {
          case DeclaredReference.NamespaceRule.None none -> new Scope.Cluster();
          case DeclaredReference.NamespaceRule.Same same -> new Scope.Same();
          case DeclaredReference.NamespaceRule.Beside beside -> new Scope.Beside(beside.field());
        };
    return new ReferenceFact(
        declared.holder(),
        declared.path(),
        new Target.One(declared.target().identity()),
        scope,
        declared.key(),
        List.of(),
        Optional.empty());
  }

  /**
   * Whether the field can name an object of a kind.
   *
   * @param custom the kind is one of one's own
   */
  public boolean canName(GroupKind kind, boolean custom) {
    return switch (target) {
      case Target.One one -> GroupKind.of(one.kind()).equals(kind);
      case Target.Written written ->
          written.possible().contains(kind.kind())
              || custom && written.custom()
              || written.otherwise().filter(o -> GroupKind.of(o).equals(kind)).isPresent();
    };
  }
}
