package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.Quantifier;
import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser.ArmContext;
import dev.taffrail.grammar.TaffrailParser.BindingClauseContext;
import dev.taffrail.grammar.TaffrailParser.ClauseContext;
import dev.taffrail.grammar.TaffrailParser.ComprehensionContext;
import dev.taffrail.grammar.TaffrailParser.FieldContext;
import dev.taffrail.grammar.TaffrailParser.GeneratorClauseContext;
import dev.taffrail.grammar.TaffrailParser.IdentContext;
import dev.taffrail.grammar.TaffrailParser.KeyFieldContext;
import dev.taffrail.grammar.TaffrailParser.LiteralContext;
import dev.taffrail.grammar.TaffrailParser.MatchExprContext;
import dev.taffrail.grammar.TaffrailParser.PatternContext;
import dev.taffrail.grammar.TaffrailParser.PrimaryContext;
import dev.taffrail.grammar.TaffrailParser.RecordContext;
import dev.taffrail.grammar.TaffrailParser.SpreadFieldContext;
import java.util.Locale;
import java.util.Optional;

/**
 * Builds what operators work on: literals, names, calls, lists, records, comprehensions, matches.
 */
final class PrimaryBuilder {
  private final BuildContext context;
  private final ExpressionBuilder expressions;

  PrimaryBuilder(BuildContext context, ExpressionBuilder expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  Expr primary(PrimaryContext primary) {
    if (primary.ident() != null) {
      return nameOrCall(primary);
    }
    if (primary.literal() != null) {
      return literal(primary.literal());
    }
    if (primary.string() != null) {
      return expressions.strings().string(primary.string());
    }
    if (primary.expr() != null) {
      return expressions.expression(primary.expr());
    }
    if (primary.list() != null) {
      return new Expr.ListLiteral(
          context.span(primary),
          primary.list().expr().stream().map(expressions::expression).toList());
    }
    if (primary.record() != null) {
      return record(primary.record());
    }
    if (primary.comprehension() != null) {
      return comprehension(primary.comprehension());
    }
    return primary.matchExpr() != null
        ? match(primary.matchExpr())
        : new Expr.Hole(context.span(primary));
  }

  private Expr nameOrCall(PrimaryContext primary) {
    var name = context.ident(primary.ident());
    if (primary.arguments() != null) {
      return new Expr.Call(
          context.span(primary), name, expressions.operands().arguments(primary.arguments()));
    }
    var mistake = NullMistakes.name(context, name);
    if (mistake.isPresent()) {
      context.report(mistake.get());
      return new Expr.Hole(name.span());
    }
    return new Expr.Name(name.span(), name.text());
  }

  Expr literal(LiteralContext literal) {
    if (literal.tagged() != null) {
      return expressions.strings().tagged(literal.tagged());
    }
    var kind =
        switch (literal.getStart().getType()) {
          case TaffrailLexer.INT -> Expr.LiteralKind.INT;
          case TaffrailLexer.DECIMAL -> Expr.LiteralKind.DECIMAL;
          case TaffrailLexer.QUANTITY -> Expr.LiteralKind.QUANTITY;
          case TaffrailLexer.DURATION -> Expr.LiteralKind.DURATION;
          case TaffrailLexer.PERCENT -> Expr.LiteralKind.PERCENT;
          case TaffrailLexer.DATE -> Expr.LiteralKind.DATE;
          case TaffrailLexer.TRUE, TaffrailLexer.FALSE -> Expr.LiteralKind.BOOL;
          default -> throw new IllegalStateException("no case for " + literal.getText());
        };
    return new Expr.Literal(context.span(literal), kind, context.text(literal));
  }

  Expr.RecordLiteral record(RecordContext record) {
    return new Expr.RecordLiteral(
        context.span(record), record.field().stream().map(this::field).toList());
  }

  private Expr.Entry field(FieldContext field) {
    var span = context.span(field);
    return switch (field) {
      case SpreadFieldContext spread ->
          new Expr.Entry.Spread(span, expressions.expression(spread.expr()));
      case KeyFieldContext keyed -> {
        boolean quoted = keyed.string() != null;
        var name =
            quoted
                ? new Ident(
                    context.span(keyed.string()),
                    expressions.strings().plain(keyed.string(), "a key"))
                : context.name(keyed.name());
        yield new Expr.Entry.Field(span, name, quoted, expressions.expression(keyed.expr()));
      }
      default -> throw new IllegalStateException("no case for " + field.getClass());
    };
  }

  private Expr comprehension(ComprehensionContext comprehension) {
    var keyword = context.span(comprehension.quantifier());
    var quantifier = Quantifier.valueOf(keyword.text().toUpperCase(Locale.ROOT));
    var clauses = comprehension.clause().stream().map(this::clause).toList();
    var where = Optional.ofNullable(comprehension.logic()).map(expressions.logic()::logic);
    var body = expressions.expression(comprehension.expr(0));
    var second = expressions.optional(comprehension.expr(1));
    checkColon(comprehension, quantifier, second.isPresent());
    return new Expr.Comprehension(
        context.span(comprehension), quantifier, keyword, clauses, where, body, second);
  }

  private void checkColon(ComprehensionContext written, Quantifier quantifier, boolean hasColon) {
    if (hasColon == (quantifier == Quantifier.DICT)) {
      return;
    }
    var word = quantifier.keyword();
    context.report(
        hasColon
            ? context
                .mistake(
                    context.span(written.COLON().getSymbol()),
                    "`%s` yields one value, not a key and a value".formatted(word))
                .help(
                    "For a map: dict … { key: value }",
                    "For a record write its own braces: %s … { { name: value } }".formatted(word))
            : context
                .mistake(context.span(written.expr(0)), "`dict` yields a key and a value")
                .label("write `key: value`"));
  }

  private Expr.Clause clause(ClauseContext clause) {
    var span = context.span(clause);
    return switch (clause) {
      case BindingClauseContext binding ->
          new Expr.Clause.Binding(
              span,
              context.ident(binding.ident()),
              expressions.operands().operand(binding.operand()));
      case GeneratorClauseContext generator ->
          new Expr.Clause.Generator(
              span,
              context.ident(generator.ident(0)),
              Optional.<IdentContext>ofNullable(generator.ident(1)).map(context::ident),
              expressions.range(generator.range()));
      default -> throw new IllegalStateException("no case for " + clause.getClass());
    };
  }

  private Expr match(MatchExprContext match) {
    return new Expr.Match(
        context.span(match),
        context.span(match.MATCH().getSymbol()),
        expressions.expression(match.expr()),
        match.arm().stream().map(this::arm).toList());
  }

  private Expr.Arm arm(ArmContext arm) {
    return new Expr.Arm(
        context.span(arm),
        arm.pattern().stream().map(this::pattern).toList(),
        expressions.expression(arm.expr()));
  }

  private Expr.Pattern pattern(PatternContext pattern) {
    var span = context.span(pattern);
    if (pattern.UNDERSCORE() != null) {
      return new Expr.Pattern.Wildcard(span);
    }
    if (pattern.ident() != null) {
      return new Expr.Pattern.EnumMember(span, context.ident(pattern.ident()).text());
    }
    return new Expr.Pattern.Constant(
        span,
        pattern.string() == null
            ? literal(pattern.literal())
            : expressions.strings().plainLiteral(pattern.string(), "a pattern"));
  }
}
