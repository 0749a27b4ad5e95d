package dev.taffrail.schemagen;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parts of a model class's name: {@code CoreV1Event} is the kind {@code Event} of version
 * {@code v1}, told apart from its namesakes by {@code Core}.
 */
record ModelName(String prefix, String version, String kind) {
  private static final Pattern SHAPE =
      Pattern.compile("([A-Z][a-z]+)?V(\\d+(?:(?:alpha|beta)\\d+)?)([A-Z].*)");

  /** Empty for the few classes that belong to no version, such as {@code VersionInfo}. */
  static Optional<ModelName> of(String className) {
    var matcher = SHAPE.matcher(className);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String prefix = matcher.group(1) == null ? "" : matcher.group(1);
    return Optional.of(new ModelName(prefix, "v" + matcher.group(2), matcher.group(3)));
  }
}
