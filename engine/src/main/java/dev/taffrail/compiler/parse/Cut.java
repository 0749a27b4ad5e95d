package dev.taffrail.compiler.parse;

import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser;
import dev.taffrail.grammar.TaffrailParser.ExprContext;
import dev.taffrail.grammar.TaffrailParser.LetContext;
import dev.taffrail.grammar.TaffrailParser.ParameterContext;
import dev.taffrail.grammar.TaffrailParser.TargetContext;
import dev.taffrail.grammar.TaffrailParser.TypeContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * Replaces what could not be read by a token that stands for it.
 *
 * <p>Cuts out as little as will do: an expression or a type rather than its statement, so that a
 * name is still declared and its uses are no mistakes; if that did not help, the next larger thing.
 */
final class Cut {
  private static final Set<Integer> CHECK_TAILS =
      Set.of(TaffrailLexer.MESSAGE, TaffrailLexer.AT, TaffrailLexer.SEVERITY);

  private final LexedFile file;
  private final TokenList tokens;
  private final Boundaries boundaries;

  Cut(LexedFile file) {
    this.file = file;
    this.tokens = file.tokens();
    this.boundaries = new Boundaries(file);
  }

  /** The smallest cut that may let the parser go on. */
  Edit small(Failure failure) {
    var element = element(failure);
    var part = element.flatMap(whole -> unreadablePart(failure, whole));
    if (part.isPresent()) {
      int start = start(part.get());
      int end = boundaries.endOfPart(start, failure.index(), stops(part.get()));
      return replace(start, end, TaffrailLexer.HOLE);
    }
    if (failure.isBetweenStatements()) {
      return element.isPresent() ? rest(failure) : between(failure);
    }
    return element.flatMap(whole -> keepingName(failure)).orElseGet(() -> large(failure, 0));
  }

  /**
   * Cuts out whole statements or declarations.
   *
   * @param outwards how many more levels than the innermost
   */
  Edit large(Failure failure, int outwards) {
    var elements = elements(failure);
    if (outwards < elements.size() - 1) {
      int start = start(elements.get(outwards));
      return replace(start, boundaries.endOfWhole(start), TaffrailLexer.SKIPPED);
    }
    int start = elements.isEmpty() ? failure.index() : start(elements.getLast());
    int end = boundaries.nextDeclaration(Math.max(start + 1, failure.index()));
    return replace(start, end, TaffrailLexer.SKIPPED);
  }

  /** What stands between statements without being one. */
  private Edit between(Failure failure) {
    int start = failure.index();
    int end =
        failure.isIn(TaffrailParser.RULE_policyFile)
            ? boundaries.nextDeclaration(start + 1)
            : boundaries.endOfElement(start, start);
    return replace(
        start, Math.min(Math.max(start + 1, end), tokens.size() - 1), TaffrailLexer.SKIPPED);
  }

  /** What follows a statement that is complete. */
  private Edit rest(Failure failure) {
    int start = failure.index();
    int end = boundaries.endOfElement(start, start + 1);
    return new Edit(start, end, List.of());
  }

  private Edit replace(int start, int end, int type) {
    if (end <= start) {
      return Edit.insert(tokens, start, type);
    }
    int from = tokens.get(start).getStartIndex();
    int to = tokens.get(end - 1).getStopIndex() + 1;
    file.documentation().forget(file.source().span(from, to));
    return new Edit(start, end, List.of(Spans.derived(tokens.get(start), type, from, to)));
  }

  private static int start(ParserRuleContext context) {
    return context.getStart().getTokenIndex();
  }

  /** The statement or declaration that is being read, or that ended right before the mistake. */
  private Optional<ParserRuleContext> element(Failure failure) {
    if (!failure.isBetweenStatements()) {
      return failure.enclosing(Boundaries.ELEMENTS);
    }
    if (failure.startsStatement()) {
      return Optional.empty();
    }
    return failure
        .lastComplete()
        .filter(child -> Failure.isType(child.getRuleIndex(), Boundaries.ELEMENTS));
  }

  /** All statements and declarations around the mistake, the innermost first. */
  private static List<ParserRuleContext> elements(Failure failure) {
    var elements = new ArrayList<ParserRuleContext>();
    for (ParserRuleContext rule = failure.context(); rule != null; rule = rule.getParent()) {
      boolean inItem = !elements.isEmpty() && start(elements.getLast()) == start(rule);
      if (Failure.isType(rule.getRuleIndex(), Boundaries.ELEMENTS) && !inItem) {
        elements.add(rule);
      }
    }
    return elements;
  }

  /** The outermost expression or type of the element that the mistake is in or behind. */
  private Optional<ParserRuleContext> unreadablePart(Failure failure, ParserRuleContext element) {
    Optional<ParserRuleContext> part = Optional.empty();
    if (failure.isBetweenStatements()) {
      for (Optional<ParserRuleContext> at = Optional.of(element); at.isPresent(); ) {
        if (isPart(at.get())) {
          return at;
        }
        at = lastChild(at.get());
      }
      return part;
    }
    for (ParserRuleContext rule : insideElement(failure)) {
      if (isPart(rule)) {
        part = Optional.of(rule);
      }
    }
    return part.isPresent() ? part : completePart(failure);
  }

  /** The rules that are being read inside the innermost element, from the inside. */
  private static List<ParserRuleContext> insideElement(Failure failure) {
    var rules = new ArrayList<ParserRuleContext>();
    for (var rule = failure.context();
        !Failure.isType(rule.getRuleIndex(), Boundaries.ELEMENTS);
        rule = rule.getParent()) {
      rules.add(rule);
    }
    return rules;
  }

  /** The expression that ended right before the mistake, which the statement cannot go on with. */
  private static Optional<ParserRuleContext> completePart(Failure failure) {
    if (failure.startsLine()) {
      return Optional.empty();
    }
    return failure.lastComplete().filter(ExprContext.class::isInstance);
  }

  private static boolean isPart(ParserRuleContext rule) {
    return rule instanceof ExprContext || rule instanceof TypeContext;
  }

  private static Optional<ParserRuleContext> lastChild(ParserRuleContext context) {
    if (context.getChildCount() == 0) {
      return Optional.empty();
    }
    ParseTree last = context.getChild(context.getChildCount() - 1);
    return last instanceof ParserRuleContext rule ? Optional.of(rule) : Optional.empty();
  }

  /** What may follow an expression or type in the construct it is a part of. */
  private static Set<Integer> stops(ParserRuleContext part) {
    boolean type = part instanceof TypeContext;
    return switch (part.getParent().getRuleIndex()) {
      case TaffrailParser.RULE_check -> CHECK_TAILS;
      case TaffrailParser.RULE_forEach -> Set.of(TaffrailLexer.WHERE, Boundaries.BLOCK);
      case TaffrailParser.RULE_ifStatement -> Set.of(Boundaries.BLOCK);
      case TaffrailParser.RULE_parameter, TaffrailParser.RULE_typeAlias ->
          type ? Set.of(TaffrailLexer.ASSIGN, TaffrailLexer.WHERE) : Set.of(TaffrailLexer.WHERE);
      case TaffrailParser.RULE_index -> Set.of(TaffrailLexer.WHERE, TaffrailLexer.BY);
      case TaffrailParser.RULE_let, TaffrailParser.RULE_member, TaffrailParser.RULE_function ->
          type ? Set.of(TaffrailLexer.ASSIGN, Boundaries.BLOCK) : Set.of();
      case TaffrailParser.RULE_functionParameter ->
          Set.of(TaffrailLexer.COMMA, TaffrailLexer.RPAREN);
      default -> Set.of();
    };
  }

  /** Cuts what follows the name of a declaration inside a policy. */
  private Optional<Edit> keepingName(Failure failure) {
    for (ParserRuleContext rule : insideElement(failure)) {
      var name =
          switch (rule) {
            case LetContext let -> let.ident();
            case ParameterContext parameter -> parameter.ident();
            case TargetContext target -> target.ident(0);
            default -> null;
          };
      if (name != null && name.getStop() != null) {
        int start = name.getStop().getTokenIndex() + 1;
        int end = boundaries.endOfPart(start, failure.index(), Set.of());
        int sign = rule instanceof LetContext ? TaffrailLexer.ASSIGN : TaffrailLexer.COLON;
        var hole = replace(start, end, TaffrailLexer.HOLE).tokens().getFirst();
        CommonToken between = Spans.derived(hole, sign, hole.getStartIndex(), hole.getStartIndex());
        return Optional.of(new Edit(start, end, List.of(between, hole)));
      }
    }
    return Optional.empty();
  }
}
