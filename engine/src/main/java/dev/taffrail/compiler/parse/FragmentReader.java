package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Fragment;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.grammar.TaffrailLexer;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Reads what is typed at a prompt, telling by its first words what it is. */
final class FragmentReader {
  private final LexedFile file;
  private final DiagnosticSink sink;
  private final TokenList tokens;

  FragmentReader(LexedFile file, DiagnosticSink sink) {
    this.file = file;
    this.sink = sink;
    this.tokens = file.tokens();
  }

  Fragment read() {
    if (isAssignment()) {
      var name = Spans.of(file.source(), tokens.get(0));
      tokens.replace(0, 2, List.of());
      return new Fragment.Assignment(new Ident(name, withoutBackticks(name.text())), expression());
    }
    if (isDeclaration()) {
      var parts = new SyntaxReader(file, sink).file();
      return new Fragment.Declarations(
          new FileBuilder(new BuildContext(file, sink)).build(file.source(), parts));
    }
    return isStatement() ? statements() : new Fragment.Expression(expression());
  }

  private static String withoutBackticks(String name) {
    return name.replace("`", "");
  }

  private boolean isAssignment() {
    return tokens.size() > 2
        && Vocabulary.isName(type(0))
        && type(1) == TaffrailLexer.ASSIGN
        && type(2) != Token.EOF;
  }

  private boolean isDeclaration() {
    return switch (type(0)) {
      case TaffrailLexer.PARAM,
          TaffrailLexer.IMPORT,
          TaffrailLexer.FN,
          TaffrailLexer.ENUM,
          TaffrailLexer.EXTEND,
          TaffrailLexer.EXTERNAL,
          TaffrailLexer.FOREIGN,
          TaffrailLexer.WAIVE,
          TaffrailLexer.MUTATION,
          TaffrailLexer.GENERATOR,
          TaffrailLexer.AT_SIGN ->
          true;
      case TaffrailLexer.POLICY,
          TaffrailLexer.TYPE,
          TaffrailLexer.INDEX,
          TaffrailLexer.TEST,
          TaffrailLexer.ENFORCE,
          TaffrailLexer.PRIVATE,
          TaffrailLexer.MODULE,
          TaffrailLexer.EDITION,
          TaffrailLexer.USE ->
          // each of them may also be the name of a value
          (Vocabulary.isWord(type(1)) && Vocabulary.endsOperand(type(1)))
              || type(1) == TaffrailLexer.INT
              || Vocabulary.startsText(type(1));
      default -> false;
    };
  }

  private boolean isStatement() {
    return switch (type(0)) {
      case Token.EOF,
          TaffrailLexer.REQUIRE,
          TaffrailLexer.FORBID,
          TaffrailLexer.LET,
          TaffrailLexer.FOR ->
          true;
      case TaffrailLexer.IF -> type(1) == TaffrailLexer.LET || !hasThen();
      default -> false;
    };
  }

  /** An {@code if} between values says {@code then}; one around statements has braces. */
  private boolean hasThen() {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).getType() == TaffrailLexer.THEN) {
        return true;
      }
    }
    return false;
  }

  private int type(int index) {
    return tokens.get(Math.min(index, tokens.size() - 1)).getType();
  }

  private Fragment statements() {
    var context = new BuildContext(file, sink);
    var builder = new StatementBuilder(context, new ExpressionBuilder(context));
    var statements = new SyntaxReader(file, sink).statements();
    return new Fragment.Statements(statements.stream().map(builder::statement).toList());
  }

  Expr expression() {
    var context = new BuildContext(file, sink);
    return new SyntaxReader(file, sink)
        .expression()
        .map(new ExpressionBuilder(context)::expression)
        .orElseGet(() -> new Expr.Hole(file.source().span(0, file.source().text().length())));
  }
}
