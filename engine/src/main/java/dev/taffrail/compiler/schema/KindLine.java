package dev.taffrail.compiler.schema;

import java.util.Optional;

/**
 * Reads one line of the table of kinds: apiVersion, kind, plural, scope, definition, versions.
 *
 * @param range empty if every version has the kind
 */
record KindLine(RawKind kind, Optional<String> range) {

  static KindLine read(String line) {
    String[] words = line.split(" ");
    int slash = words[0].indexOf('/');
    RawKind kind =
        new RawKind(
            slash < 0 ? "" : words[0].substring(0, slash),
            words[0].substring(slash + 1),
            words[1],
            words[2].equals("-") ? "" : words[2],
            RawKind.Scope.of(words[3]),
            words[4]);
    return new KindLine(
        kind, words.length == 5 ? Optional.empty() : Optional.of(words[5].substring(1)));
  }

  boolean isIn(String version) {
    return range.isEmpty() || VersionRange.includes(range.get(), version);
  }
}
