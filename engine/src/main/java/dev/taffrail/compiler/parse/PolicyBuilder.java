package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Declaration.Annotation;
import dev.taffrail.compiler.ast.DocLine;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.Statement;
import dev.taffrail.compiler.ast.TypeExpr;
import dev.taffrail.grammar.TaffrailParser.ItemContext;
import dev.taffrail.grammar.TaffrailParser.MetadataContext;
import dev.taffrail.grammar.TaffrailParser.NamedRuleContext;
import dev.taffrail.grammar.TaffrailParser.PolicyContext;
import dev.taffrail.grammar.TaffrailParser.RuleItemContext;
import dev.taffrail.grammar.TaffrailParser.TargetContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds policies out of their items; the order they must have is checked by {@link ItemOrder}.
 *
 * <p>Mutations and generators are written like policies but are not compiled yet, so of them only
 * the keyword remains.
 */
final class PolicyBuilder {
  private final BuildContext context;
  private final ExpressionBuilder expressions;
  private final StatementBuilder statements;
  private final DeclarationBuilder declarations;

  PolicyBuilder(
      BuildContext context,
      ExpressionBuilder expressions,
      StatementBuilder statements,
      DeclarationBuilder declarations) {
    this.context = context;
    this.expressions = expressions;
    this.statements = statements;
    this.declarations = declarations;
  }

  Declaration policy(
      PolicyContext policy, List<DocLine> documentation, List<Annotation> annotations) {
    var order = new ItemOrder(context, policy);
    var items = policy.item().stream().filter(order::check).toList();
    order.finish();

    var name = context.ident(policy.ident());
    var metadata = new ArrayList<Declaration.Metadata>();
    var parameters = new ArrayList<Declaration.Parameter>();
    Optional<Declaration.Target> target = Optional.empty();
    var lets = new ArrayList<Statement.Let>();
    var prelude = new ArrayList<Declaration.Prelude>();
    var rules = new ArrayList<Declaration.Rule>();
    var body = new ArrayList<Statement>();
    for (ItemContext item : items) {
      if (item.metadata() != null) {
        metadata.add(metadata(item.metadata()));
      } else if (item.parameter() != null) {
        var annotated = item.annotation().stream().map(declarations::annotation).toList();
        parameters.add(
            declarations.parameter(item.parameter(), context.documentation(item), annotated));
      } else if (item.target() != null) {
        target = target.or(() -> Optional.of(target(item.target())));
      } else if (item.when() != null) {
        lets.stream().map(Declaration.Prelude.Binding::new).forEach(prelude::add);
        lets.clear();
        prelude.add(
            new Declaration.Prelude.When(
                context.span(item), expressions.expression(item.when().expr())));
      } else if (item.namedRule() != null) {
        rules.add(rule(item.namedRule(), context.documentation(item)));
      } else if (item.statement().let() != null && body.isEmpty() && rules.isEmpty()) {
        lets.add(statements.let(item.statement().let()));
      } else {
        body.add(statements.statement(item.statement()));
      }
    }

    var span = context.span(policy);
    if (policy.POLICY() == null) {
      return new Declaration.Reserved(
          span,
          documentation,
          annotations,
          policy.getStart().getText(),
          context.span(policy.getStart()));
    }
    if (target.isEmpty()) {
      return new Declaration.Hole(span, documentation, annotations, Optional.of(name));
    }
    return new Declaration.Policy(
        span,
        documentation,
        annotations,
        name,
        metadata,
        parameters,
        target.get(),
        prelude,
        body(lets, rules, body));
  }

  private static Declaration.Body body(
      List<Statement.Let> lets, List<Declaration.Rule> rules, List<Statement> statements) {
    if (!rules.isEmpty()) {
      return new Declaration.Body.Rules(lets, rules);
    }
    var all = new ArrayList<Statement>(lets);
    all.addAll(statements);
    return new Declaration.Body.Statements(all);
  }

  private Declaration.Metadata metadata(MetadataContext metadata) {
    context.documentation(metadata);
    return new Declaration.Metadata(
        context.span(metadata),
        context.ident(metadata.ident()),
        expressions.expression(metadata.expr()));
  }

  private Declaration.Target target(TargetContext target) {
    var names = target.ident();
    List<Ident> operations = names.stream().skip(1).map(context::ident).toList();
    TypeExpr type = expressions.types().type(target.type());
    return new Declaration.Target(
        context.span(target),
        context.ident(names.getFirst()),
        type,
        target.ONLY() != null,
        operations);
  }

  private Declaration.Rule rule(NamedRuleContext rule, List<DocLine> documentation) {
    var metadata = new ArrayList<Declaration.Metadata>();
    var body = new ArrayList<Statement>();
    for (RuleItemContext item : rule.ruleItem()) {
      if (item.metadata() != null) {
        reportLateMetadata(item.metadata(), body);
        metadata.add(metadata(item.metadata()));
      } else {
        body.add(statements.statement(item.statement()));
      }
    }
    if (body.isEmpty()) {
      context.report(
          context
              .mistake(
                  context.span(rule.ident()),
                  "rule `%s` checks nothing".formatted(context.ident(rule.ident())))
              .help("Add a `require` or a `forbid`."));
    }
    return new Declaration.Rule(
        context.span(rule), documentation, context.ident(rule.ident()), metadata, body);
  }

  private void reportLateMetadata(MetadataContext metadata, List<Statement> before) {
    if (!before.isEmpty()) {
      context.report(
          context
              .mistake(
                  context.span(metadata.ident()),
                  "`%s` must stand before the first statement"
                      .formatted(context.text(metadata.ident())))
              .related(before.getFirst().span(), "first statement"));
    }
  }
}
