package dev.taffrail.compiler.check;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.GroupKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which kinds have fields that can name an object of a certain type. */
final class ReferenceHolders {
  private static final GroupKind POD = new GroupKind("", "Pod");

  private ReferenceHolders() {}

  /** Sorted by name; workloads stand for the pods in them. */
  static List<ObjectType> of(Type named, SchemaTypes schema) {
    List<GroupKind> kinds =
        Kinds.of(named.bare()).stream()
            .flatMap(type -> type.kind().stream())
            .map(kind -> GroupKind.of(kind.identity()))
            .toList();
    return schema.referenceFacts().stream()
        .filter(
            fact ->
                kinds.isEmpty()
                    || kinds.stream()
                        .anyMatch(k -> fact.canName(k, !schema.servedVersions(k).isEmpty())))
        .flatMap(fact -> holders(fact.holder(), schema))
        .distinct()
        .sorted(Comparator.comparing(ObjectType::name))
        .toList();
  }

  private static Stream<ObjectType> holders(GroupKind holder, SchemaTypes schema) {
    Stream<ObjectType> own = schema.typeOf(holder).stream();
    return holder.equals(POD)
        ? Stream.concat(
            own,
            schema.podCarriers().stream()
                .flatMap(name -> schema.type(name).stream())
                .filter(type -> type.kind().isPresent()))
        : own;
  }
}
