package dev.taffrail.conformance;

import dev.taffrail.compiler.ImportedFiles;
import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Tells policies about pods of OpenShift's DeploymentConfig, which other tools judge too. */
final class Openshift {
  private Openshift() {}

  /** A module that imports the kind for all policies of a run. */
  static SourceFile policies() {
    return read("openshift.rail");
  }

  static ImportedFiles.Found find(SourceFile importing, String path) {
    return new ImportedFiles.Found.File(read(path));
  }

  private static SourceFile read(String name) {
    try (InputStream in = Openshift.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + name);
      }
      return SourceFile.of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
