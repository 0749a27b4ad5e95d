package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser.PartContext;
import dev.taffrail.grammar.TaffrailParser.StringContext;
import dev.taffrail.grammar.TaffrailParser.TaggedContext;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Reads texts: resolves escapes, finds holes, and leaves tagged literals as they are. */
final class StringReader {
  private final BuildContext context;
  private final ExpressionBuilder expressions;

  StringReader(BuildContext context, ExpressionBuilder expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  Expr.StringLiteral string(StringContext string) {
    boolean block = string.BLOCK_OPEN() != null;
    var pieces = new ArrayList<Piece>();
    for (PartContext part : string.part()) {
      pieces.add(piece(part));
    }
    if (!block && context.span(string).text().indexOf('\n') >= 0) {
      reportLineEnd(string);
    }
    return new Expr.StringLiteral(
        context.span(string), parts(block ? BlockIndentation.strip(pieces) : pieces), block);
  }

  /** The text of a string that may have no holes; {@code where} says of what it is a part. */
  String plain(StringContext string, String where) {
    var literal = string(string);
    var text = new StringBuilder();
    for (Expr.Part part : literal.parts()) {
      switch (part) {
        case Expr.Part.Text piece -> text.append(piece.text());
        case Expr.Part.HolePart hole -> {
          reportHole(hole.span(), where);
          return text.toString();
        }
      }
    }
    return text.toString();
  }

  /** A string that may have no holes; one that has some is reported and cut off at the first. */
  Expr.StringLiteral plainLiteral(StringContext string, String where) {
    var literal = string(string);
    if (literal.plainText().isPresent()) {
      return literal;
    }
    var kept = new ArrayList<Expr.Part>();
    for (Expr.Part part : literal.parts()) {
      if (part instanceof Expr.Part.HolePart) {
        reportHole(part.span(), where);
        break;
      }
      kept.add(part);
    }
    return new Expr.StringLiteral(literal.span(), kept, literal.block());
  }

  private void reportHole(Span hole, String where) {
    context.report(
        context
            .mistake(hole, "%s cannot have holes".formatted(where))
            .label("is known before any object is")
            .help("For braces write {{ and }}."));
  }

  private void reportLineEnd(StringContext string) {
    context.report(
        Diagnostic.of(
                DiagnosticCode.E0002,
                context.span(string.QUOTE_OPEN().getSymbol()),
                "text goes on in the next line")
            .help("Texts of several lines stand between \"\"\" and \"\"\"."));
  }

  Expr.Tagged tagged(TaggedContext tagged) {
    var span = context.span(tagged);
    boolean block = tagged.TAG_BLOCK_OPEN() != null;
    Token opening = tagged.getStart();
    int quotes = block ? 3 : 1;
    int bodyStart = opening.getStopIndex() + 1;
    boolean closed = tagged.LINE_END() == null;
    int bodyEnd = Math.max(bodyStart, tagged.getStop().getStartIndex());
    var source = span.source();
    var tag = source.span(span.start(), bodyStart - quotes);
    var body = source.span(bodyStart, closed ? bodyEnd : span.end());
    return new Expr.Tagged(span, new Ident(tag, tag.text()), body.text(), body);
  }

  private List<Expr.Part> parts(List<Piece> pieces) {
    var parts = new ArrayList<Expr.Part>();
    var text = new StringBuilder();
    Optional<Span> textSpan = Optional.empty();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Raw raw -> text.append(raw.text());
        case Piece.Escaped escaped -> text.append(escaped.text());
        case Piece.Hole hole -> {
          if (textSpan.isPresent()) {
            parts.add(new Expr.Part.Text(textSpan.get(), text.toString()));
            textSpan = Optional.empty();
            text.setLength(0);
          }
          parts.add(new Expr.Part.HolePart(hole.span(), hole.expression()));
          continue;
        }
      }
      textSpan = Optional.of(textSpan.map(before -> before.to(piece.span())).orElse(piece.span()));
    }
    if (textSpan.isPresent()) {
      parts.add(new Expr.Part.Text(textSpan.get(), text.toString()));
    }
    return parts;
  }

  private Piece piece(PartContext part) {
    var span = context.span(part);
    return switch (part.getStart().getType()) {
      case TaffrailLexer.TEXT -> new Piece.Raw(span, span.text());
      case TaffrailLexer.DOUBLE_BRACE -> new Piece.Escaped(span, span.text().substring(1));
      case TaffrailLexer.SINGLE_BRACE -> {
        context.report(
            Diagnostic.of(DiagnosticCode.E0004, span, "a brace in a text is written twice")
                .label("closes no hole")
                .help("Write }}")
                .fix(span, "}}"));
        yield new Piece.Escaped(span, "}");
      }
      case TaffrailLexer.ESCAPE -> new Piece.Escaped(span, escape(span));
      default -> new Piece.Hole(span, expressions.expression(part.expr()));
    };
  }

  private String escape(Span span) {
    var text = span.text();
    return switch (text) {
      case "\\n" -> "\n";
      case "\\t" -> "\t";
      case "\\\"" -> "\"";
      case "\\\\" -> "\\";
      default -> text.startsWith("\\u{") ? codePoint(span) : unknownEscape(span);
    };
  }

  private String codePoint(Span span) {
    var digits = span.text().substring(3, span.text().length() - 1);
    if (digits.isEmpty() || digits.length() > 6) {
      return badCodePoint(span, "one to six hexadecimal digits stand between the braces");
    }
    int code = Integer.parseInt(digits, 16);
    if (!Character.isValidCodePoint(code)
        || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)) {
      return badCodePoint(span, "there is no such character");
    }
    return Character.toString(code);
  }

  private String badCodePoint(Span span, String why) {
    context.report(
        Diagnostic.of(DiagnosticCode.E0004, span, "`%s` is not a character".formatted(span.text()))
            .label(why));
    return "";
  }

  private String unknownEscape(Span span) {
    var text = span.text();
    var complaint =
        Diagnostic.of(
            DiagnosticCode.E0004,
            span,
            text.length() == 1 || text.isBlank() || text.endsWith("\n")
                ? "a backslash needs a letter behind it"
                : "escape `%s` is not known".formatted(text));
    context.report(
        switch (text) {
          case "\\{", "\\}" -> {
            var brace = text.substring(1).repeat(2);
            yield complaint.label("write `%s`".formatted(brace)).fix(span, brace);
          }
          case "\\'" -> complaint.label("write `'`").fix(span, "'");
          default ->
              complaint.help(
                  "Escapes are \\n \\t \\\" \\\\ \\u{…} {{ }}",
                  "For a backslash write \\\\; in a regular expression write re\"…\", which has no"
                      + " escapes.");
        });
    return text;
  }
}
