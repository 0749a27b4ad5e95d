package dev.taffrail.compiler.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The tokens a parser sees, without comments and white space; ends with one {@code EOF}.
 *
 * <p>Error recovery edits the list between two runs of the parser, so it is not ANTLR's buffered
 * stream, which cannot be edited.
 */
final class TokenList implements TokenStream {
  private final String sourceName;
  private final ArrayList<CommonToken> tokens;
  private int index;

  TokenList(String sourceName, List<CommonToken> tokens) {
    this.sourceName = sourceName;
    this.tokens = new ArrayList<>(tokens);
    number(0);
  }

  /** Puts other tokens in the place of those from {@code from} to before {@code to}. */
  void replace(int from, int to, List<CommonToken> replacement) {
    var range = tokens.subList(from, to);
    range.clear();
    range.addAll(replacement);
    number(from);
  }

  private void number(int from) {
    for (int i = from; i < tokens.size(); i++) {
      tokens.get(i).setTokenIndex(i);
    }
  }

  @Override
  public CommonToken get(int index) {
    return tokens.get(index);
  }

  @Override
  public @Nullable CommonToken LT(int distance) {
    int at = distance > 0 ? index + distance - 1 : index + distance;
    // ANTLR asks for the token before the first one and expects null
    return at < 0 ? null : tokens.get(Math.min(at, tokens.size() - 1));
  }

  @Override
  public int LA(int distance) {
    var token = LT(distance);
    return token == null ? Token.INVALID_TYPE : token.getType();
  }

  @Override
  public void consume() {
    if (LA(1) == EOF) {
      throw new IllegalStateException("cannot consume EOF");
    }
    index++;
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int index) {
    this.index = Math.min(index, tokens.size() - 1);
  }

  @Override
  public int size() {
    return tokens.size();
  }

  @Override
  public String getSourceName() {
    return sourceName;
  }

  @Override
  public TokenSource getTokenSource() {
    throw new UnsupportedOperationException("all tokens are here already");
  }

  @Override
  public String getText(Interval interval) {
    var text = new StringBuilder();
    for (int i = interval.a; i <= interval.b && i < tokens.size(); i++) {
      text.append(tokens.get(i).getText());
    }
    return text.toString();
  }

  @Override
  public String getText() {
    return getText(Interval.of(0, tokens.size() - 1));
  }

  @Override
  public String getText(RuleContext context) {
    return getText(context.getSourceInterval());
  }

  @Override
  public String getText(Token start, Token stop) {
    return getText(Interval.of(start.getTokenIndex(), stop.getTokenIndex()));
  }
}
