package dev.taffrail.compiler.check;

import dev.taffrail.compiler.type.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names of a body that can be seen at one place; immutable, inner names hide outer ones. */
final class Scope {
  static final Scope EMPTY = new Scope(Map.of());

  private final Map<String, Local> locals;

  private Scope(Map<String, Local> locals) {
    this.locals = locals;
  }

  Scope with(Local local) {
    var extended = new LinkedHashMap<>(locals);
    extended.put(local.name(), local);
    return new Scope(extended);
  }

  Optional<Local> find(String name) {
    return Optional.ofNullable(locals.get(name));
  }

  /** The types of all names, inner ones last. */
  Map<String, Type> types() {
    var types = new LinkedHashMap<String, Type>();
    locals.forEach((name, local) -> types.put(name, local.type()));
    return types;
  }

  Collection<String> names() {
    return locals.keySet();
  }
}
