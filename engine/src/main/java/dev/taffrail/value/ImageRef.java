package dev.taffrail.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A container image reference, normalised; its text is kept as written.
 *
 * <p>Two references are equal if runtimes take them for the same: {@code nginx} equals {@code
 * docker.io/library/nginx}. A missing tag is not filled in.
 *
 * @param registry the host, in lower case, with its port
 * @param path the segments behind the registry, {@code library/nginx}
 * @param hasRegistry the registry was written
 */
public record ImageRef(
    String registry,
    String path,
    Optional<String> tag,
    Optional<String> digest,
    boolean hasRegistry,
    String text)
    implements Value {
  private static final Pattern TAG = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}");

  /** Reads {@code nginx}, {@code localhost:5000/team/app:1.2@sha256:…}. */
  public static Optional<ImageRef> parse(String text) {
    int at = text.indexOf('@');
    Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
    String tagged = at < 0 ? text : text.substring(0, at);
    int colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
    Optional<String> tag = colon < 0 ? Optional.empty() : Optional.of(tagged.substring(colon + 1));
    String name = colon < 0 ? tagged : tagged.substring(0, colon);
    if (tag.filter(t -> !isTag(t)).isPresent()
        || digest.filter(d -> !Digests.valid(d)).isPresent()) {
      return Optional.empty();
    }
    boolean hasRegistry = ImageName.hasRegistry(name);
    return ImageName.parse(name)
        .map(n -> new ImageRef(n.registry(), n.path(), tag, digest, hasRegistry, text));
  }

  public static boolean isTag(String text) {
    return TAG.matcher(text).matches();
  }

  /** Registry and path: {@code docker.io/library/nginx}. */
  public String repository() {
    return registry + "/" + path;
  }

  /** The last segment of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether the prefix covers it, by whole segments. */
  public boolean within(ImagePrefix prefix) {
    return prefix.covers(registry, path);
  }

  /** From the registry alone to the whole repository. */
  public List<ImagePrefix> prefixes() {
    var prefixes = new ArrayList<ImagePrefix>();
    prefixes.add(ImagePrefix.of(registry, ""));
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      prefixes.add(ImagePrefix.of(registry, path.substring(0, end)));
    }
    prefixes.add(ImagePrefix.of(registry, path));
    return prefixes;
  }

  /** With another tag; without the digest, which would win over it. */
  public Optional<ImageRef> withTag(String newTag) {
    return isTag(newTag)
        ? Optional.of(written(registry, Optional.of(newTag), Optional.empty()))
        : Optional.empty();
  }

  public Optional<ImageRef> withDigest(String newDigest) {
    return Digests.valid(newDigest)
        ? Optional.of(written(registry, tag, Optional.of(newDigest)))
        : Optional.empty();
  }

  public Optional<ImageRef> withRegistry(String host) {
    return ImageName.registry(host).map(newRegistry -> written(newRegistry, tag, digest));
  }

  private ImageRef written(String host, Optional<String> newTag, Optional<String> newDigest) {
    String whole =
        host
            + "/"
            + path
            + newTag.map(t -> ":" + t).orElse("")
            + newDigest.map(d -> "@" + d).orElse("");
    return new ImageRef(host, path, newTag, newDigest, true, whole);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImageRef that
        && registry.equals(that.registry)
        && path.equals(that.path)
        && tag.equals(that.tag)
        && digest.equals(that.digest);
  }

  @Override
  public int hashCode() {
    return path.hashCode() * 31 + tag.hashCode();
  }
}
