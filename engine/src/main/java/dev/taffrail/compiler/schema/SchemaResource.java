package dev.taffrail.compiler.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The published facts about one Kubernetes version: its kinds and the definitions of their fields.
 *
 * <p>Definitions are read when somebody asks for them and then kept. Safe for use by several
 * threads.
 */
public final class SchemaResource {
  private final String version;
  private final SchemaFiles files = SchemaFiles.loaded();
  private final List<RawKind> kinds;
  private final Map<String, Optional<RawDefinition>> definitions = new ConcurrentHashMap<>();

  private SchemaResource(String version) {
    this.version = version;
    this.kinds =
        files.kinds().stream()
            .map(KindLine::read)
            .filter(line -> line.isIn(version))
            .map(KindLine::kind)
            .toList();
  }

  /**
   * @param version one of {@link #versions()}
   */
  public static SchemaResource load(String version) {
    if (!versions().contains(version)) {
      throw new IllegalArgumentException(
          "no schema for Kubernetes `" + version + "`, only for " + String.join(", ", versions()));
    }
    return new SchemaResource(version);
  }

  /** The bundled Kubernetes versions, the oldest first. */
  public static List<String> versions() {
    return SchemaFiles.loaded().versions();
  }

  public static String newest() {
    return versions().getLast();
  }

  public String version() {
    return version;
  }

  /** The kinds this version serves, then those of config files. */
  public List<RawKind> kinds() {
    return kinds;
  }

  public Optional<RawKind> kind(String apiVersion, String kind) {
    return kinds.stream()
        .filter(known -> known.kind().equals(kind) && known.apiVersion().equals(apiVersion))
        .findFirst();
  }

  public Optional<RawDefinition> definition(String id) {
    return definitions.computeIfAbsent(id, this::read);
  }

  /** Whether this version has the definition; it is not read for that. */
  public boolean has(String id) {
    return files.definition(id).filter(block -> block.isIn(version)).isPresent();
  }

  /** The packages that definitions are in. */
  List<String> packages() {
    return files.packages();
  }

  /** All definitions of this version, in the order of the alphabet. */
  public List<String> definitionIds() {
    return files.definitionIds().stream()
        .filter(id -> files.definition(id).orElseThrow().isIn(version))
        .toList();
  }

  /** When Kubernetes served the kind, whether this version does or not. */
  public Optional<KindHistory> history(String apiVersion, String kind) {
    return KindHistories.find(files, apiVersion, kind);
  }

  private Optional<RawDefinition> read(String id) {
    return files.definition(id).filter(block -> block.isIn(version)).map(block -> read(id, block));
  }

  private RawDefinition read(String id, SchemaText.Block block) {
    String packageName = SchemaFiles.packageOf(id);
    var fields = new LinkedHashMap<String, RawField>();
    for (String line : block.lines()) {
      FieldLine.read(line, packageName, version)
          .ifPresent(field -> fields.put(field.name(), field));
    }
    return new RawDefinition(id, fields);
  }
}
