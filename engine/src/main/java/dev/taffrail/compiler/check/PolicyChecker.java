package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.Statement;
import dev.taffrail.compiler.ast.TypeExpr;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrParameter;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.ParameterId;
import dev.taffrail.compiler.resolve.FileScope;
import dev.taffrail.compiler.resolve.Marks;
import dev.taffrail.compiler.resolve.Names;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SnapshotType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Types a policy: its metadata, target, prelude and rules; and parameters. */
final class PolicyChecker {
  private static final List<String> OPERATIONS = List.of("connect", "create", "delete", "update");

  private final ExpressionChecker expressions;
  private final StatementChecker statements;
  private final MetadataChecker metadata;

  PolicyChecker(ExpressionChecker expressions, StatementChecker statements) {
    this.expressions = expressions;
    this.statements = statements;
    this.metadata = new MetadataChecker(expressions.services().diagnostics());
  }

  IrPolicy policy(Declaration.Policy policy, FileScope file) {
    String name = policy.name().text();
    Context context = Context.of(file, Optional.of(name));
    var said = metadata.read(policy.metadata(), policy.documentation(), MetadataChecker.unsaid());
    Type targetType = expressions.services().types().resolve(policy.target().type(), file);
    var target = target(policy.target(), targetType, AdmissionTyping.asked(policy));
    context = AdmissionTyping.names(policy, targetType, target.admissionOnly(), context);
    DeclaredNames names = statements.names();
    policy.parameters().forEach(p -> names.declare(p.name()));
    names.declare(policy.target().name());

    var prelude = new ArrayList<IrPolicy.Prelude>();
    for (Declaration.Prelude line : policy.prelude()) {
      switch (line) {
        case Declaration.Prelude.Binding binding -> {
          names.declare(binding.let().name());
          var typed = statements.let(binding.let(), context);
          prelude.add(new IrPolicy.Prelude.Binding(typed.let()));
          context = typed.after();
        }
        case Declaration.Prelude.When when -> {
          prelude.add(
              new IrPolicy.Prelude.When(
                  expressions.condition(when.condition(), context.withoutMust("when"))));
          context = context.knowing(expressions.flow().whenTrue(when.condition(), context));
        }
      }
    }
    var lets = new ArrayList<IrStatement.Let>();
    var rules = rules(policy, said, context, names, lets);
    return new IrPolicy(
        file.module(),
        name,
        Names.policyId(file.module(), name),
        said,
        target,
        prelude,
        lets,
        rules,
        context.slots().size(),
        policy.name().span());
  }

  private List<IrPolicy.IrRule> rules(
      Declaration.Policy policy,
      IrPolicy.Metadata said,
      Context context,
      DeclaredNames names,
      List<IrStatement.Let> lets) {
    return switch (policy.body()) {
      case Declaration.Body.Statements body ->
          List.of(
              new IrPolicy.IrRule(
                  Optional.empty(),
                  said,
                  statements.body(body.statements(), context, names),
                  policy.name().span()));
      case Declaration.Body.Rules body -> {
        Context inner = context;
        for (Statement.Let let : body.lets()) {
          names.declare(let.name());
          var typed = statements.let(let, inner);
          lets.add(typed.let());
          inner = typed.after();
        }
        var rules = new ArrayList<IrPolicy.IrRule>();
        var seen = new HashMap<String, Ident>();
        for (Declaration.Rule rule : body.rules()) {
          Ident earlier = seen.putIfAbsent(rule.name().text(), rule.name());
          if (earlier != null) {
            expressions.report(
                Diagnostic.of(
                        DiagnosticCode.E0115,
                        rule.name().span(),
                        "rule `%s` is declared twice".formatted(rule.name()))
                    .related(earlier.span(), "first declaration"));
          }
          rules.add(
              new IrPolicy.IrRule(
                  Optional.of(Names.kebab(rule.name().text())),
                  metadata.read(rule.metadata(), rule.documentation(), said),
                  statements.body(rule.statements(), inner),
                  rule.name().span()));
        }
        yield rules;
      }
    };
  }

  private IrPolicy.Target target(Declaration.Target target, Type type, boolean asked) {
    var operations = new ArrayList<String>();
    for (Ident operation : target.operations()) {
      if (OPERATIONS.contains(operation.text())) {
        operations.add(operation.text());
      } else {
        expressions.report(
            TypeDiagnostics.notInList(operation.span(), operation.text(), OPERATIONS, false, ""));
      }
    }
    List<ObjectType> kinds = Kinds.of(type);
    boolean any = type == Scalar.ANY;
    boolean judged =
        any
            || type.equals(SnapshotType.TYPE)
            || !kinds.isEmpty() && kinds.stream().allMatch(k -> k.kind().isPresent());
    if (!judged && !type.isUnknown() && !(target.type() instanceof TypeExpr.Hole)) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0103,
                  target.type().span(),
                  "a target is a kind, but this is %s".formatted(TypeDiagnostics.article(type)))
              .help("Name a kind such as Pod, several as A | B, or Any."));
    }
    boolean lifted = Kinds.holdPods(kinds) && !target.only();
    return new IrPolicy.Target(any, kinds, lifted, !target.only(), operations, asked);
  }

  IrParameter parameter(Declaration.Parameter parameter, FileScope file, Optional<String> policy) {
    Type type = expressions.services().globals().parameterType(parameter, file);
    Context context = Context.of(file, policy);
    var local =
        new Local("it", context.slots().take(), type, false, false, parameter.name().span());
    Optional<IrExpr> value =
        parameter
            .defaultValue()
            .map(e -> expressions.expect(e, context.withoutMust("a default"), type));
    Optional<IrExpr> constraint =
        parameter
            .constraint()
            .map(e -> expressions.condition(e, context.with(local).withoutMust("where")));
    return new IrParameter(
        new ParameterId(file.module(), policy, parameter.name().text()),
        parameter.name().span(),
        type,
        value,
        constraint,
        context.slots().size(),
        parameter.documentation().stream()
            .map(line -> line.text())
            .collect(Collectors.joining("\n")),
        Marks.deprecation(parameter).map(Marks.Deprecation::advice));
  }

  /** Parameters of a policy, by id. */
  Map<ParameterId, IrParameter> parameters(Declaration.Policy policy, FileScope file) {
    var found = new HashMap<ParameterId, IrParameter>();
    for (Declaration.Parameter parameter : policy.parameters()) {
      var typed = parameter(parameter, file, Optional.of(policy.name().text()));
      found.put(typed.id(), typed);
    }
    return found;
  }

  /** Annotations this version knows; others are mistakes. */
  void annotations(Declaration declaration, List<String> known) {
    for (Declaration.Annotation annotation : declaration.annotations()) {
      if (!known.contains(annotation.name().text())) {
        var diagnostic =
            Diagnostic.of(
                DiagnosticCode.E0124,
                annotation.name().span(),
                "unknown annotation `@%s`".formatted(annotation.name().text()));
        expressions.report(
            dev.taffrail.diagnostic.Spelling.nearest(annotation.name().text(), known)
                .map(n -> diagnostic.label("did you mean `@%s`?".formatted(n)))
                .orElse(diagnostic));
      }
    }
  }
}
