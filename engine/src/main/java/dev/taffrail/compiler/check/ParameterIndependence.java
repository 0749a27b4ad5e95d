package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrParameter;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.compiler.ir.ParameterId;
import dev.taffrail.diagnostic.DiagnosticSink;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reports defaults and conditions of parameters that use a parameter, directly or through functions
 * and lets: values are bound one by one, so none may depend on another.
 */
final class ParameterIndependence {
  private final Map<GlobalId, IrFunction> functions;
  private final Map<GlobalId, IrFunction> values;

  private ParameterIndependence(
      Map<GlobalId, IrFunction> functions, Map<GlobalId, IrFunction> values) {
    this.functions = functions;
    this.values = values;
  }

  static void report(
      Map<ParameterId, IrParameter> parameters,
      Map<GlobalId, IrFunction> functions,
      Map<GlobalId, IrFunction> values,
      DiagnosticSink diagnostics) {
    var search = new ParameterIndependence(functions, values);
    for (IrParameter parameter : parameters.values()) {
      Stream.concat(parameter.defaultValue().stream(), parameter.constraint().stream())
          .forEach(
              expression ->
                  search
                      .parameterIn(expression, new HashSet<>())
                      .ifPresent(
                          used ->
                              diagnostics.report(
                                  TypeDiagnostics.notAllowedHere(
                                      expression.span(),
                                      "a default or condition of a parameter cannot use parameter `%s`"
                                          .formatted(used.name()),
                                      "Put what depends on both into a `let` or into the policy."))));
    }
  }

  private Optional<ParameterId> parameterIn(IrExpr expression, Set<GlobalId> seen) {
    return switch (expression) {
      case IrExpr.Parameter parameter -> Optional.of(parameter.id());
      case IrExpr.CallFunction call ->
          within(functions.get(call.function()), seen).or(() -> inParts(call, seen));
      case IrExpr.ModuleValue value -> within(values.get(value.id()), seen);
      default -> inParts(expression, seen);
    };
  }

  private Optional<ParameterId> inParts(IrExpr expression, Set<GlobalId> seen) {
    return first(IrWalk.parts(expression), seen);
  }

  /** Nothing for a function that was looked at before; circles are reported elsewhere. */
  private Optional<ParameterId> within(
      @org.jspecify.annotations.Nullable IrFunction function, Set<GlobalId> seen) {
    return function == null || !seen.add(function.id())
        ? Optional.empty()
        : first(IrWalk.expressionsOf(function), seen);
  }

  private Optional<ParameterId> first(List<IrExpr> expressions, Set<GlobalId> seen) {
    return expressions.stream()
        .map(part -> parameterIn(part, seen))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
