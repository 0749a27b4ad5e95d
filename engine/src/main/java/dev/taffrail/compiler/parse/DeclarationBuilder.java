package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Declaration.Annotation;
import dev.taffrail.compiler.ast.DocLine;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.Statement;
import dev.taffrail.grammar.TaffrailParser.AnnotationContext;
import dev.taffrail.grammar.TaffrailParser.DeclarationContext;
import dev.taffrail.grammar.TaffrailParser.EnumerationContext;
import dev.taffrail.grammar.TaffrailParser.ExtensionContext;
import dev.taffrail.grammar.TaffrailParser.ExternalFunctionContext;
import dev.taffrail.grammar.TaffrailParser.FunctionContext;
import dev.taffrail.grammar.TaffrailParser.FunctionParameterContext;
import dev.taffrail.grammar.TaffrailParser.FunctionParametersContext;
import dev.taffrail.grammar.TaffrailParser.IdentContext;
import dev.taffrail.grammar.TaffrailParser.IndexContext;
import dev.taffrail.grammar.TaffrailParser.MemberContext;
import dev.taffrail.grammar.TaffrailParser.ParameterContext;
import dev.taffrail.grammar.TaffrailParser.TypeAliasContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Builds the declarations that are not policies. */
final class DeclarationBuilder {
  private final BuildContext context;
  private final ExpressionBuilder expressions;
  private final StatementBuilder statements;
  private final PolicyBuilder policies;
  private final GovernanceBuilder governance;
  private final TestBuilder tests;

  DeclarationBuilder(BuildContext context, ExpressionBuilder expressions) {
    this.context = context;
    this.expressions = expressions;
    this.statements = new StatementBuilder(context, expressions);
    this.policies = new PolicyBuilder(context, expressions, statements, this);
    this.governance = new GovernanceBuilder(context, expressions);
    this.tests = new TestBuilder(context, expressions, statements);
  }

  Declaration declaration(
      DeclarationContext declaration, List<DocLine> documentation, List<Annotation> annotations) {
    if (declaration.policy() != null) {
      return policies.policy(declaration.policy(), documentation, annotations);
    }
    if (declaration.parameter() != null) {
      return parameter(declaration.parameter(), documentation, annotations);
    }
    if (declaration.function() != null) {
      return function(declaration.function(), documentation, annotations);
    }
    if (declaration.typeAlias() != null) {
      return typeAlias(declaration.typeAlias(), documentation, annotations);
    }
    if (declaration.enumeration() != null) {
      return enumeration(declaration.enumeration(), documentation, annotations);
    }
    if (declaration.extension() != null) {
      return extension(declaration.extension(), documentation, annotations);
    }
    if (declaration.let() != null) {
      var let = statements.let(declaration.let());
      return new Declaration.ModuleLet(let.span(), documentation, annotations, let);
    }
    if (declaration.externalFunction() != null) {
      return external(declaration.externalFunction(), documentation, annotations);
    }
    if (declaration.index() != null) {
      return index(declaration.index(), documentation, annotations);
    }
    if (declaration.waiver() != null) {
      return governance.waiver(declaration.waiver(), documentation, annotations);
    }
    if (declaration.enforcement() != null) {
      return governance.enforcement(declaration.enforcement(), documentation, annotations);
    }
    if (declaration.test() != null) {
      return tests.test(declaration.test(), documentation, annotations);
    }
    Token keyword = declaration.getStart();
    return new Declaration.Reserved(
        context.span(declaration),
        documentation,
        annotations,
        keyword.getText(),
        context.span(keyword));
  }

  Annotation annotation(AnnotationContext annotation) {
    return new Annotation(
        context.span(annotation),
        context.qualifiedName(annotation.qualifiedName()),
        annotation.arguments() == null
            ? List.of()
            : expressions.operands().arguments(annotation.arguments()));
  }

  Declaration.Parameter parameter(
      ParameterContext parameter, List<DocLine> documentation, List<Annotation> annotations) {
    boolean hasDefault = parameter.ASSIGN() != null;
    return new Declaration.Parameter(
        context.span(parameter),
        documentation,
        annotations,
        context.ident(parameter.ident()),
        expressions.types().type(parameter.type()),
        expressions.optional(hasDefault ? parameter.expr(0) : null),
        expressions.optional(parameter.expr(hasDefault ? 1 : 0)));
  }

  private Declaration function(
      FunctionContext function, List<DocLine> documentation, List<Annotation> annotations) {
    List<Statement.Let> lets = function.let().stream().map(statements::let).toList();
    return new Declaration.Function(
        context.span(function),
        documentation,
        annotations,
        function.PRIVATE() != null,
        context.ident(function.ident()),
        parameters(function.functionParameters()),
        expressions.types().type(function.type()),
        lets,
        expressions.expression(function.expr()));
  }

  private Declaration external(
      ExternalFunctionContext function, List<DocLine> documentation, List<Annotation> annotations) {
    return new Declaration.ExternalFunction(
        context.span(function),
        documentation,
        annotations,
        context.ident(function.ident()),
        parameters(function.functionParameters()),
        expressions.types().type(function.type()),
        expressions.strings().plainLiteral(function.string(), "a provider"),
        function.option().stream()
            .map(
                option ->
                    new Declaration.Metadata(
                        context.span(option),
                        context.ident(option.ident()),
                        expressions.expression(option.expr())))
            .toList());
  }

  private List<Declaration.FunctionParameter> parameters(FunctionParametersContext parameters) {
    return parameters == null
        ? List.of()
        : parameters.functionParameter().stream().map(this::functionParameter).toList();
  }

  private Declaration.FunctionParameter functionParameter(FunctionParameterContext parameter) {
    return new Declaration.FunctionParameter(
        context.span(parameter),
        context.ident(parameter.ident()),
        expressions.types().type(parameter.type()));
  }

  private Declaration typeAlias(
      TypeAliasContext alias, List<DocLine> documentation, List<Annotation> annotations) {
    return new Declaration.TypeAlias(
        context.span(alias),
        documentation,
        annotations,
        context.ident(alias.ident()),
        expressions.types().type(alias.type()),
        expressions.optional(alias.expr()));
  }

  private Declaration enumeration(
      EnumerationContext enumeration, List<DocLine> documentation, List<Annotation> annotations) {
    var names = new ArrayList<Ident>();
    for (IdentContext name : enumeration.ident()) {
      // what documents a member is for readers of the file alone
      context.documentation(name);
      names.add(context.ident(name));
    }
    return new Declaration.EnumType(
        context.span(enumeration),
        documentation,
        annotations,
        names.getFirst(),
        names.subList(1, names.size()));
  }

  private Declaration extension(
      ExtensionContext extension, List<DocLine> documentation, List<Annotation> annotations) {
    var members = new ArrayList<Declaration.ExtensionMember>();
    for (MemberContext member : extension.member()) {
      if (member.SKIPPED() != null) {
        context.forgetDocumentation(member);
      } else {
        Expr value = expressions.expression(member.expr());
        members.add(
            new Declaration.ExtensionMember(
                context.span(member),
                context.documentation(member),
                context.ident(member.ident()),
                expressions.types().type(member.type()),
                value));
      }
    }
    return new Declaration.Extension(
        context.span(extension),
        documentation,
        annotations,
        expressions.types().type(extension.type()),
        context.ident(extension.ident()),
        members);
  }

  private Declaration index(
      IndexContext index, List<DocLine> documentation, List<Annotation> annotations) {
    boolean hasWhere = index.WHERE() != null;
    return new Declaration.Index(
        context.span(index),
        documentation,
        annotations,
        context.ident(index.ident(0)),
        expressions.types().type(index.type()),
        index.ONLY() != null,
        context.ident(index.ident(1)),
        expressions.optional(hasWhere ? index.expr(0) : null),
        expressions.expression(index.expr(hasWhere ? 1 : 0)));
  }
}
