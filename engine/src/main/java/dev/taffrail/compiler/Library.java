package dev.taffrail.compiler;

import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Modules that can be imported, found by their header without parsing them. */
public final class Library {
  private static final Pattern MODULE =
      Pattern.compile("(?m)^\\s*module\\s+([A-Za-z_][A-Za-z0-9_.]*)");

  private final Map<String, List<SourceFile>> modules = new TreeMap<>();

  private Library() {}

  /** Groups files by the module they name; files without a module cannot be imported. */
  public static Library of(Collection<SourceFile> files) {
    var library = new Library();
    for (SourceFile file : files) {
      var header = MODULE.matcher(file.text());
      if (header.find()) {
        library.modules.computeIfAbsent(header.group(1), m -> new ArrayList<>()).add(file);
      }
    }
    return library;
  }

  /** The files of a module; none if it is not known. */
  List<SourceFile> module(String name) {
    return List.copyOf(modules.getOrDefault(name, List.of()));
  }

  /** The names of all modules, sorted. */
  public Set<String> names() {
    return modules.keySet();
  }
}
