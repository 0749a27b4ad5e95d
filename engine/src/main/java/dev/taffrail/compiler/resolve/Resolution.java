package dev.taffrail.compiler.resolve;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All modules of a compilation, by name; a module stands behind the modules it imports.
 *
 * @param judged modules whose policies are to be judged
 */
public record Resolution(Map<String, ModuleScope> modules, List<String> judged) {
  public Optional<ModuleScope> module(String name) {
    return Optional.ofNullable(modules.get(name));
  }
}
