package dev.taffrail.stdlib;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a name of the standard library stands for.
 *
 * @param modules the modules that are compiled, sorted
 * @param policies ids of those that will be judged, with {@code module/*} for all of a module; if
 *     there are none, every policy of the modules
 * @param parameters values that the name implies, as YAML, by {@code module/parameter}
 */
public record Selection(
    List<String> modules, List<String> policies, Map<String, String> parameters) {
  public Selection {
    modules = List.copyOf(modules);
    policies = List.copyOf(policies);
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** All policies of modules. */
  static Selection of(List<String> modules) {
    return new Selection(modules, List.of(), Map.of());
  }

  /** Whether it means a policy. */
  public boolean has(String id) {
    String module = id.substring(0, id.indexOf('/'));
    return modules.contains(module)
        && (policies.isEmpty() || policies.contains(id) || policies.contains(module + "/*"));
  }
}
