package dev.taffrail.compiler.check;

import dev.taffrail.compiler.type.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What tests passed on the way to a place say about paths: that they are set, or of which type.
 *
 * <p>Immutable. Sound because values never change.
 */
final class Facts {
  static final Facts NONE = new Facts(Map.of());

  private final Map<String, Optional<Type>> byPath;

  private Facts(Map<String, Optional<Type>> byPath) {
    this.byPath = byPath;
  }

  boolean isSet(String path) {
    return byPath.containsKey(path);
  }

  Optional<Type> narrowedTo(String path) {
    return byPath.getOrDefault(path, Optional.empty());
  }

  Facts and(Facts other) {
    if (other.byPath.isEmpty()) {
      return this;
    }
    var all = new HashMap<>(byPath);
    other.byPath.forEach((path, type) -> all.merge(path, type, (a, b) -> b.isPresent() ? b : a));
    return new Facts(all);
  }

  static Facts set(String path) {
    return new Facts(Map.of(path, Optional.empty()));
  }

  static Facts narrowed(String path, Type type) {
    return new Facts(Map.of(path, Optional.of(type)));
  }
}
