package dev.taffrail.compiler.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One file of the overlay: blocks parted by blank lines, in the notation of the schema files.
 *
 * <p>The block {@code sources} names the files and pages that lines refer to, {@code enums} names
 * sets of texts, and every {@code definition} says what we know about a record.
 */
final class OverlayFile {
  private static final String TRANSPARENT = "transparent";

  private final SchemaText text;
  private final Map<String, String> sources;

  private OverlayFile(SchemaText text) {
    this.text = text;
    this.sources = pairs("sources");
  }

  static OverlayFile read(String name) {
    return new OverlayFile(SchemaText.read("overlay/" + name + ".overlay"));
  }

  static OverlayFile of(String text) {
    return new OverlayFile(SchemaText.of(text));
  }

  List<String> definitionIds() {
    return text.definitionIds();
  }

  /** The named enums and how their members are written. */
  Map<String, String> enums() {
    return pairs("enums");
  }

  Optional<OverlayRecord> record(String definitionId) {
    return text.block("definition " + definitionId).map(block -> record(block.lines()));
  }

  private OverlayRecord record(List<String> lines) {
    var entries = new ArrayList<OverlayEntry>();
    Optional<String> transparency = Optional.empty();
    for (String line : lines) {
      if (!line.startsWith("#")) {
        OverlayEntry entry = OverlayLine.read(line, sources);
        if (entry.field().equals(TRANSPARENT)) {
          transparency = Optional.of(entry.source());
        } else {
          entries.add(entry);
        }
      }
    }
    return new OverlayRecord(transparency, entries);
  }

  private Map<String, String> pairs(String title) {
    var pairs = new LinkedHashMap<String, String>();
    for (String line : text.lines(title)) {
      int space = line.indexOf(' ');
      pairs.put(line.substring(0, space), line.substring(space + 1).strip());
    }
    return pairs;
  }
}
