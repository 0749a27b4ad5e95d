package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.DocLine;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.QualifiedName;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.grammar.TaffrailParser.IdentContext;
import dev.taffrail.grammar.TaffrailParser.NameContext;
import dev.taffrail.grammar.TaffrailParser.QualifiedNameContext;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * What all builders of one file share: its text, its documentation and the place for complaints.
 *
 * <p>Also guards the depth of the tree they build, because every later phase walks it recursively.
 */
final class BuildContext {
  private final SourceFile source;
  private final Documentation documentation;
  private final DiagnosticSink sink;
  private int depth;
  private boolean depthReported;

  BuildContext(LexedFile file, DiagnosticSink sink) {
    this.source = file.source();
    this.documentation = file.documentation();
    this.sink = sink;
  }

  Span span(Token token) {
    return Spans.of(source, token);
  }

  Span span(ParserRuleContext context) {
    return Spans.of(source, context.getStart(), context.getStop());
  }

  /** From a token to the end of what the context covers. */
  Span span(Token first, ParserRuleContext context) {
    return Spans.of(source, first, context.getStop());
  }

  String text(ParserRuleContext context) {
    return span(context).text();
  }

  List<DocLine> documentation(ParserRuleContext documented) {
    return documentation.take(documented);
  }

  void forgetDocumentation(ParserRuleContext unreadable) {
    documentation.forget(span(unreadable));
  }

  void report(Diagnostic diagnostic) {
    sink.report(diagnostic);
  }

  /** A syntax error that the grammar cannot see. */
  Diagnostic mistake(Span span, String message) {
    return Diagnostic.of(DiagnosticCode.E0001, span, message);
  }

  Ident ident(IdentContext context) {
    var span = span(context);
    return new Ident(span, withoutBackticks(span.text()));
  }

  Ident name(NameContext context) {
    var span = span(context);
    return new Ident(span, withoutBackticks(span.text()));
  }

  QualifiedName qualifiedName(QualifiedNameContext context) {
    var parts = new ArrayList<Ident>();
    parts.add(ident(context.ident()));
    for (NameContext part : context.name()) {
      parts.add(name(part));
    }
    return new QualifiedName(span(context), parts);
  }

  private static String withoutBackticks(String text) {
    return text.startsWith("`") ? text.substring(1, text.length() - 1) : text;
  }

  /**
   * Whether the tree may grow by so many levels here; if not, that is reported once for the file. A
   * caller that got {@code true} must {@link #leave} the same number.
   */
  boolean enter(int levels, ParserRuleContext place) {
    if (depth + levels > SyntaxLimits.NESTING) {
      if (!depthReported) {
        depthReported = true;
        report(tooDeep(span(place.getStart())));
      }
      return false;
    }
    depth += levels;
    return true;
  }

  void leave(int levels) {
    depth -= levels;
  }

  static Diagnostic tooDeep(Span span) {
    return Diagnostic.of(
            DiagnosticCode.E0007,
            span,
            "nested more than %s levels deep".formatted(SyntaxLimits.NESTING))
        .label("one level too many")
        .help("Give names to parts with `let`, or move them to a `fn`.");
  }
}
