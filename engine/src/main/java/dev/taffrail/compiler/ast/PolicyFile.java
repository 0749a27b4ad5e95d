package dev.taffrail.compiler.ast;

import dev.taffrail.source.SourceFile;
import java.util.List;

/** One parsed file: its header and its declarations, in the order written. */
public record PolicyFile(SourceFile source, List<Header> headers, List<Declaration> declarations) {
  public PolicyFile {
    headers = List.copyOf(headers);
    declarations = List.copyOf(declarations);
  }

  /** The names of the modules it imports, as written. */
  public List<String> importedModules() {
    return headers.stream()
        .filter(Header.Import.class::isInstance)
        .map(header -> ((Header.Import) header).module().text())
        .toList();
  }
}
