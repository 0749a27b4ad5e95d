package dev.taffrail.compiler.check;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What tests passed on the way to a place say about paths: that they are set, of which type, or of
 * which kinds not.
 *
 * <p>Immutable. Sound because values never change.
 */
final class Facts {
  static final Facts NONE = new Facts(Map.of(), Map.of());

  private final Map<String, Optional<Type>> byPath;
  private final Map<String, List<ObjectType>> excluded;

  private Facts(Map<String, Optional<Type>> byPath, Map<String, List<ObjectType>> excluded) {
    this.byPath = byPath;
    this.excluded = excluded;
  }

  boolean isSet(String path) {
    return byPath.containsKey(path);
  }

  Optional<Type> narrowedTo(String path) {
    return byPath.getOrDefault(path, Optional.empty());
  }

  /** What is left of a union of kinds; empty if that is all of it, or nothing. */
  Optional<Type> leftOf(Type type, String path) {
    if (!(type instanceof Type.UnionOf union) || !excluded.containsKey(path)) {
      return Optional.empty();
    }
    List<ObjectType> left =
        union.members().stream().filter(kind -> !excluded.get(path).contains(kind)).toList();
    if (left.isEmpty() || left.size() == union.members().size()) {
      return Optional.empty();
    }
    return Optional.of(left.size() == 1 ? left.getFirst() : new Type.UnionOf(left));
  }

  Facts and(Facts other) {
    var all = new HashMap<>(byPath);
    other.byPath.forEach((path, type) -> all.merge(path, type, (a, b) -> b.isPresent() ? b : a));
    var none = new HashMap<>(excluded);
    other.excluded.forEach(
        (path, kinds) ->
            none.merge(
                path, kinds, (a, b) -> Stream.concat(a.stream(), b.stream()).distinct().toList()));
    return new Facts(all, none);
  }

  static Facts set(String path) {
    return new Facts(Map.of(path, Optional.empty()), Map.of());
  }

  static Facts narrowed(String path, Type type) {
    return new Facts(Map.of(path, Optional.of(type)), Map.of());
  }

  /** An object, if there is one, is of none of the kinds. */
  static Facts not(String path, List<ObjectType> kinds) {
    return kinds.isEmpty() ? NONE : new Facts(Map.of(), Map.of(path, kinds));
  }
}
