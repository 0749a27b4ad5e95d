package dev.taffrail.compiler.check;

import dev.taffrail.compiler.type.Type;
import dev.taffrail.source.SourceFile;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The types that each file imports from schemas, behind the alias of the import.
 *
 * @param byFile types by alias and name
 */
public record ImportedTypes(Map<SourceFile, Map<String, Map<String, Type>>> byFile) {
  public static final ImportedTypes NONE = new ImportedTypes(Map.of());

  public ImportedTypes {
    byFile = Map.copyOf(byFile);
  }

  /** {@code acme.Widget}, {@code acme.v1beta1.Widget}. */
  Optional<Type> type(SourceFile file, String alias, String name) {
    return Optional.ofNullable(types(file, alias).get(name));
  }

  boolean isAlias(SourceFile file, String alias) {
    return byFile.getOrDefault(file, Map.of()).containsKey(alias);
  }

  /** The names behind an alias, sorted. */
  Set<String> names(SourceFile file, String alias) {
    return new TreeMap<>(types(file, alias)).keySet();
  }

  private Map<String, Type> types(SourceFile file, String alias) {
    return byFile.getOrDefault(file, Map.of()).getOrDefault(alias, Map.of());
  }
}
