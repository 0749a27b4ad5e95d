package dev.taffrail.compiler.resolve;

import dev.taffrail.compiler.ast.PolicyFile;
import java.util.Map;
import java.util.Optional;

/** A file, the module it belongs to, and the modules it can name. */
public record FileScope(PolicyFile file, String module, Map<String, String> imports) {
  /** The module behind an alias. */
  public Optional<String> imported(String alias) {
    return Optional.ofNullable(imports.get(alias));
  }
}
