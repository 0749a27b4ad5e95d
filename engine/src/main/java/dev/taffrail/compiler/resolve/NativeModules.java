package dev.taffrail.compiler.resolve;

import java.util.List;
import java.util.Optional;

/** Modules that no file declares: their functions are built in. */
public final class NativeModules {
  private static final String LIBRARY = "std.";
  private static final List<String> NAMES = List.of("std.text", "std.time", "std.versions");

  private NativeModules() {}

  static boolean contains(String module) {
    return NAMES.contains(module);
  }

  static List<String> names() {
    return NAMES;
  }

  /** What stands before the names of its functions in the catalogue: {@code text.}. */
  public static Optional<String> prefix(String module) {
    return contains(module)
        ? Optional.of(module.substring(LIBRARY.length()) + ".")
        : Optional.empty();
  }
}
