package dev.taffrail.compiler.check;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.GroupKind;
import java.util.List;

/** The kinds a type stands for. */
final class Kinds {
  private Kinds() {}

  /** The members of a union, or the one record; none for other types. */
  static List<ObjectType> of(Type type) {
    return switch (type) {
      case ObjectType object -> List.of(object);
      case Type.UnionOf union -> union.members();
      default -> List.of();
    };
  }

  /** Whether the templates of workloads count as objects of one of the kinds. */
  static boolean holdPods(List<ObjectType> kinds) {
    return kinds.stream().anyMatch(k -> k.name().equals("Pod"));
  }

  /** Whether parts of objects are declared to be seen as objects of one of the kinds. */
  static boolean areDeclaredViews(List<ObjectType> kinds, SchemaTypes schema) {
    return schema.declaredViews().stream()
        .anyMatch(view -> kinds.stream().anyMatch(kind -> isSame(view.seen(), kind)));
  }

  private static boolean isSame(ObjectType a, ObjectType b) {
    return a.kind().isPresent()
        && b.kind().isPresent()
        && GroupKind.of(a.kind().get().identity()).equals(GroupKind.of(b.kind().get().identity()));
  }

  /** Whether a value of the type is a whole object. */
  static boolean isObject(Type type) {
    return type == Type.Scalar.ANY
        || !of(type).isEmpty() && of(type).stream().allMatch(k -> k.kind().isPresent());
  }

  /** Kinds that are seen in other objects, and that no object can be tested for. */
  static boolean areComponents(Type type) {
    return of(type).stream().anyMatch(kind -> Component.of(kind).isPresent());
  }
}
