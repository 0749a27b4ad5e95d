package dev.taffrail.compiler;

import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Modules that can be imported; the text of one is asked for when a policy needs it. */
public final class Library {
  private static final Pattern MODULE =
      Pattern.compile("(?m)^\\s*module\\s+([A-Za-z_][A-Za-z0-9_.]*)");

  private final Set<String> names;
  private final Function<String, List<SourceFile>> files;

  private Library(Set<String> names, Function<String, List<SourceFile>> files) {
    this.names = names;
    this.files = files;
  }

  /** Groups files by the module they name; files without a module cannot be imported. */
  public static Library of(Collection<SourceFile> files) {
    var modules = new TreeMap<String, List<SourceFile>>();
    for (SourceFile file : files) {
      var header = MODULE.matcher(file.text());
      if (header.find()) {
        modules.computeIfAbsent(header.group(1), m -> new ArrayList<>()).add(file);
      }
    }
    return new Library(modules.keySet(), module -> modules.getOrDefault(module, List.of()));
  }

  /** Both: modules whose files are read when they are needed, and files that are at hand. */
  public Library and(Collection<String> modules, Function<String, List<SourceFile>> more) {
    var own = Set.copyOf(modules);
    var all = new TreeSet<>(names);
    all.addAll(own);
    return new Library(all, name -> own.contains(name) ? more.apply(name) : files.apply(name));
  }

  /** The files of a module; none if it is not known. */
  List<SourceFile> module(String name) {
    return List.copyOf(names.contains(name) ? files.apply(name) : List.of());
  }

  /** The names of all modules, sorted. */
  public Set<String> names() {
    return names;
  }
}
