package dev.taffrail.value;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A registry or repository prefix, compared whole segment by segment; its text is kept as written.
 *
 * <p>{@code ghcr.io} and {@code ghcr.io/} cover a registry, {@code ghcr.io/acme/} what lies below,
 * {@code ghcr.io/acme/app} that repository and what lies below it; never {@code
 * ghcr.io/acme/apple}. Without a registry, Docker Hub is meant: {@code acme/} is an organisation,
 * {@code nginx} the official image {@code docker.io/library/nginx}.
 *
 * @param path the segments behind the registry without slashes at the ends; empty for all
 */
public record ImagePrefix(String registry, String path, String text) implements Value {
  /** What can be nothing but a host, even without a slash behind it. */
  private static final Pattern HOST = Pattern.compile("localhost\\b|\\[|[^:]*\\.|[^:]*$");

  /**
   * Reads a prefix; the slash at its end may be missing.
   *
   * <p>{@code docker.io/acme} is refused: runtimes read it as the official image {@code acme},
   * while its authors mean the organisation, and a deny-list with the wrong one of the two would
   * let everything pass. {@code docker.io/acme/} and {@code docker.io/library/acme} say which. So
   * is {@code app:1}, which could be a host with a port; {@code app:1/} is one.
   */
  public static Optional<ImagePrefix> parse(String text) {
    boolean folder = text.endsWith("/");
    String name = folder ? text.substring(0, text.length() - 1) : text;
    if (name.indexOf('/') < 0 && ImageName.looksLikeRegistry(name)) {
      if (!folder && !HOST.matcher(name).lookingAt()) {
        return Optional.empty();
      }
      return ImageName.registry(name).map(host -> new ImagePrefix(host, "", text));
    }
    if (name.indexOf('/') < 0) {
      return ImageName.of(ImageName.DOCKER_HUB, folder ? name : "library/" + name)
          .map(n -> new ImagePrefix(n.registry(), n.path(), text));
    }
    if (!ImageName.hasRegistry(name)) {
      return ImageName.of(ImageName.DOCKER_HUB, name)
          .map(n -> new ImagePrefix(n.registry(), n.path(), text));
    }
    return behindRegistry(name, folder, text);
  }

  private static Optional<ImagePrefix> behindRegistry(String name, boolean folder, String text) {
    int slash = name.indexOf('/');
    Optional<String> registry = ImageName.registry(name.substring(0, slash));
    String path = name.substring(slash + 1);
    boolean ambiguous =
        registry.equals(Optional.of(ImageName.DOCKER_HUB))
            && path.indexOf('/') < 0
            && !folder
            && !path.equals("library");
    if (ambiguous) {
      return Optional.empty();
    }
    return registry
        .flatMap(host -> ImageName.of(host, path))
        .map(n -> new ImagePrefix(n.registry(), n.path(), text));
  }

  /** A computed prefix; both parts must be in their one spelling. */
  static ImagePrefix of(String registry, String path) {
    return new ImagePrefix(registry, path, path.isEmpty() ? registry : registry + "/" + path);
  }

  /** The one form in which equal prefixes are equal texts. */
  public String canonical() {
    return path.isEmpty() ? registry : registry + "/" + path;
  }

  /** How many segments it has, the registry included. */
  public int segments() {
    return path.isEmpty() ? 1 : 2 + (int) path.chars().filter(c -> c == '/').count();
  }

  boolean covers(String otherRegistry, String otherPath) {
    return registry.equals(otherRegistry)
        && (path.isEmpty() || path.equals(otherPath) || otherPath.startsWith(path + "/"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImagePrefix that
        && registry.equals(that.registry)
        && path.equals(that.path);
  }

  @Override
  public int hashCode() {
    return canonical().hashCode();
  }
}
