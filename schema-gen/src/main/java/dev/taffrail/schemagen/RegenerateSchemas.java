package dev.taffrail.schemagen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Writes the committed schema anew from the published artifacts. */
final class RegenerateSchemas {
  private RegenerateSchemas() {}

  /**
   * @param arguments the folder with the artifacts, and the file to write
   */
  public static void main(String[] arguments) throws IOException {
    var releases = new Releases(Path.of(arguments[0]));
    Path target = Path.of(arguments[1]);

    Overlay overlay = overlay(releases);
    var versions = new ArrayList<String>();
    var facts = new ArrayList<VersionFacts>();
    for (Releases.Release release : Releases.BUNDLED) {
      versions.add(release.kubernetes());
      facts.add(VersionFacts.of(release, releases.client(release), overlay));
    }
    List<String> removed = RemovedKinds.lines(history(releases, facts.get(0)));

    Files.createDirectories(target.toAbsolutePath().getParent());
    Files.writeString(target, SchemaText.of(versions, facts, removed));
  }

  private static Overlay overlay(Releases releases) throws IOException {
    var documents = new TreeMap<Integer, OpenApiDocument>();
    for (Releases.Documented documented : Releases.DOCUMENTED) {
      documents.put(documented.minor(), releases.document(documented));
    }
    return new Overlay(documents);
  }

  private static List<RemovedKinds.Served> history(Releases releases, VersionFacts oldest)
      throws IOException {
    var history = new ArrayList<RemovedKinds.Served>();
    for (Releases.Release release : Releases.PAST) {
      history.add(new RemovedKinds.Served(release, ServedKinds.of(releases.client(release))));
    }
    history.add(new RemovedKinds.Served(Releases.BUNDLED.get(0), oldest.kinds()));
    return history;
  }
}
