package dev.taffrail.cli;

import dev.taffrail.object.Manifest;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What to judge: files, folders and standard input, known to exist. */
record Inputs(List<String> names) {
  static final String STANDARD_INPUT = "-";

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

  List<Manifest> read(InputStream standardInput) {
    throw new UnsupportedOperationException("reading comes with the manifest reader");
  }
}
