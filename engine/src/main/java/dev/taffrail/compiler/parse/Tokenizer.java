package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.DocLine;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Turns text into the tokens of the parser, reporting what is wrong with single characters, numbers
 * and quotes.
 *
 * <p>A text on one line ends with the line whatever is open in its holes: a forgotten quote or
 * brace costs the author one line, not the rest of the file.
 */
final class Tokenizer {
  /** A text that is open: its first token, its place in the list, the lexer's depth before it. */
  private record OpenText(CommonToken opening, int index, int depth) {
    boolean isBlock() {
      return opening.getType() == TaffrailLexer.BLOCK_OPEN
          || opening.getType() == TaffrailLexer.TAG_BLOCK_OPEN;
    }

    boolean isRaw() {
      return opening.getType() == TaffrailLexer.TAG_OPEN
          || opening.getType() == TaffrailLexer.TAG_BLOCK_OPEN;
    }
  }

  private final SourceFile source;
  private final DiagnosticSink sink;
  private final RailLexer lexer;
  private final WrittenByMistake writtenByMistake;
  private final List<CommonToken> tokens = new ArrayList<>();
  private final List<OpenText> openTexts = new ArrayList<>();
  private final List<CommonToken> semicolons = new ArrayList<>();
  private final List<DocLine> documentationBefore = new ArrayList<>();
  private final Documentation documentation;
  private final BitSet doubtfulLines = new BitSet();
  private boolean cutShort;
  private int unknownUntil = -1;

  private Tokenizer(SourceFile source, DiagnosticSink sink) {
    this.source = source;
    this.sink = sink;
    this.lexer = new RailLexer(new SourceChars(source.name(), source.text()));
    this.writtenByMistake = new WrittenByMistake(source);
    this.documentation = new Documentation(source);
  }

  static LexedFile read(SourceFile source, DiagnosticSink sink) {
    SourceCharacters.check(source, sink);
    var tokenizer = new Tokenizer(source, sink);
    tokenizer.readAll();
    return new LexedFile(
        source,
        new TokenList(source.name(), tokenizer.tokens),
        tokenizer.documentation,
        tokenizer.doubtfulLines,
        tokenizer.cutShort);
  }

  private void readAll() {
    int depth = lexer.depth();
    for (var token = next(); token.getType() != Token.EOF; token = next()) {
      take(token, depth);
      depth = lexer.depth();
    }
    var end = source.text().length();
    if (!openTexts.isEmpty()) {
      closeUnfinished(openTexts.getFirst(), end);
    }
    var eof = new CommonToken(Token.EOF);
    eof.setStartIndex(end);
    eof.setStopIndex(end - 1);
    add(eof);
    reportSemicolons();
  }

  private CommonToken next() {
    return (CommonToken) lexer.nextToken();
  }

  private void take(CommonToken token, int depthBefore) {
    switch (token.getType()) {
      case TaffrailLexer.SPACE, TaffrailLexer.COMMENT, TaffrailLexer.BLOCK_COMMENT -> {}
      case TaffrailLexer.NEWLINE, TaffrailLexer.LINE_END -> endLine(token);
      case TaffrailLexer.DOC -> addDocumentation(token);
      case TaffrailLexer.QUOTE_OPEN,
          TaffrailLexer.BLOCK_OPEN,
          TaffrailLexer.TAG_OPEN,
          TaffrailLexer.TAG_BLOCK_OPEN -> {
        openTexts.add(new OpenText(token, tokens.size(), depthBefore));
        add(token);
      }
      case TaffrailLexer.QUOTE_CLOSE,
          TaffrailLexer.BLOCK_CLOSE,
          TaffrailLexer.TAG_CLOSE,
          TaffrailLexer.TAG_BLOCK_CLOSE -> {
        openTexts.removeLast();
        add(token);
      }
      case TaffrailLexer.SEMICOLON -> semicolons.add(token);
      case TaffrailLexer.BLOCK_COMMENT_UNCLOSED -> reportUnclosedComment(token);
      default -> addCorrected(token);
    }
  }

  private void add(CommonToken token) {
    if (!documentationBefore.isEmpty()) {
      documentation.add(documentationBefore, token.getStartIndex());
      documentationBefore.clear();
    }
    tokens.add(token);
  }

  private void addCorrected(CommonToken token) {
    var correction = writtenByMistake.correct(token);
    if (correction.isEmpty()) {
      add(token);
      return;
    }
    if (token.getType() == TaffrailLexer.UNKNOWN
        && source.text().charAt(token.getStartIndex()) == '#') {
      skipLine();
    }
    correction.get().tokens().forEach(this::add);
    correction
        .get()
        .diagnostic()
        .filter(complaint -> isNews(token, complaint))
        .ifPresent(sink::report);
    if (correction.get().doubtful()) {
      doubtfulLines.set(lineOf(token));
    }
  }

  /** Of characters without meaning in a row the first is enough: the file is damaged there. */
  private boolean isNews(CommonToken token, Diagnostic complaint) {
    if (token.getType() != TaffrailLexer.UNKNOWN) {
      return true;
    }
    boolean goesOn = unknownUntil == token.getStartIndex();
    unknownUntil = token.getStopIndex() + 1;
    return !goesOn || complaint.fix().isPresent();
  }

  /** A comment as in YAML: its words are not looked at. */
  private void skipLine() {
    int end = lexer.getInputStream().index();
    var text = source.text();
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    lexer.getInputStream().seek(end);
  }

  private int lineOf(Token token) {
    return source.position(token.getStartIndex()).line();
  }

  private void addDocumentation(CommonToken token) {
    var span = Spans.of(source, token);
    if (!tokens.isEmpty() && lineOf(tokens.getLast()) == lineOf(token)) {
      documentation.addTrailing(span);
      return;
    }
    var text = span.text().substring(3);
    documentationBefore.add(new DocLine(span, text.startsWith(" ") ? text.substring(1) : text));
  }

  private void endLine(CommonToken lineEnd) {
    for (OpenText text : openTexts) {
      if (!text.isBlock()) {
        closeUnfinished(text, lineEnd.getStartIndex());
        return;
      }
    }
  }

  /** Reports a text without end and makes it one text without holes that ends at the offset. */
  private void closeUnfinished(OpenText text, int end) {
    var opening = text.opening();
    sink.report(unclosed(text, end));
    doubtfulLines.set(lineOf(opening));
    cutShort |= text.isBlock();

    tokens.subList(text.index() + 1, tokens.size()).clear();
    openTexts.subList(openTexts.indexOf(text), openTexts.size()).clear();
    lexer.leaveTo(text.depth());
    int inside = opening.getStopIndex() + 1;
    int textType = text.isRaw() ? TaffrailLexer.RAW_TEXT : TaffrailLexer.TEXT;
    add(Spans.derived(opening, textType, inside, end));
    add(Spans.derived(opening, closingType(text), end, end));
  }

  private static int closingType(OpenText text) {
    if (!text.isBlock()) {
      return TaffrailLexer.LINE_END;
    }
    return text.isRaw() ? TaffrailLexer.TAG_BLOCK_CLOSE : TaffrailLexer.BLOCK_CLOSE;
  }

  private Diagnostic unclosed(OpenText text, int end) {
    var opening = Spans.of(source, text.opening());
    if (text.isBlock()) {
      return Diagnostic.of(DiagnosticCode.E0002, opening, "text is not closed")
          .label("no `\"\"\"` ends it in the rest of the file");
    }
    var hole = openHole(text);
    if (hole.isPresent()) {
      return Diagnostic.of(DiagnosticCode.E0002, hole.get(), "hole of a text is not closed")
          .label("no `}` follows on this line")
          .help("For a brace that opens no hole write two: {{");
    }
    return Diagnostic.of(
            DiagnosticCode.E0002, source.span(opening.start(), end), "text is not closed")
        .label("the line ends before the text does")
        .help("Texts of several lines stand between \"\"\" and \"\"\".");
  }

  /**
   * The last hole of a text, if a missing brace explains best why the text goes on: nothing else is
   * open, or a text in the hole that stands where only an operator could.
   */
  private Optional<Span> openHole(OpenText text) {
    var inner = openTexts.getLast();
    int last = tokens.size() - 1;
    if (inner.index() != text.index()) {
      last = inner.index() - 1;
      if (!Vocabulary.endsOperand(tokens.get(last).getType())) {
        return Optional.empty();
      }
    }
    for (int i = last; i > text.index(); i--) {
      if (tokens.get(i).getType() == TaffrailLexer.RBRACE) {
        return Optional.empty();
      }
      if (tokens.get(i).getType() == TaffrailLexer.HOLE_OPEN) {
        return Optional.of(Spans.of(source, tokens.get(i)));
      }
    }
    return Optional.empty();
  }

  private void reportUnclosedComment(CommonToken token) {
    int start = token.getStartIndex();
    cutShort = true;
    sink.report(
        Diagnostic.of(DiagnosticCode.E0002, source.span(start, start + 2), "comment is not closed")
            .label("no `*/` ends it in the rest of the file"));
  }

  /** A habit that repeats on every line is worth one message. */
  private void reportSemicolons() {
    if (semicolons.isEmpty()) {
      return;
    }
    var first = Spans.of(source, semicolons.getFirst());
    var complaint =
        Diagnostic.of(DiagnosticCode.E0001, first, "statements end without `;`")
            .label("remove it")
            .fix(first, "");
    int others = semicolons.size() - 1;
    sink.report(
        others == 0
            ? complaint
            : complaint.help("The file has %s more of them.".formatted(others)));
  }
}
