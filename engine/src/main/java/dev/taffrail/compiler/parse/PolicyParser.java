package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Fragment;
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

  /** A single expression; a hole if it cannot be read. */
  public Expr parseExpression(SourceFile source, DiagnosticSink sink) {
    if (isTooLong(source, sink)) {
      return new Expr.Hole(source.span(0, 0));
    }
    var file = Tokenizer.read(source, sink);
    var expression = new FragmentReader(file, sink).expression();
    file.documentation().reportLeftOver(sink);
    return expression;
  }

  /** What somebody typed at a prompt. */
  public Fragment parseFragment(SourceFile source, DiagnosticSink sink) {
    if (isTooLong(source, sink)) {
      return new Fragment.Statements(List.of());
    }
    var file = Tokenizer.read(source, sink);
    var fragment = new FragmentReader(file, sink).read();
    file.documentation().reportLeftOver(sink);
    return fragment;
  }

  /** Whether a bracket or a text of several lines is still open, so that a prompt should wait. */
  public boolean isUnfinished(SourceFile source) {
    if (source.text().length() > SyntaxLimits.SOURCE_LENGTH) {
      return false;
    }
    var file = Tokenizer.read(source, ignored -> {});
    var open = new OpenBrackets();
    for (int i = 0; i < file.tokens().size(); i++) {
      open.pass(file.tokens().get(i).getType());
    }
    return file.cutShort() || !open.isEmpty();
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
