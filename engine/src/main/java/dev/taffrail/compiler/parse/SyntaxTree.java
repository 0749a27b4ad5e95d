package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.parse.SyntaxNode.Branch;
import dev.taffrail.compiler.parse.SyntaxNode.Leaf;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.grammar.TaffrailParser;
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

  private SyntaxTree(LexedFile file) {
    this.source = file.source();
    this.tokens = file.tokens();
  }

  /** The tree; empty if the file has a mistake in its syntax, which is reported. */
  public static Optional<Branch> read(SourceFile source, DiagnosticSink sink) {
    var mistakes = new DiagnosticCollector();
    new PolicyParser().parse(source, mistakes);
    if (mistakes.hasErrors()) {
      mistakes.inSourceOrder().forEach((Diagnostic mistake) -> sink.report(mistake));
      return Optional.empty();
    }
    DiagnosticSink ignored = mistake -> {};
    var file = Tokenizer.read(source, ignored);
    var parts = new SyntaxReader(file, ignored).file();
    return Optional.of(new SyntaxTree(file).file(parts));
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
      return leaf("TEXT", context.getStart().getTokenIndex(), context.getStop().getTokenIndex());
    }
    var parts = new ArrayList<SyntaxNode>();
    for (int i = 0; i < context.getChildCount(); i++) {
      parts.add(node(context.getChild(i)));
    }
    return new Branch(TaffrailParser.ruleNames[rule], parts);
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
