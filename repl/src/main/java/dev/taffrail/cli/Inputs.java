package dev.taffrail.cli;

import dev.taffrail.object.Manifest;
import dev.taffrail.object.Manifest.ReadProblem;
import dev.taffrail.object.ManifestFiles;
import dev.taffrail.object.ManifestFiles.Found;
import dev.taffrail.object.ManifestFiles.Problem;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What to judge: files, folders and standard input, known to exist. */
record Inputs(ManifestFiles files) {
  private static final String STANDARD_INPUT = "-";

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
    return new Inputs(ManifestFiles.find(names));
  }

  /** Reads everything; what cannot be read is a problem of its manifest. */
  List<Manifest> read(InputStream standardInput) {
    return read(new ManifestReader(), standardInput);
  }

  /** The same with a reader of one's own. */
  List<Manifest> read(ManifestReader reader, InputStream standardInput) {
    var manifests = new ArrayList<Manifest>();
    for (Found found : files.files()) {
      manifests.add(
          found.path().isPresent()
              ? reader.read(found.name(), found.path().get())
              : reader.read(found.name(), standardInput));
    }
    for (Problem problem : files.problems()) {
      var nothing = SourceFile.of(problem.name(), "");
      var unreadable = new ReadProblem(nothing.span(0, 0), problem.message(), "");
      manifests.add(new Manifest(nothing, List.of(), List.of(unreadable), List.of()));
    }
    return List.copyOf(manifests);
  }
}
