package dev.taffrail.compiler.schema;

import java.util.List;
import java.util.Optional;

/** Answers when Kubernetes served a kind, from the tables of kinds and of removed kinds. */
final class KindHistories {
  private KindHistories() {}

  static Optional<KindHistory> find(SchemaFiles files, String apiVersion, String kind) {
    String start = apiVersion + " " + kind + " ";
    Optional<KindHistory> served =
        files.kinds().stream()
            .filter(line -> line.startsWith(start))
            .findFirst()
            .map(line -> bundled(KindLine.read(line), files.versions()));
    return served.or(
        () ->
            files.removedKinds().stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .map(line -> new KindHistory(apiVersion, kind, Optional.empty(), lastWord(line))));
  }

  private static KindHistory bundled(KindLine line, List<String> versions) {
    Optional<String> since = Optional.empty();
    Optional<String> removedIn = Optional.empty();
    for (int i = 1; i < versions.size(); i++) {
      boolean before = line.isIn(versions.get(i - 1));
      boolean now = line.isIn(versions.get(i));
      if (!before && now) {
        since = Optional.of(versions.get(i));
      } else if (before && !now) {
        removedIn = Optional.of(versions.get(i));
      }
    }
    return new KindHistory(line.kind().apiVersion(), line.kind().kind(), since, removedIn);
  }

  private static Optional<String> lastWord(String line) {
    return Optional.of(line.substring(line.lastIndexOf(' ') + 1));
  }
}
