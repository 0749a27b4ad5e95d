package dev.taffrail.schemagen;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which published artifact describes which Kubernetes version.
 *
 * <p>The client's majors follow Kubernetes' minors with gaps. What a release really holds was read
 * off its paths, since some were generated from an older version than their notes say: 13 repeats
 * 1.20, and 18 repeats 1.25.
 */
record Releases(Path folder) {

  /**
   * One Kubernetes version.
   *
   * @param clientMajor the major version of {@code client-java-api}
   */
  record Release(String kubernetes, int clientMajor) {
    int minor() {
      return Integer.parseInt(kubernetes.substring(kubernetes.indexOf('.') + 1));
    }
  }

  /** A validator artifact, which holds the OpenAPI definitions of a Kubernetes version. */
  record Documented(int minor, String validator) {}

  /** Versions before those bundled: asked only for the kinds they served. */
  static final List<Release> PAST =
      List.of(
          new Release("1.15", 7),
          new Release("1.16", 8),
          new Release("1.17", 9),
          new Release("1.18", 10),
          new Release("1.19", 11),
          new Release("1.20", 12),
          new Release("1.22", 14),
          new Release("1.23", 15),
          new Release("1.24", 16),
          new Release("1.25", 17),
          new Release("1.27", 19),
          new Release("1.28", 20),
          new Release("1.30", 21));

  static final List<Release> BUNDLED =
      List.of(
          new Release("1.31", 22),
          new Release("1.32", 23),
          new Release("1.33", 24),
          new Release("1.34", 25),
          new Release("1.35", 26),
          new Release("1.36", 27));

  static final List<Documented> DOCUMENTED =
      List.of(new Documented(31, "7.2"), new Documented(33, "7.3"), new Documented(34, "7.5"));

  ClientJar client(Release release) throws IOException {
    return ClientJar.read(jar("client-java-api-" + release.clientMajor + ".*.jar"));
  }

  OpenApiDocument document(Documented documented) throws IOException {
    return OpenApiDocument.read(
        jar("kubernetes-model-validator-" + documented.validator + ".*.jar"));
  }

  private Path jar(String pattern) throws IOException {
    Optional<Path> found;
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, pattern)) {
      var iterator = jars.iterator();
      found = iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
    }
    return found.orElseThrow(() -> new IOException("no " + pattern + " in " + folder));
  }
}
