package dev.taffrail.runtime.view;

import dev.taffrail.object.Node;
import dev.taffrail.value.SemVer;
import java.util.Optional;

/** The version of a component, as far as a manifest tells. */
final class ComponentVersion {
  private ComponentVersion() {}

  /** A version as if it were written where a node is. */
  static Node node(String value, Node at) {
    return new Node.Text(value, at.start(), at.end());
  }

  /** The version that the tag of an image names, {@code v1.34.1} or {@code 3.5.15-0}. */
  static Optional<String> ofImage(String image) {
    String name = image.substring(image.lastIndexOf('/') + 1);
    int digest = name.indexOf('@');
    String tagged = digest < 0 ? name : name.substring(0, digest);
    int colon = tagged.indexOf(':');
    return colon < 0 ? Optional.empty() : of(tagged.substring(colon + 1));
  }

  /** The revision of a build is no pre-release. */
  static Optional<String> of(String written) {
    String version = written.replaceFirst("^v", "").replaceFirst("-([0-9]+)$", "+$1");
    return version.matches("[0-9]+\\.[0-9]+\\.[0-9].*") && SemVer.parse(version).isPresent()
        ? Optional.of(version)
        : Optional.empty();
  }
}
