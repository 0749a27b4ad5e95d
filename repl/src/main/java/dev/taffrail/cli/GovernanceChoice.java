package dev.taffrail.cli;

import dev.taffrail.cli.line.Given;
import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of waivers and enforcement that the user names. */
final class GovernanceChoice {
  private static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".json", ".rail");

  private GovernanceChoice() {}

  /** What the options name. */
  static List<String> names(Given arguments) {
    var names = new ArrayList<String>(arguments.values("--waivers"));
    names.addAll(arguments.values("--enforcement"));
    return List.copyOf(names);
  }

  /** Policy files with the files of waivers and enforcement behind them, each file once. */
  static List<SourceFile> with(List<SourceFile> policies, List<String> names) throws UsageMistake {
    Map<Path, SourceFile> files = new LinkedHashMap<>();
    for (SourceFile file : policies) {
      files.put(identity(Paths.of(file.name())), file);
    }
    for (String name : names) {
      for (Path file : filesOf(name)) {
        if (!files.containsKey(identity(file))) {
          files.put(identity(file), Paths.text(Paths.name(file)));
        }
      }
    }
    return List.copyOf(files.values());
  }

  private static List<Path> filesOf(String name) throws UsageMistake {
    Path path = Paths.of(name);
    if (Files.isDirectory(path)) {
      List<Path> found = Paths.filesIn(path, EXTENSIONS);
      if (found.isEmpty()) {
        throw new UsageMistake(
            "there is no waiver in the folder `" + name + "`",
            "names of files with waivers end in " + String.join(", ", EXTENSIONS));
      }
      return found;
    }
    if (!Files.exists(path)) {
      var advice = new ArrayList<String>();
      Paths.nearest(name).ifPresent(near -> advice.add("did you mean `" + near + "`?"));
      throw new UsageMistake("there is no file or folder `" + name + "`", advice);
    }
    if (EXTENSIONS.stream().noneMatch(name::endsWith)) {
      throw new UsageMistake(
          "`" + name + "` holds no waivers",
          "names of files with waivers end in " + String.join(", ", EXTENSIONS));
    }
    return List.of(path);
  }

  /** The same file under two names is one file. */
  private static Path identity(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException unreadable) {
      return file.toAbsolutePath().normalize();
    }
  }
}
