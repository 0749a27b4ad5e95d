package dev.taffrail.compiler.parse;

import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Finds where a statement or declaration that could not be read probably ends.
 *
 * <p>The language has no sign for that, so keywords at the beginning of a line are taken for what
 * they look like, whatever bracket is open.
 */
final class Boundaries {
  /** The rules that are lists of statements, items or declarations. */
  static final int[] LISTS = {
    TaffrailParser.RULE_policyFile,
    TaffrailParser.RULE_statements,
    TaffrailParser.RULE_policy,
    TaffrailParser.RULE_namedRule,
    TaffrailParser.RULE_block,
    TaffrailParser.RULE_extension,
    TaffrailParser.RULE_enforcement,
    TaffrailParser.RULE_test
  };

  /** The rules that are one element of such a list. */
  static final int[] ELEMENTS = {
    TaffrailParser.RULE_topLevel,
    TaffrailParser.RULE_item,
    TaffrailParser.RULE_ruleItem,
    TaffrailParser.RULE_statement,
    TaffrailParser.RULE_member,
    TaffrailParser.RULE_enforcementLine,
    TaffrailParser.RULE_testStatement
  };

  /** Keywords that begin a statement or declaration and nothing else. */
  private static final Set<Integer> STARTS =
      Set.of(
          TaffrailLexer.REQUIRE,
          TaffrailLexer.FORBID,
          TaffrailLexer.LET,
          TaffrailLexer.FOR,
          TaffrailLexer.WHEN,
          TaffrailLexer.PARAM,
          TaffrailLexer.RETURN,
          TaffrailLexer.FN,
          TaffrailLexer.ENUM,
          TaffrailLexer.EXTEND,
          TaffrailLexer.IMPORT,
          TaffrailLexer.EXTERNAL,
          TaffrailLexer.FOREIGN,
          TaffrailLexer.WAIVE,
          TaffrailLexer.MUTATION,
          TaffrailLexer.GENERATOR);

  private final LexedFile file;

  Boundaries(LexedFile file) {
    this.file = file;
  }

  private CommonToken token(int index) {
    return file.tokens().get(Math.min(index, file.tokens().size() - 1));
  }

  private int type(int index) {
    return token(index).getType();
  }

  private int line(int index) {
    return file.source().position(token(index).getStartIndex()).line();
  }

  boolean startsLine(int index) {
    return index == 0 || line(index - 1) < line(index);
  }

  private int column(int index) {
    return file.source().position(token(index).getStartIndex()).column();
  }

  /** Whether a declaration of the file begins here, at the left margin. */
  boolean startsDeclaration(int index) {
    if (!startsLine(index) || column(index) != 1) {
      return false;
    }
    return switch (type(index)) {
      case TaffrailLexer.FN,
          TaffrailLexer.ENUM,
          TaffrailLexer.EXTEND,
          TaffrailLexer.IMPORT,
          TaffrailLexer.EXTERNAL,
          TaffrailLexer.FOREIGN,
          TaffrailLexer.WAIVE,
          TaffrailLexer.AT_SIGN ->
          true;
      case TaffrailLexer.POLICY, TaffrailLexer.MUTATION, TaffrailLexer.GENERATOR ->
          Vocabulary.isName(type(index + 1)) || type(index + 1) == TaffrailLexer.QUOTE_OPEN;
      default -> isNamedDeclaration(index);
    };
  }

  /** Words that begin a declaration only together with what follows them. */
  private boolean isNamedDeclaration(int index) {
    int next = type(index + 1);
    int afterNext = type(index + 2);
    return switch (type(index)) {
      case TaffrailLexer.POLICY, TaffrailLexer.MUTATION, TaffrailLexer.GENERATOR ->
          Vocabulary.isName(next) && afterNext == TaffrailLexer.LBRACE;
      case TaffrailLexer.TYPE -> Vocabulary.isName(next) && afterNext == TaffrailLexer.ASSIGN;
      case TaffrailLexer.INDEX -> Vocabulary.isName(next) && afterNext == TaffrailLexer.OF;
      case TaffrailLexer.PRIVATE -> next == TaffrailLexer.FN;
      case TaffrailLexer.TEST -> next == TaffrailLexer.QUOTE_OPEN;
      case TaffrailLexer.ENFORCE, TaffrailLexer.MODULE -> Vocabulary.isName(next);
      case TaffrailLexer.EDITION -> next == TaffrailLexer.INT;
      case TaffrailLexer.USE -> next == TaffrailLexer.KUBERNETES;
      default -> false;
    };
  }

  /** Whether a statement, item or declaration begins here, at the beginning of a line. */
  boolean startsElement(int index, boolean inBrackets) {
    if (!startsLine(index)) {
      return false;
    }
    if (STARTS.contains(type(index)) || isNamedDeclaration(index) || startsDeclaration(index)) {
      return true;
    }
    int next = type(index + 1);
    return switch (type(index)) {
      case TaffrailLexer.IF -> !inBrackets && !Vocabulary.needsOperand(type(index - 1));
      case TaffrailLexer.TARGET ->
          Vocabulary.isName(next) && type(index + 2) == TaffrailLexer.COLON;
      case TaffrailLexer.RULE -> Vocabulary.isName(next) && type(index + 2) == TaffrailLexer.LBRACE;
      case TaffrailLexer.GIVEN, TaffrailLexer.EXPECT, TaffrailLexer.USING ->
          !inBrackets && next != TaffrailLexer.DOT;
      case TaffrailLexer.ALL, TaffrailLexer.ANY, TaffrailLexer.NONE, TaffrailLexer.SET ->
          !inBrackets && !Vocabulary.needsOperand(type(index - 1)) && Vocabulary.isName(next);
      case TaffrailLexer.MESSAGE, TaffrailLexer.AT, TaffrailLexer.SEVERITY ->
          !inBrackets && next == TaffrailLexer.COLON;
      default ->
          !inBrackets
              && Vocabulary.isName(type(index))
              && !Vocabulary.needsOperand(type(index - 1));
    };
  }

  /** The end of a statement that failed: see {@link #endOfPart}. */
  int endOfElement(int start, int failed) {
    return end(start, failed, start + 1, Set.of());
  }

  /**
   * The end of a part of a statement that began at {@code start} and failed at {@code failed}: a
   * following statement, a brace that closes the list both stand in, or the end of the file.
   *
   * @param stops types of tokens that also end it, where no bracket is open
   */
  int endOfPart(int start, int failed, Set<Integer> stops) {
    return end(start, failed, start, stops);
  }

  private int end(int start, int failed, int earliest, Set<Integer> stops) {
    var open = new OpenBrackets();
    for (int i = start; i < failed; i++) {
      open.pass(type(i));
    }
    for (int i = failed; ; i++) {
      int type = type(i);
      if (type == Token.EOF) {
        return i;
      }
      boolean fresh = i >= earliest && startsElement(i, !open.isEmpty());
      boolean closesList = type == TaffrailLexer.RBRACE && !open.hasBrace();
      boolean stop = i > start && open.isEmpty() && stops.contains(type);
      if (fresh || closesList || stop || (open.isEmpty() && stops.contains(BLOCK) && isBlock(i))) {
        return i;
      }
      if (isBlock(i)) {
        i = endOfBlock(i);
      } else {
        open.pass(type);
      }
    }
  }

  /** The end of a statement or declaration of whose braces some are open where it failed. */
  int endOfWhole(int start) {
    var open = new OpenBrackets();
    for (int i = start; ; i++) {
      boolean over = i > start && startsElement(i, false) && !open.hasBrace();
      boolean closesList = type(i) == TaffrailLexer.RBRACE && !open.hasBrace();
      if (type(i) == Token.EOF || over || closesList || (i > start && startsDeclaration(i))) {
        return i;
      }
      open.pass(type(i));
    }
  }

  /**
   * Stands among the stops of {@link #endOfPart} for the brace that opens a block of statements.
   */
  static final int BLOCK = -100;

  /** A brace with statements, or nothing, behind it. */
  private boolean isBlock(int index) {
    if (type(index) != TaffrailLexer.LBRACE) {
      return false;
    }
    int next = index + 1;
    return STARTS.contains(type(next))
        || type(next) == TaffrailLexer.IF
        || (startsElement(next, false) && type(next + 1) != TaffrailLexer.COLON)
        || (type(next) == TaffrailLexer.RBRACE && startsLine(next));
  }

  /** The brace that closes a block, or the last token before the next declaration. */
  private int endOfBlock(int open) {
    int depth = 0;
    for (int i = open; ; i++) {
      switch (type(i)) {
        case TaffrailLexer.LBRACE, TaffrailLexer.HOLE_OPEN -> depth++;
        case TaffrailLexer.RBRACE -> depth--;
        default -> {}
      }
      if (depth == 0 || type(i + 1) == Token.EOF || startsDeclaration(i + 1)) {
        return i;
      }
    }
  }

  /** The first declaration of the file from a token on, or its end. */
  int nextDeclaration(int from) {
    int i = from;
    while (type(i) != Token.EOF && !startsDeclaration(i) && !looksLikeDeclaration(i)) {
      i++;
    }
    return Math.min(i, file.tokens().size() - 1);
  }

  /** Words at the left margin that may also stand in a policy whose lines are not indented. */
  private boolean looksLikeDeclaration(int index) {
    boolean word =
        Failure.isType(
            type(index),
            TaffrailLexer.LET,
            TaffrailLexer.PARAM,
            TaffrailLexer.TYPE,
            TaffrailLexer.INDEX);
    return word && startsLine(index) && column(index) == 1 && Vocabulary.isWord(type(index + 1));
  }
}
