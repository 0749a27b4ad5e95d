package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.QualifiedName;
import dev.taffrail.compiler.ast.TestStatement;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrParameter;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.IrTest;
import dev.taffrail.compiler.ir.ParameterId;
import dev.taffrail.compiler.resolve.FileScope;
import dev.taffrail.compiler.resolve.ModuleScope;
import dev.taffrail.compiler.resolve.Names;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Types the tests of policies. */
final class TestChecker {
  private final ExpressionChecker expressions;
  private final StatementChecker statements;
  private final Map<Declaration, IrPolicy> policies;
  private final Map<ParameterId, IrParameter> parameters;

  /**
   * @param policies every policy that was typed, those of imported modules included
   */
  TestChecker(
      ExpressionChecker expressions,
      StatementChecker statements,
      Map<Declaration, IrPolicy> policies,
      Map<ParameterId, IrParameter> parameters) {
    this.expressions = expressions;
    this.statements = statements;
    this.policies = policies;
    this.parameters = parameters;
  }

  /** The tests of a module, in the order written. */
  List<IrTest> tests(ModuleScope module) {
    var found = new ArrayList<IrTest>();
    var names = new LinkedHashMap<String, Span>();
    for (FileScope file : module.files()) {
      for (Declaration declaration : file.file().declarations()) {
        if (declaration instanceof Declaration.Test test) {
          noNameTwice(test, names);
          test(test, file).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** Tests of different policies may have one name. */
  private void noNameTwice(Declaration.Test test, Map<String, Span> names) {
    String name = test.subject().text() + "\n" + test.name().plainText().orElse("");
    Span first = names.putIfAbsent(name, test.name().span());
    if (first != null) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0115,
                  test.name().span(),
                  "test %s is declared twice".formatted(test.name().span().text()))
              .related(first, "first declaration"));
    }
  }

  private Optional<IrTest> test(Declaration.Test test, FileScope file) {
    Optional<IrPolicy> policy = subject(test.subject(), file);
    Context context = Context.of(file, Optional.empty()).withoutMust("a test");
    var lets = new ArrayList<IrStatement.Let>();
    var given = new ArrayList<IrTest.Given>();
    var world = IrTest.World.UNKNOWN;
    var expectations = new ArrayList<IrTest.Expectation>();
    Optional<Map<ParameterId, IrExpr>> using = Optional.empty();
    boolean readable = true;
    DeclaredNames names = statements.names();
    for (TestStatement statement : test.statements()) {
      switch (statement) {
        case TestStatement.Binding binding -> {
          names.declare(binding.let().name());
          var typed = statements.let(binding.let(), context);
          lets.add(typed.let());
          context = typed.after();
        }
        case TestStatement.Given line -> {
          var typed = new GivenTyping(expressions).given(line, context);
          given.add(typed.given());
          world = typed.world().or(world);
        }
        case TestStatement.Using line -> {
          if (using.isPresent()) {
            expressions.report(
                incomplete(line.span(), "a test has one `using`").help("Put all values into one."));
          }
          Context here = context;
          using = Optional.of(policy.map(p -> using(line, p, here)).orElse(Map.of()));
        }
        case TestStatement.Expect line ->
            expectation(line.expectation(), policy).ifPresent(expectations::add);
        case TestStatement.Hole hole -> readable = false;
      }
    }
    if (readable) {
      complete(test);
    }
    if (policy.isEmpty()) {
      return Optional.empty();
    }
    demanded(test, policy.get(), using.orElse(Map.of()));
    return Optional.of(
        new IrTest(
            file.module(),
            test.name().plainText().orElse(""),
            test.span(),
            policy.get(),
            lets,
            given,
            world,
            using.orElse(Map.of()),
            expectations,
            context.slots().size()));
  }

  private static Diagnostic incomplete(Span span, String message) {
    return Diagnostic.of(DiagnosticCode.E0150, span, message);
  }

  private void complete(Declaration.Test test) {
    boolean gives = test.statements().stream().anyMatch(TestStatement.Given.class::isInstance);
    boolean expects = test.statements().stream().anyMatch(TestStatement.Expect.class::isInstance);
    if (!gives) {
      expressions.report(
          incomplete(test.name().span(), "this test gives no object to judge")
              .help("Add a line such as:", "    given yaml\"\"\"…\"\"\""));
    }
    if (!expects) {
      expressions.report(
          incomplete(test.name().span(), "this test expects nothing, so it cannot fail")
              .help("Add `expect pass`, `expect violation`, `expect skip` or `expect error`."));
    }
  }

  private Optional<IrPolicy> subject(QualifiedName name, FileScope file) {
    var parts = name.parts();
    Optional<String> module =
        parts.size() == 1
            ? Optional.of(file.module())
            : file.imported(name.text().substring(0, name.text().lastIndexOf('.')));
    var scope = module.flatMap(expressions.services().names()::module);
    var found =
        scope
            .map(s -> s.policies().get(name.last().text()))
            .map(declared -> policies.get(declared.declaration()));
    if (found.isEmpty()) {
      var diagnostic =
          Diagnostic.of(
              DiagnosticCode.E0114, name.span(), "unknown policy `%s`".formatted(name.text()));
      expressions.report(
          DataDecoder.suggest(
              diagnostic,
              name.last().text(),
              scope.map(s -> (Collection<String>) s.policies().keySet()).orElse(List.of())));
    }
    return found;
  }

  /** The parameters that a test of a policy can give: those of the policy and of its module. */
  private Map<String, IrParameter> parametersOf(IrPolicy policy) {
    var found = new TreeMap<String, IrParameter>();
    for (IrParameter parameter : parameters.values()) {
      ParameterId id = parameter.id();
      if (id.module().equals(policy.module())) {
        if (id.policy().equals(Optional.of(policy.name()))) {
          found.put(id.name(), parameter);
        } else if (id.policy().isEmpty()) {
          found.putIfAbsent(id.name(), parameter);
        }
      }
    }
    return found;
  }

  private Map<ParameterId, IrExpr> using(
      TestStatement.Using line, IrPolicy policy, Context context) {
    var known = parametersOf(policy);
    var values = new LinkedHashMap<ParameterId, IrExpr>();
    for (Expr.Entry entry : line.parameters().entries()) {
      if (!(entry instanceof Expr.Entry.Field field)) {
        expressions.report(
            TypeDiagnostics.notAllowedHere(
                entry.span(), "`...` has no place in `using`", "Name the parameters."));
        continue;
      }
      var parameter = Optional.ofNullable(known.get(field.name().text()));
      if (parameter.isEmpty()) {
        var diagnostic =
            Diagnostic.of(
                DiagnosticCode.E0107,
                field.name().span(),
                "`%s` has no parameter `%s`".formatted(policy.name(), field.name()));
        expressions.report(DataDecoder.suggest(diagnostic, field.name().text(), known.keySet()));
        continue;
      }
      values.put(
          parameter.get().id(), expressions.expect(field.value(), context, parameter.get().type()));
    }
    return values;
  }

  private void demanded(Declaration.Test test, IrPolicy policy, Map<ParameterId, IrExpr> using) {
    for (IrParameter parameter : parametersOf(policy).values()) {
      if (parameter.defaultValue().isEmpty()
          && !parameter.type().isOptional()
          && !using.containsKey(parameter.id())) {
        expressions.report(
            Diagnostic.of(
                    DiagnosticCode.E0107,
                    test.name().span(),
                    "parameter `%s` has no value in this test".formatted(parameter.id().name()))
                .related(parameter.span(), "has no default")
                .help("Give it: using { %s: … }".formatted(parameter.id().name())));
      }
    }
  }

  private Optional<IrTest.Expectation> expectation(
      TestStatement.Expectation written, Optional<IrPolicy> policy) {
    return switch (written) {
      case TestStatement.Expectation.Pass pass ->
          Optional.of(new IrTest.Expectation.Pass(pass.span()));
      case TestStatement.Expectation.Skip skip ->
          Optional.of(new IrTest.Expectation.Skip(skip.span()));
      case TestStatement.Expectation.ErrorOutcome error ->
          Optional.of(new IrTest.Expectation.Error(error.span()));
      case TestStatement.Expectation.Violation violation ->
          Optional.of(violation(violation, policy));
      case TestStatement.Expectation.Result result -> {
        expressions.report(
            TypeDiagnostics.notAvailable(
                result.span(), "`expect result`", "Mutations come with a later version."));
        yield Optional.empty();
      }
    };
  }

  private IrTest.Expectation violation(
      TestStatement.Expectation.Violation written, Optional<IrPolicy> policy) {
    Optional<String> rule = written.rule().map(r -> Names.kebab(r.text()));
    if (rule.isPresent() && policy.isPresent()) {
      var rules = policy.get().rules().stream().flatMap(r -> r.name().stream()).toList();
      if (!rules.contains(rule.get())) {
        var diagnostic =
            Diagnostic.of(
                DiagnosticCode.E0114,
                written.rule().get().span(),
                "`%s` has no rule `%s`".formatted(policy.get().name(), written.rule().get()));
        expressions.report(DataDecoder.suggest(diagnostic, rule.get(), rules));
      }
    }
    return new IrTest.Expectation.Violation(
        written.span(),
        written.at().flatMap(Expr.StringLiteral::plainText),
        written.saying().flatMap(Expr.StringLiteral::plainText),
        rule,
        written.times().map(t -> times(t)));
  }

  private int times(Expr.Literal written) {
    String digits = written.text().replace("_", "");
    if (digits.length() > 6 || Integer.parseInt(digits) == 0) {
      expressions.report(
          incomplete(written.span(), "a test expects from 1 to 999999 violations")
              .help("For none write `expect pass`."));
      return 1;
    }
    return Integer.parseInt(digits);
  }
}
