package dev.taffrail.stdlib;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a name of the standard library stands for.
 *
 * @param modules the modules whose policies will be judged, sorted
 * @param parameters values that the name implies, as YAML, by {@code module/parameter}
 */
public record Selection(List<String> modules, Map<String, String> parameters) {
  public Selection {
    modules = List.copyOf(modules);
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }
}
