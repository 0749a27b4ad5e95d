package dev.taffrail.tooling.doc;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The files that pages lie in. Names of policies may hold anything between backticks, so only
 * letters, digits, dots and dashes get through, and no two pages share a file even where capitals
 * do not count.
 */
final class PageNames {
  static final String INDEX = "index.md";

  private final Map<String, String> paths = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  PageNames() {
    taken.add(INDEX);
  }

  /** The page of a module, {@code std.pss/index.md}. */
  String module(String module) {
    return paths.computeIfAbsent(module, m -> free(safe(m), "/" + INDEX));
  }

  /** The page of a policy by its qualified id, {@code std.pss/no-host-ports.md}. */
  String policy(String module, String id) {
    String folder = module(module).substring(0, module(module).indexOf('/') + 1);
    String name = id.substring(module.length() + 1);
    return paths.computeIfAbsent(id, i -> free(folder + safe(name), ".md"));
  }

  private static String safe(String name) {
    String cleaned = name.replaceAll("[^A-Za-z0-9.-]", "_").replaceAll("^\\.+", "_");
    return cleaned.isEmpty() ? "_" : cleaned;
  }

  private String free(String name, String ending) {
    String path = name + ending;
    for (int i = 2; !taken.add(path.toLowerCase(Locale.ROOT)); i++) {
      path = name + "-" + i + ending;
    }
    return path;
  }
}
