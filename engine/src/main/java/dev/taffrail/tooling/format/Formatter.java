package dev.taffrail.tooling.format;

import dev.taffrail.compiler.parse.SyntaxNode;
import dev.taffrail.compiler.parse.SyntaxTree;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.source.SourceFile;
import java.util.Optional;

/** Writes policy files in the one style. */
public final class Formatter {
  private Formatter() {}

  /** The formatted text; empty if the file has a mistake in its syntax, which is reported. */
  public static Optional<String> format(SourceFile source, DiagnosticSink sink) {
    return read(source, sink).map(Formatter::print);
  }

  /** The tree, with its holes as they are to be printed. */
  static Optional<SyntaxNode.Branch> read(SourceFile source, DiagnosticSink sink) {
    return SyntaxTree.read(source, sink, Formatter::hole);
  }

  static String print(SyntaxNode.Branch tree) {
    return Layout.print(new DeclarationFormat().file(tree));
  }

  /** On one line; with a comment in it, or a line that must end, it stays as it is. */
  static Optional<String> hole(SyntaxNode expression) {
    if (Nodes.hasComments(expression)) {
      return Optional.empty();
    }
    String line = Layout.flat(new ExpressionFormat().format(expression));
    return line.contains("\n") ? Optional.empty() : Optional.of(line);
  }
}
