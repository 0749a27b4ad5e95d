package dev.taffrail.compiler.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The packaged schema files: the generated one, and those of the config-file kinds, written by hand
 * as no published artifact describes them, one file a package.
 */
final class SchemaFiles {
  private static final String PACKAGE = "package ";

  private static final class Loaded {
    static final SchemaFiles FILES = new SchemaFiles();
  }

  private final SchemaSections generated =
      new SchemaSections(Resources.readAscii("kubernetes.schema"));
  private final SchemaText config = SchemaText.read("config-kinds/kinds");
  private final Map<String, Optional<SchemaText>> packages = new ConcurrentHashMap<>();

  private SchemaFiles() {}

  /** Read once in a process. */
  static SchemaFiles loaded() {
    return Loaded.FILES;
  }

  /** The bundled Kubernetes versions, the oldest first. */
  List<String> versions() {
    return List.of(generated.lines("versions").getFirst().split(" "));
  }

  List<String> kinds() {
    return Stream.concat(generated.lines("kinds").stream(), config.lines("kinds").stream())
        .toList();
  }

  List<String> removedKinds() {
    return generated.lines("removed");
  }

  /** The block of the definition, if some version has it. */
  Optional<SchemaText.Block> definition(String id) {
    int dot = id.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : packageText(id.substring(0, dot)).flatMap(text -> text.definition(id.substring(dot + 1)));
  }

  List<String> definitionIds() {
    return packages().stream().flatMap(name -> definitionIds(name).stream()).sorted().toList();
  }

  List<String> packages() {
    return Stream.concat(generatedPackages().stream(), configPackages().stream()).toList();
  }

  List<String> generatedPackages() {
    return generated.titles().stream()
        .filter(title -> title.startsWith(PACKAGE))
        .map(title -> title.substring(PACKAGE.length()))
        .toList();
  }

  List<String> configPackages() {
    return config.lines("packages");
  }

  private List<String> definitionIds(String packageName) {
    return packageText(packageName).orElseThrow().definitionIds().stream()
        .map(name -> packageName + "." + name)
        .toList();
  }

  static String packageOf(String definitionId) {
    return definitionId.substring(0, definitionId.lastIndexOf('.'));
  }

  private Optional<SchemaText> packageText(String name) {
    return packages.computeIfAbsent(
        name,
        key ->
            generated
                .text(PACKAGE + key)
                .or(() -> Resources.find("config-kinds/" + key + ".schema"))
                .map(SchemaText::of));
  }
}
