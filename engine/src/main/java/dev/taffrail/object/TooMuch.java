package dev.taffrail.object;

import dev.taffrail.source.SourceFile;

/** What YAML and JSON documents are refused for alike: limits and duplicate keys. */
final class TooMuch {
  private TooMuch() {}

  static UnreadableException nested(ReadLimits limits, int at) {
    return new UnreadableException(
        at,
        at,
        "more than " + limits.depth() + " objects and lists are nested in each other",
        "no Kubernetes object needs that; check for brackets that are never closed");
  }

  static UnreadableException nodes(ReadLimits limits, int at) {
    return new UnreadableException(
        at,
        at,
        "a document holds more than " + limits.nodes() + " values",
        "split it, or leave it out if it is no manifest");
  }

  static UnreadableException scalar(ReadLimits limits, int at) {
    return new UnreadableException(
        at,
        at,
        "a value is longer than " + limits.scalar() + " characters",
        "no Kubernetes object holds that much; check for a quote that is never closed");
  }

  static UnreadableException twice(SourceFile source, String key, int first, int start, int end) {
    var position = source.position(first);
    return new UnreadableException(
        start,
        end,
        "the key "
            + Quoted.of(key)
            + " stands twice in this object, first at "
            + position.line()
            + ":"
            + position.column(),
        "remove one of the two; kubectl would silently keep the last");
  }
}
