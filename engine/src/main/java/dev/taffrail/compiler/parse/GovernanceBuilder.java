package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Declaration.Annotation;
import dev.taffrail.compiler.ast.DocLine;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.grammar.TaffrailParser.EnforcementContext;
import dev.taffrail.grammar.TaffrailParser.EnforcementLineContext;
import dev.taffrail.grammar.TaffrailParser.OptionContext;
import dev.taffrail.grammar.TaffrailParser.WaiverContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds what stands outside policies and says how they bite: waivers and enforcement. */
final class GovernanceBuilder {
  private final BuildContext context;
  private final ExpressionBuilder expressions;

  GovernanceBuilder(BuildContext context, ExpressionBuilder expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  Declaration waiver(
      WaiverContext waiver, List<DocLine> documentation, List<Annotation> annotations) {
    var until = waiver.DATE().getSymbol();
    return new Declaration.Waiver(
        context.span(waiver),
        documentation,
        annotations,
        context.span(waiver.getStart()),
        context.qualifiedName(waiver.qualifiedName()),
        Optional.ofNullable(waiver.ident()).map(context::ident),
        expressions.types().type(waiver.type()),
        expressions.strings().plainLiteral(waiver.string(0), "the name of an object"),
        new Expr.Literal(context.span(until), Expr.LiteralKind.DATE, until.getText()),
        expressions.strings().plainLiteral(waiver.string(1), "a reason"),
        waiver.option().stream().map(this::option).toList());
  }

  private Declaration.Metadata option(OptionContext option) {
    return new Declaration.Metadata(
        context.span(option), context.ident(option.ident()), expressions.expression(option.expr()));
  }

  Declaration enforcement(
      EnforcementContext enforcement, List<DocLine> documentation, List<Annotation> annotations) {
    var lines = new ArrayList<Declaration.EnforcementLine>();
    var options = new ArrayList<Declaration.Metadata>();
    for (EnforcementLineContext line : enforcement.enforcementLine()) {
      if (line.option() != null) {
        options.add(option(line.option()));
      } else if (line.SKIPPED() != null) {
        context.forgetDocumentation(line);
      } else {
        var level = context.span(line.getStart());
        lines.add(
            new Declaration.EnforcementLine(
                context.span(line),
                new Ident(level, level.text()),
                expressions.optional(line.expr())));
      }
    }
    return new Declaration.Enforcement(
        context.span(enforcement),
        documentation,
        annotations,
        context.span(enforcement.getStart()),
        context.qualifiedName(enforcement.qualifiedName()),
        lines,
        options);
  }
}
