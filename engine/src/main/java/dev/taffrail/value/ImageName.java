package dev.taffrail.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Registry and path of an image, as container runtimes understand them: {@code nginx} is {@code
 * docker.io/library/nginx}.
 *
 * <p>Registries are names of hosts, so their case does not count.
 */
record ImageName(String registry, String path) {
  static final String DOCKER_HUB = "docker.io";

  /** Docker Hub's former name, which runtimes still translate. */
  private static final String OLD_DOCKER_HUB = "index.docker.io";

  private static final String OFFICIAL = "library/";
  private static final int LONGEST = 255;

  private static final Pattern REGISTRY =
      Pattern.compile(
          "([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])"
              + "(\\.([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*(:[0-9]+)?"
              + "|\\[[a-fA-F0-9:]+\\](:[0-9]+)?");
  private static final Pattern PATH_SEGMENT = Pattern.compile("[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*");
  private static final Pattern IMAGE_ID = Pattern.compile("[a-f0-9]{64}");

  /** Reads a name without tag and digest. */
  static Optional<ImageName> parse(String name) {
    if (IMAGE_ID.matcher(name).matches()) {
      return Optional.empty();
    }
    if (!hasRegistry(name)) {
      return of(DOCKER_HUB, name.indexOf('/') < 0 ? OFFICIAL + name : name);
    }
    int slash = name.indexOf('/');
    Optional<String> registry = registry(name.substring(0, slash));
    String path = name.substring(slash + 1);
    boolean official = registry.equals(Optional.of(DOCKER_HUB)) && path.indexOf('/') < 0;
    return registry.flatMap(host -> of(host, official ? OFFICIAL + path : path));
  }

  /**
   * Whether the first segment is a registry: it looks like no directory, or is {@code localhost}.
   */
  static boolean hasRegistry(String name) {
    int slash = name.indexOf('/');
    return slash >= 0 && looksLikeRegistry(name.substring(0, slash));
  }

  static boolean looksLikeRegistry(String segment) {
    return segment.equals("localhost")
        || segment.contains(".")
        || segment.contains(":")
        || !segment.equals(segment.toLowerCase(Locale.ROOT));
  }

  /** The registry in its one spelling. */
  static Optional<String> registry(String host) {
    if (host.length() > LONGEST || !REGISTRY.matcher(host).matches()) {
      return Optional.empty();
    }
    String lower = host.toLowerCase(Locale.ROOT);
    return Optional.of(lower.equals(OLD_DOCKER_HUB) ? DOCKER_HUB : lower);
  }

  /** A registry in its one spelling with a path, if the path has the right form. */
  static Optional<ImageName> of(String registry, String path) {
    if (path.length() > LONGEST) {
      return Optional.empty();
    }
    for (String segment : path.split("/", -1)) {
      if (!PATH_SEGMENT.matcher(segment).matches()) {
        return Optional.empty();
      }
    }
    return Optional.of(new ImageName(registry, path));
  }

  @Override
  public String toString() {
    return registry + "/" + path;
  }
}
