package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.parse.SyntaxNode.Branch;
import dev.taffrail.compiler.parse.SyntaxNode.Leaf;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.grammar.TaffrailParser;
import dev.taffrail.grammar.TaffrailParser.PartContext;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes the tree of tokens and comments of a file, for tools that keep its text. */
public final class SyntaxTree {
  private final SourceFile source;
  private final TokenList tokens;
  private final Holes holes;

  private SyntaxTree(LexedFile file, Holes holes) {
    this.source = file.source();
    this.tokens = file.tokens();
    this.holes = holes;
  }

  /** How the expressions in the holes of texts are written; a text with its holes is one token. */
  public interface Holes {
    /** As they are. */
    Holes AS_WRITTEN = expression -> Optional.empty();

    /** The expression on one line; empty to leave it as it is. */
    Optional<String> write(SyntaxNode expression);
  }

  /** The tree; empty if the file has a mistake in its syntax, which is reported. */
  public static Optional<Branch> read(SourceFile source, DiagnosticSink sink) {
    return read(source, sink, Holes.AS_WRITTEN);
  }

  /** The same with other text in the holes of texts. */
  public static Optional<Branch> read(SourceFile source, DiagnosticSink sink, Holes holes) {
    var mistakes = new DiagnosticCollector();
    new PolicyParser().parse(source, mistakes);
    if (mistakes.hasErrors()) {
      mistakes.inSourceOrder().forEach((Diagnostic mistake) -> sink.report(mistake));
      return Optional.empty();
    }
    DiagnosticSink ignored = mistake -> {};
    var file = Tokenizer.read(source, ignored);
    var parts = new SyntaxReader(file, ignored).file();
    return Optional.of(new SyntaxTree(file, holes).file(parts));
  }

  private Branch file(List<? extends ParserRuleContext> parts) {
    var all = new ArrayList<SyntaxNode>();
    parts.forEach(part -> all.add(node(part)));
    all.add(leaf("EOF", tokens.size() - 1, tokens.size() - 1));
    return new Branch("policyFile", all);
  }

  private SyntaxNode node(ParseTree tree) {
    if (tree instanceof TerminalNode terminal) {
      int index = terminal.getSymbol().getTokenIndex();
      String type = TaffrailParser.VOCABULARY.getSymbolicName(terminal.getSymbol().getType());
      return leaf(type, index, index);
    }
    var context = (ParserRuleContext) tree;
    int rule = context.getRuleIndex();
    if (rule == TaffrailParser.RULE_string || rule == TaffrailParser.RULE_tagged) {
      var whole =
          leaf("TEXT", context.getStart().getTokenIndex(), context.getStop().getTokenIndex());
      return withText(whole, text(context));
    }
    var parts = new ArrayList<SyntaxNode>();
    for (int i = 0; i < context.getChildCount(); i++) {
      parts.add(node(context.getChild(i)));
    }
    return new Branch(TaffrailParser.ruleNames[rule], parts);
  }

  /** The text of a text, with its holes as they are to be written. */
  private String text(ParserRuleContext context) {
    if (context instanceof PartContext part && part.expr() != null) {
      int from = part.HOLE_OPEN().getSymbol().getStopIndex() + 1;
      String written = source.text().substring(from, part.RBRACE().getSymbol().getStartIndex());
      // Lines in a hole were meant: it is long.
      Optional<String> other =
          written.contains("\n") ? Optional.empty() : holes.write(node(part.expr()));
      return "{" + other.map(SyntaxTree::apart).orElse(written) + "}";
    }
    var pieces = new StringBuilder();
    for (int i = 0; i < context.getChildCount(); i++) {
      switch (context.getChild(i)) {
        case TerminalNode terminal -> {
          var symbol = terminal.getSymbol();
          pieces.append(source.text(), symbol.getStartIndex(), symbol.getStopIndex() + 1);
        }
        case ParserRuleContext inner -> pieces.append(text(inner));
        default -> {}
      }
    }
    return pieces.toString();
  }

  /** Two braces in a row would be one brace of the text. */
  private static String apart(String expression) {
    boolean braces = expression.startsWith("{") || expression.endsWith("}");
    return braces ? " " + expression + " " : expression;
  }

  private static Leaf withText(Leaf leaf, String text) {
    return new Leaf(
        leaf.type(), text, leaf.leading(), leaf.blankBefore(), leaf.startsLine(), leaf.trailing());
  }

  private Leaf leaf(String type, int first, int last) {
    int start = tokens.get(first).getStartIndex();
    int end = tokens.get(last).getStopIndex() + 1;
    var before = gapBefore(first);
    var trailing =
        last + 1 < tokens.size() ? gapBefore(last + 1).sameLine() : List.<SyntaxNode.Comment>of();
    String text = first == tokens.size() - 1 ? "" : source.text().substring(start, end);
    return new Leaf(type, text, before.ownLines(), before.blankAfter(), before.newline(), trailing);
  }

  private CommentReader.Gap gapBefore(int index) {
    CommonToken token = tokens.get(index);
    int from = index == 0 ? 0 : tokens.get(index - 1).getStopIndex() + 1;
    return CommentReader.read(source.text().substring(from, token.getStartIndex()), index == 0);
  }
}
