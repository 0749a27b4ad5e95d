package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.BinaryOperator;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.grammar.TaffrailParser.ConjunctionContext;
import dev.taffrail.grammar.TaffrailParser.DisjunctionContext;
import dev.taffrail.grammar.TaffrailParser.LogicContext;
import dev.taffrail.grammar.TaffrailParser.NegationContext;
import dev.taffrail.grammar.TaffrailParser.NoLogicContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;

/**
 * Builds {@code and}, {@code or} and {@code not}, and insists on parentheses where the first two
 * meet.
 *
 * <p>A long chain becomes a balanced tree: both operators are associative, also in what they
 * evaluate and in which order, and later phases walk the tree recursively.
 */
final class LogicBuilder {
  /** Chains up to here lean to the left like every other chain. */
  private static final int LONG_CHAIN = 16;

  private static final int READABLE_OPERAND = 40;

  private final BuildContext context;
  private final ExpressionBuilder expressions;

  LogicBuilder(BuildContext context, ExpressionBuilder expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  /** The operands of one operator that stand side by side. */
  private record Chain(BinaryOperator operator, List<LogicContext> operands, List<Token> signs) {}

  Expr logic(LogicContext logic) {
    reportMixing(logic);
    return build(logic);
  }

  private Expr build(LogicContext logic) {
    return switch (logic) {
      case NegationContext negation -> negation(negation);
      case NoLogicContext plain -> expressions.comparison(plain.comparison());
      default -> chain(chainOf(logic), logic);
    };
  }

  private Expr negation(NegationContext negation) {
    if (!context.enter(1, negation)) {
      return new Expr.Hole(context.span(negation));
    }
    var built = new Expr.Not(context.span(negation), build(negation.logic()));
    context.leave(1);
    return built;
  }

  private static Chain chainOf(LogicContext logic) {
    boolean and = logic instanceof ConjunctionContext;
    var operands = new ArrayList<LogicContext>();
    var signs = new ArrayList<Token>();
    var rest = logic;
    while (and ? rest instanceof ConjunctionContext : rest instanceof DisjunctionContext) {
      if (rest instanceof ConjunctionContext conjunction) {
        operands.add(conjunction.logic(1));
        signs.add(conjunction.AND().getSymbol());
        rest = conjunction.logic(0);
      } else if (rest instanceof DisjunctionContext disjunction) {
        operands.add(disjunction.logic(1));
        signs.add(disjunction.OR().getSymbol());
        rest = disjunction.logic(0);
      }
    }
    operands.add(rest);
    return new Chain(
        and ? BinaryOperator.AND : BinaryOperator.OR, operands.reversed(), signs.reversed());
  }

  private Expr chain(Chain chain, LogicContext whole) {
    int count = chain.operands().size();
    int levels =
        count <= LONG_CHAIN ? count - 1 : Integer.SIZE - Integer.numberOfLeadingZeros(count);
    if (!context.enter(levels, whole)) {
      return new Expr.Hole(context.span(whole));
    }
    var operands = chain.operands().stream().map(this::build).toList();
    var built = join(chain, operands, 0, count);
    context.leave(levels);
    return built;
  }

  private Expr join(Chain chain, List<Expr> operands, int from, int to) {
    if (to - from == 1) {
      return operands.get(from);
    }
    int middle = operands.size() <= LONG_CHAIN ? to - 1 : (from + to + 1) / 2;
    return new Expr.Binary(
        context.span(chain.operands().get(from)).to(context.span(chain.operands().get(to - 1))),
        chain.operator(),
        context.span(chain.signs().get(middle - 1)),
        join(chain, operands, from, middle),
        join(chain, operands, middle, to));
  }

  /** The grammar reads {@code and} first, so only an {@code or} can have the other beside it. */
  private void reportMixing(LogicContext logic) {
    if (!(logic instanceof DisjunctionContext)) {
      return;
    }
    var or = chainOf(logic);
    if (or.operands().stream().noneMatch(ConjunctionContext.class::isInstance)) {
      return;
    }
    var complaint =
        Diagnostic.of(
            DiagnosticCode.E0105,
            context.span(logic),
            "`and` and `or` are mixed without parentheses");
    context.report(complaint.label(howItIsRead(or)).help("Add the parentheses you mean."));
  }

  private String howItIsRead(Chain or) {
    var texts = or.operands().stream().map(this::readable).toList();
    if (texts.stream().anyMatch(String::isEmpty)) {
      return "`and` is read before `or`; many readers expect the order of writing";
    }
    var read = String.join(" or ", texts);
    var expected = or.operands().size() == 2 ? otherReading(or) : "";
    return expected.isEmpty()
        ? "read as `%s`".formatted(read)
        : "read as `%s`; many readers expect `%s`".formatted(read, expected);
  }

  /** An operand in the parentheses it could have; empty if it is too long to be shown. */
  private String readable(LogicContext operand) {
    var text = context.text(operand);
    if (text.length() > READABLE_OPERAND || text.indexOf('\n') >= 0) {
      return "";
    }
    return operand instanceof ConjunctionContext ? "(" + text + ")" : text;
  }

  /** {@code (a or b) and c} for {@code a or b and c}, and the like for the other side. */
  private String otherReading(Chain or) {
    var left = or.operands().getFirst();
    var right = or.operands().getLast();
    if (left instanceof ConjunctionContext && right instanceof ConjunctionContext) {
      return "";
    }
    if (right instanceof ConjunctionContext conjunction) {
      var parts = chainOf(conjunction).operands();
      return "(%s or %s) and %s"
          .formatted(context.text(left), context.text(parts.getFirst()), joined(parts, 1));
    }
    var parts = chainOf(left).operands();
    int last = parts.size() - 1;
    return "%s and (%s or %s)"
        .formatted(
            joined(parts.subList(0, last), 0), context.text(parts.get(last)), context.text(right));
  }

  private String joined(List<LogicContext> parts, int from) {
    return parts.subList(from, parts.size()).stream()
        .map(context::text)
        .collect(Collectors.joining(" and "));
  }
}
