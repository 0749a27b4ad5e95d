package dev.taffrail.compiler.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The packaged schema files: the generated one, and those of the config-file kinds. */
final class SchemaFiles {
  private static final String GENERATED = "kubernetes.schema";

  /** Written by hand, as no published artifact describes these kinds. */
  static final List<String> CONFIG_KINDS = List.of();

  private static final class Loaded {
    static final SchemaFiles FILES = new SchemaFiles();
  }

  private final SchemaText generated = SchemaText.read(GENERATED);
  private final List<SchemaText> all;

  private SchemaFiles() {
    var texts = new ArrayList<SchemaText>();
    texts.add(generated);
    for (String name : CONFIG_KINDS) {
      texts.add(SchemaText.read("config-kinds/" + name + ".schema"));
    }
    all = List.copyOf(texts);
  }

  /** Read once in a process. */
  static SchemaFiles loaded() {
    return Loaded.FILES;
  }

  /** The bundled Kubernetes versions, the oldest first. */
  List<String> versions() {
    String line = generated.lines("versions").getFirst();
    return List.of(line.split(" "));
  }

  List<String> lines(String title) {
    return all.stream().flatMap(text -> text.lines(title).stream()).toList();
  }

  List<String> definitionIds() {
    return all.stream().flatMap(text -> text.definitionIds().stream()).sorted().toList();
  }

  /** The block of the definition, if some version has it. */
  Optional<SchemaText.Block> definition(String id) {
    return all.stream().flatMap(text -> text.block("definition " + id).stream()).findFirst();
  }
}
