package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Statement;
import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrExternal;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrIndex;
import dev.taffrail.compiler.ir.IrParameter;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.IrTest;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.compiler.ir.ParameterId;
import dev.taffrail.compiler.resolve.FileScope;
import dev.taffrail.compiler.resolve.ModuleScope;
import dev.taffrail.compiler.resolve.Resolution;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.SignatureCatalog;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.source.Span;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Types a whole program and gives its IR.
 *
 * <p>Typing and lowering are one walk on purpose: with expected types flowing down, a literal, a
 * name or a member is decided together with the IR it becomes, and tables that carry those
 * decisions to a second walk would only be another thing to keep in step.
 */
public final class Checker {
  private static final List<String> POLICY_ANNOTATIONS =
      List.of("admission", "cost", "deprecated", "since");

  private static final List<String> EXTERNAL_ANNOTATIONS = List.of("deprecated", "since");

  private final Resolution names;
  private final ExpressionChecker expressions;
  private final StatementChecker statements;
  private final PolicyChecker policies;
  private final IndexTyping indexTyping;
  private final ExternalTyping externalTyping;
  private final GovernanceChecker governance;
  private final Effects effects;
  private final Globals globals;
  private final Map<GlobalId, IrFunction> functions = new LinkedHashMap<>();
  private final Map<GlobalId, IrExternal> externals = new LinkedHashMap<>();
  private final Map<GlobalId, IrFunction> values = new LinkedHashMap<>();
  private final Map<GlobalId, IndexTyping.Declared> indexes = new LinkedHashMap<>();
  private final SeenDataFiles dataFiles;
  private final Map<GlobalId, Type> valueTypes = new HashMap<>();
  private final LinkedHashSet<GlobalId> open = new LinkedHashSet<>();
  private final DiagnosticSink diagnostics;

  private Checker(
      Resolution names,
      SchemaTypes schema,
      ImportedTypes imported,
      DataFiles files,
      SignatureCatalog signatures,
      Watcher watcher,
      DiagnosticSink diagnostics) {
    this.names = names;
    this.diagnostics = diagnostics;
    var types = new TypeNames(names, schema, imported, diagnostics, this::constant);
    this.globals = new Globals(names, types, this::letType, this::indexType);
    this.dataFiles = new SeenDataFiles(files);
    this.expressions =
        new ExpressionChecker(
            new Services(
                names, schema, signatures, types, globals, dataFiles, watcher, diagnostics));
    this.indexTyping = new IndexTyping(expressions);
    this.externalTyping = new ExternalTyping(expressions);
    this.effects = new Effects(this::bodiesOf);
    this.statements = new StatementChecker(expressions, effects);
    this.policies = new PolicyChecker(expressions, statements);
    this.governance = new GovernanceChecker(expressions);
  }

  /**
   * Checks every module; the program is usable only if no error was reported.
   *
   * @param watcher sees what types come to stand where
   */
  public static IrProgram check(
      Resolution names,
      SchemaTypes schema,
      ImportedTypes imported,
      DataFiles files,
      SignatureCatalog signatures,
      Watcher watcher,
      DiagnosticSink diagnostics) {
    return new Checker(names, schema, imported, files, signatures, watcher, diagnostics).program();
  }

  private IrProgram program() {
    var typedPolicies = new ArrayList<IrPolicy>();
    var parameters = new LinkedHashMap<ParameterId, IrParameter>();
    var everyPolicy = new IdentityHashMap<Declaration, IrPolicy>();
    for (ModuleScope module : names.modules().values()) {
      module.types().values().forEach(expressions.services().types()::declared);
      checkValues(module, parameters);
      checkExtensions(module);
      for (ModuleScope.Declared declared : module.policies().values()) {
        var policy = (Declaration.Policy) declared.declaration();
        policies.annotations(policy, POLICY_ANNOTATIONS);
        parameters.putAll(policies.parameters(policy, declared.file()));
        IrPolicy typed = policies.policy(policy, declared.file());
        everyPolicy.put(policy, typed);
        if (names.judged().contains(module.name())) {
          typedPolicies.add(typed);
        }
      }
    }
    List<IrTest> tests = tests(new TestChecker(expressions, statements, everyPolicy, parameters));
    var outside = governance.check(names);
    VersionMarks.report(names, diagnostics);
    reportDeferredMusts();
    var indexed = new LinkedHashMap<GlobalId, IrIndex>();
    indexes.forEach((id, declared) -> indexed.put(id, declared.index()));
    CallCycles.report(functions, values, indexed, globals, diagnostics);
    ParameterIndependence.report(parameters, functions, values, diagnostics);
    return new IrProgram(
        typedPolicies,
        functions,
        values,
        indexed,
        externals,
        parameters,
        tests,
        outside,
        dataFiles.all());
  }

  private List<IrTest> tests(TestChecker checker) {
    return names.modules().values().stream()
        .filter(module -> names.judged().contains(module.name()))
        .flatMap(module -> checker.tests(module).stream())
        .toList();
  }

  private void checkValues(ModuleScope module, Map<ParameterId, IrParameter> parameters) {
    for (ModuleScope.Declared declared : module.values().values()) {
      switch (declared.declaration()) {
        case Declaration.Parameter parameter -> {
          var typed = policies.parameter(parameter, declared.file(), Optional.empty());
          parameters.put(typed.id(), typed);
        }
        case Declaration.ModuleLet let ->
            letType(
                new GlobalId(module.name(), let.let().name().text()), let.let(), declared.file());
        case Declaration.Function function -> function(module.name(), function, declared.file());
        case Declaration.ExternalFunction function -> {
          policies.annotations(function, EXTERNAL_ANNOTATIONS);
          var signature = globals.function(module.name(), function.name().text()).orElseThrow();
          externals.put(signature.id(), externalTyping.declaration(function, signature));
        }
        case Declaration.Index index ->
            indexType(new GlobalId(module.name(), index.name().text()), index, declared.file());
        default -> {}
      }
    }
  }

  private void checkExtensions(ModuleScope module) {
    for (ModuleScope.DeclaredExtension declared : module.extensions()) {
      for (Declaration.ExtensionMember member : declared.extension().members()) {
        extensionMember(module.name(), declared, member);
      }
    }
  }

  private void extensionMember(
      String module, ModuleScope.DeclaredExtension declared, Declaration.ExtensionMember member) {
    for (var extension : globals.extensionsOf(module)) {
      FunctionSignature signature = extension.function();
      if (signature.span().equals(member.name().span()) && !functions.containsKey(signature.id())) {
        Context context = Context.of(declared.file(), Optional.empty());
        context =
            context.with(
                new Local(
                    declared.extension().receiver().text(),
                    context.slots().take(),
                    extension.receiver(),
                    false,
                    false,
                    declared.extension().receiver().span()));
        IrExpr body = expressions.expect(member.value(), context, signature.result());
        functions.put(
            signature.id(), made(signature.id(), 1, List.of(), body, context.slots().size()));
      }
    }
  }

  private void function(String module, Declaration.Function function, FileScope file) {
    var id = new GlobalId(module, function.name().text());
    if (functions.containsKey(id) || !open.add(id)) {
      return;
    }
    var signature = globals.function(module, function.name().text()).orElseThrow();
    Context context = Context.of(file, Optional.empty());
    DeclaredNames names = statements.names();
    for (int i = 0; i < function.parameters().size(); i++) {
      var parameter = function.parameters().get(i);
      names.declare(parameter.name());
      context =
          context.with(
              new Local(
                  parameter.name().text(),
                  context.slots().take(),
                  signature.types().get(i),
                  false,
                  false,
                  parameter.name().span()));
    }
    var lets = new ArrayList<IrStatement.Let>();
    for (Statement.Let let : function.lets()) {
      names.declare(let.name());
      var typed = statements.let(let, context);
      lets.add(typed.let());
      context = typed.after();
    }
    IrExpr body = expressions.expect(function.body(), context, signature.result());
    open.remove(id);
    functions.put(id, made(id, function.parameters().size(), lets, body, context.slots().size()));
  }

  private static IrFunction made(
      GlobalId id, int parameters, List<IrStatement.Let> lets, IrExpr body, int slots) {
    return new IrFunction(id, parameters, lets, body, slots, false);
  }

  private Globals.IndexSignature indexType(GlobalId id, Declaration.Index index, FileScope file) {
    var seen = indexes.get(id);
    if (seen != null) {
      return seen.signature();
    }
    if (!open.add(id)) {
      reportCircle(id, index.name().span(), index.key().span());
      return new Globals.IndexSignature(id, Scalar.UNKNOWN, List.of(Scalar.UNKNOWN));
    }
    var declared = indexTyping.declaration(id, index, file);
    open.remove(id);
    indexes.put(id, declared);
    return declared.signature();
  }

  private void reportCircle(GlobalId id, Span name, Span use) {
    var chain = new ArrayList<>(open.stream().map(GlobalId::name).toList());
    chain = new ArrayList<>(chain.subList(chain.indexOf(id.name()), chain.size()));
    chain.add(id.name());
    diagnostics.report(TypeDiagnostics.callsItself(name, use, id.name(), chain));
  }

  private Type letType(GlobalId id, Statement.Let let, FileScope file) {
    Type seen = valueTypes.get(id);
    if (seen != null) {
      return seen;
    }
    if (!open.add(id)) {
      reportCircle(id, let.name().span(), let.value().span());
      return Scalar.UNKNOWN;
    }
    Context context = Context.of(file, Optional.empty()).withoutMust("a module let");
    var typed = statements.let(let, context);
    open.remove(id);
    Type type = typed.after().scope().find(let.name().text()).orElseThrow().type();
    valueTypes.put(id, type);
    values.put(id, made(id, 0, List.of(), typed.let().value(), context.slots().size()));
    return type;
  }

  /** The expressions of a function, checking it first if its turn has not come. */
  private List<IrExpr> bodiesOf(GlobalId id) {
    if (!functions.containsKey(id)) {
      names
          .module(id.module())
          .flatMap(m -> m.value(id.name()))
          .filter(d -> d.declaration() instanceof Declaration.Function)
          .ifPresent(d -> function(id.module(), (Declaration.Function) d.declaration(), d.file()));
    }
    IrFunction function = functions.getOrDefault(id, values.get(id));
    return function == null ? List.of() : IrWalk.expressionsOf(function);
  }

  private void reportDeferredMusts() {
    for (CallTyping.DeferredMust call : expressions.deferredMusts()) {
      if (effects.mayMiss(call.function())) {
        diagnostics.report(TypeDiagnostics.mustNotAllowed(call.call(), call.word()));
      }
    }
  }

  /** The value of a constant expression, for defaults of record fields. */
  private Optional<Value> constant(Expr expression, Type type, FileScope file) {
    Context context = Context.of(file, Optional.empty()).withoutMust("a default");
    var value = Constants.value(expressions.expect(expression, context, type));
    if (value.isEmpty()) {
      diagnostics.report(
          TypeDiagnostics.notAllowedHere(
              expression.span(),
              "the default of a field is a literal",
              "Give the value itself, not a computation."));
    }
    return value;
  }
}
