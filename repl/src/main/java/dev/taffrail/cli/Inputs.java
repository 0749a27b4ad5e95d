package dev.taffrail.cli;

import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What to judge: files, folders and standard input, known to exist. */
record Inputs(List<String> names) {
  private static final String STANDARD_INPUT = "-";
  private static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".json");

  Inputs {
    names = List.copyOf(names);
  }

  static Inputs of(List<String> names) throws UsageMistake {
    if (names.isEmpty()) {
      throw new UsageMistake(
          "which manifests?",
          "for instance: taffrail check manifests/",
          "or from standard input: helm template ./chart | taffrail check -");
    }
    for (String name : names) {
      if (!name.equals(STANDARD_INPUT) && !Files.exists(Paths.of(name))) {
        var advice = new ArrayList<String>();
        Paths.nearest(name).ifPresent(meant -> advice.add("did you mean `" + meant + "`?"));
        throw new UsageMistake("there is no file or folder `" + name + "`", advice);
      }
    }
    if (names.stream().filter(STANDARD_INPUT::equals).count() > 1) {
      throw new UsageMistake("standard input, `-`, is given twice");
    }
    return new Inputs(names);
  }

  /** Reads everything; what cannot be read is a problem of its manifest. */
  List<Manifest> read(InputStream standardInput) throws UsageMistake {
    var reader = new ManifestReader();
    var manifests = new LinkedHashMap<Path, Manifest>();
    for (String name : names) {
      if (name.equals(STANDARD_INPUT)) {
        manifests.put(Path.of(STANDARD_INPUT), reader.read(STANDARD_INPUT, standardInput));
        continue;
      }
      Path path = Paths.of(name);
      List<Path> files = Files.isDirectory(path) ? Paths.filesIn(path, EXTENSIONS) : List.of(path);
      for (Path file : files) {
        manifests.computeIfAbsent(
            file.toAbsolutePath().normalize(), key -> reader.read(Paths.name(file), file));
      }
    }
    return List.copyOf(manifests.values());
  }
}
