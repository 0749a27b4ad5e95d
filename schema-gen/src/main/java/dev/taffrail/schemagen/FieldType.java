package dev.taffrail.schemagen;

import java.util.Set;
import java.util.function.UnaryOperator;

/** The type of one field, with references by model class or by definition id. */
sealed interface FieldType {

  record Scalar(String name) implements FieldType {}

  record ListOf(FieldType element) implements FieldType {}

  record MapOf(FieldType value) implements FieldType {}

  record Ref(String target) implements FieldType {}

  /** The same type with every reference renamed. */
  default FieldType renamed(UnaryOperator<String> renaming) {
    return switch (this) {
      case Scalar scalar -> scalar;
      case ListOf list -> new ListOf(list.element.renamed(renaming));
      case MapOf map -> new MapOf(map.value.renamed(renaming));
      case Ref ref -> new Ref(renaming.apply(ref.target));
    };
  }

  /** The definition or class this type finally refers to, in a set of at most one. */
  default Set<String> targets() {
    return switch (this) {
      case Scalar scalar -> Set.of();
      case ListOf list -> list.element.targets();
      case MapOf map -> map.value.targets();
      case Ref ref -> Set.of(ref.target);
    };
  }

  /**
   * The notation of the schema file; a neighbour in {@code packageName} is written {@code .Name}.
   */
  default String text(String packageName) {
    return switch (this) {
      case Scalar scalar -> scalar.name;
      case ListOf list -> "[" + list.element.text(packageName) + "]";
      case MapOf map -> "{" + map.value.text(packageName) + "}";
      case Ref ref ->
          DefinitionNames.packageOf(ref.target).equals(packageName)
              ? ref.target.substring(packageName.length())
              : ref.target;
    };
  }
}
