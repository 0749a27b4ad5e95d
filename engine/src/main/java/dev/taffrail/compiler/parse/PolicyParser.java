package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.source.SourceFile;
import java.util.List;

/**
 * Reads policy text into a syntax tree.
 *
 * <p>Never throws for what an author wrote: each mistake is reported once, and the tree has a hole
 * where something could not be read. Has no state; one instance serves all threads.
 */
public final class PolicyParser {

  /** A whole {@code .rail} file. */
  public PolicyFile parse(SourceFile source, DiagnosticSink sink) {
    if (isTooLong(source, sink)) {
      return new PolicyFile(source, List.of(), List.of());
    }
    var file = Tokenizer.read(source, sink);
    var parts = new SyntaxReader(file, sink).file();
    var policyFile = new FileBuilder(new BuildContext(file, sink)).build(source, parts);
    file.documentation().reportLeftOver(sink);
    return policyFile;
  }

  /** A single expression, for instance one typed at a prompt. */
  public Expr parseExpression(SourceFile source, DiagnosticSink sink) {
    var nothing = new Expr.Hole(source.span(0, source.text().length()));
    if (isTooLong(source, sink)) {
      return nothing;
    }
    var file = Tokenizer.read(source, sink);
    var expression = new SyntaxReader(file, sink).expression();
    var built =
        expression
            .map(new ExpressionBuilder(new BuildContext(file, sink))::expression)
            .orElse(nothing);
    file.documentation().reportLeftOver(sink);
    return built;
  }

  private static boolean isTooLong(SourceFile source, DiagnosticSink sink) {
    int length = source.text().length();
    if (length <= SyntaxLimits.SOURCE_LENGTH) {
      return false;
    }
    sink.report(
        Diagnostic.of(
                DiagnosticCode.E0007,
                source.span(0, 0),
                "file of %s characters is too large".formatted(length))
            .label("at most %s are read".formatted(SyntaxLimits.SOURCE_LENGTH))
            .help("All files of a folder are one module: split the file."));
    return true;
  }
}
