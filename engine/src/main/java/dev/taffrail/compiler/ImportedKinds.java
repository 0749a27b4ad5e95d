package dev.taffrail.compiler;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.diagnostic.Spelling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The kinds that annotations of an import can name: its own, those of other imports of the file
 * behind their alias, and those of Kubernetes.
 */
final class ImportedKinds {
  private final SchemaTypes schema;
  private final String alias;
  private final Map<String, Map<String, ObjectType>> byAlias;

  /**
   * @param alias the one of the import
   * @param byAlias the types of all imports of the file
   */
  ImportedKinds(SchemaTypes schema, String alias, Map<String, Map<String, ObjectType>> byAlias) {
    this.schema = schema;
    this.alias = alias;
    this.byAlias = Collections.unmodifiableMap(new TreeMap<>(byAlias));
  }

  /** The types of the import by name; versions have names of their own. */
  Map<String, ObjectType> own() {
    return byAlias.getOrDefault(alias, Map.of());
  }

  /** The names of the types of the import without their versions, in the order of the file. */
  List<String> ownNames() {
    return own().keySet().stream().filter(name -> name.indexOf('.') < 0).toList();
  }

  /** {@code Secret}, {@code Widget}, {@code acme.Widget}, {@code acme.v1.Widget}. */
  Optional<ObjectType> find(String name) {
    int dot = name.indexOf('.');
    Optional<ObjectType> behindAlias =
        dot < 0
            ? Optional.empty()
            : Optional.ofNullable(
                byAlias
                    .getOrDefault(name.substring(0, dot), Map.of())
                    .get(name.substring(dot + 1)));
    return Optional.ofNullable(own().get(name)).or(() -> behindAlias).or(() -> schema.type(name));
  }

  Optional<String> nearest(String name) {
    var names = new ArrayList<>(schema.kindNames());
    names.addAll(own().keySet());
    byAlias.forEach((other, types) -> types.keySet().forEach(t -> names.add(other + "." + t)));
    return Spelling.nearest(name, names);
  }
}
