package dev.taffrail.tooling.format;

import dev.taffrail.compiler.parse.SyntaxTree;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.source.SourceFile;
import java.util.Optional;

/** Writes policy files in the one style. */
public final class Formatter {
  private Formatter() {}

  /** The formatted text; empty if the file has a mistake in its syntax, which is reported. */
  public static Optional<String> format(SourceFile source, DiagnosticSink sink) {
    return SyntaxTree.read(source, sink)
        .map(tree -> Layout.print(new DeclarationFormat().file(tree)));
  }
}
