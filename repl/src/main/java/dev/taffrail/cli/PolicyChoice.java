package dev.taffrail.cli;

import dev.taffrail.PolicyInfo;
import dev.taffrail.PolicySet;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.source.SourceFile;
import dev.taffrail.stdlib.Selection;
import dev.taffrail.stdlib.StandardLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The policies that the user asks for: own files, modules of the standard library, and the
 * parameters that the name of a profile implies.
 *
 * @param files in the order given, the files of a folder sorted
 * @param modules sorted
 * @param selections what the names of the standard library stand for
 * @param parameters values as YAML, by {@code module/parameter}
 */
record PolicyChoice(
    List<SourceFile> files,
    List<String> modules,
    List<Selection> selections,
    Map<String, String> parameters) {
  private static final String EXTENSION = ".rail";

  PolicyChoice {
    files = List.copyOf(files);
    modules = List.copyOf(modules);
    selections = List.copyOf(selections);
  }

  /**
   * Those of the compiled policies that were asked for; a profile may leave some of a module out.
   */
  PolicySet judged(PolicySet compiled) {
    var ids = compiled.policies().stream().map(PolicyInfo::id).filter(this::isAskedFor).toList();
    return ids.size() == compiled.size() ? compiled : compiled.only(ids);
  }

  /**
   * The same, but of modules of which only some policies are asked for nothing else is compiled.
   * Only for runs in which nothing names a policy that is not asked for, such as a waiver.
   */
  PolicyChoice withoutTheRest() {
    var all = new ArrayList<>(files);
    var whole = new ArrayList<String>();
    var part = new ArrayList<String>();
    for (String module : modules) {
      boolean complete =
          StandardLibrary.policies(module).stream().allMatch(p -> isAskedFor(module + "/" + p));
      (complete ? whole : part).add(module);
    }
    var asked =
        part.stream()
            .flatMap(m -> StandardLibrary.policies(m).stream().map(p -> m + "/" + p))
            .filter(this::isAskedFor)
            .toList();
    if (!part.isEmpty()) {
      all.addAll(StandardLibrary.files(new Selection(part, asked, Map.of())));
    }
    return new PolicyChoice(all, whole, selections, parameters);
  }

  private boolean isAskedFor(String id) {
    String module = id.substring(0, id.indexOf('/'));
    return !modules.contains(module) || selections.stream().anyMatch(s -> s.has(id));
  }

  /**
   * Finds what each name stands for; a file or folder is stronger than a module of the same name.
   */
  static PolicyChoice of(List<String> names) throws UsageMistake {
    var filesByPath = new LinkedHashMap<Path, SourceFile>();
    var modules = new TreeSet<String>();
    var selections = new ArrayList<Selection>();
    var parameters = new TreeMap<String, String>();
    for (String name : names) {
      Path path = Paths.of(name);
      if (Files.isDirectory(path)) {
        addFolder(name, path, filesByPath);
      } else if (Files.exists(path)) {
        addFile(name, path, filesByPath);
      } else {
        Selection selection = StandardLibrary.find(name).orElse(null);
        if (selection == null) {
          throw unknown(name);
        }
        modules.addAll(selection.modules());
        selections.add(selection);
        for (var parameter : selection.parameters().entrySet()) {
          String other = parameters.put(parameter.getKey(), parameter.getValue());
          if (other != null && !other.equals(parameter.getValue())) {
            throw new UsageMistake(
                "`%s` wants %s to be %s, another `--policies` wants %s"
                    .formatted(name, parameter.getKey(), parameter.getValue(), other),
                "give one of them, or check twice");
          }
        }
      }
    }
    return new PolicyChoice(
        List.copyOf(filesByPath.values()), List.copyOf(modules), selections, parameters);
  }

  private static void addFolder(String name, Path folder, Map<Path, SourceFile> files)
      throws UsageMistake {
    List<Path> found = Paths.filesIn(folder, List.of(EXTENSION));
    if (found.isEmpty()) {
      throw new UsageMistake("there is no " + EXTENSION + " file in the folder `" + name + "`");
    }
    for (Path file : found) {
      addFile(Paths.name(file), file, files);
    }
  }

  private static void addFile(String name, Path file, Map<Path, SourceFile> files)
      throws UsageMistake {
    if (!name.endsWith(EXTENSION)) {
      throw new UsageMistake(
          "`" + name + "` is no policy", "the names of policy files end in " + EXTENSION);
    }
    if (!files.containsKey(identity(file))) {
      files.put(identity(file), Paths.text(name));
    }
  }

  /** The same file under two names is one file. */
  private static Path identity(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException unreadable) {
      return file.toAbsolutePath().normalize();
    }
  }

  private static UsageMistake unknown(String name) {
    var advice = new ArrayList<String>();
    var known = StandardLibrary.names();
    Paths.nearest(name)
        .or(() -> Spelling.nearest(name, known))
        .or(() -> Spelling.nearest("std." + name, known))
        .ifPresent(meant -> advice.add("did you mean `" + meant + "`?"));
    if (name.endsWith(EXTENSION) || name.contains("/") || name.contains("\\")) {
      return new UsageMistake("there is no file or folder `" + name + "`", advice);
    }
    if (advice.isEmpty()) {
      advice.add("modules and profiles: " + String.join(", ", known));
    }
    return new UsageMistake(
        "`" + name + "` is no file, folder or module of the standard library", advice);
  }
}
