package dev.taffrail.compiler.resolve;

import dev.taffrail.compiler.ast.Declaration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a module declares, over all its files.
 *
 * @param types type aliases and enums by name
 * @param values functions, lets, parameters and indexes by name
 * @param policies policies by name
 */
public record ModuleScope(
    String name,
    List<FileScope> files,
    Map<String, Declared> types,
    Map<String, Declared> values,
    Map<String, Declared> policies,
    List<DeclaredExtension> extensions) {

  /** A declaration and the file whose imports it sees. */
  public record Declared(Declaration declaration, FileScope file) {}

  public record DeclaredExtension(Declaration.Extension extension, FileScope file) {}

  public Optional<Declared> type(String wanted) {
    return Optional.ofNullable(types.get(wanted));
  }

  public Optional<Declared> value(String wanted) {
    return Optional.ofNullable(values.get(wanted));
  }
}
