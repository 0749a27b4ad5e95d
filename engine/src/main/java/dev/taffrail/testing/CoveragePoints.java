package dev.taffrail.testing;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.IrWalk;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds every place of policies and of the functions they call that can go two ways. */
final class CoveragePoints {
  /** A point, and whether it can go the first way: a check of `false` cannot hold. */
  record Demanded(CoveragePoint point, boolean first) {}

  private final Map<String, Demanded> found = new TreeMap<>();

  private CoveragePoints() {}

  /** In the order of their places. */
  static List<Demanded> of(Collection<IrPolicy> policies, Reachable reachable) {
    var points = new CoveragePoints();
    policies.forEach(points::policy);
    for (IrFunction function : reachable.functions()) {
      IrWalk.expressionsOf(function).forEach(points::expression);
    }
    return List.copyOf(points.found.values());
  }

  private void policy(IrPolicy policy) {
    for (IrPolicy.Prelude line : policy.prelude()) {
      switch (line) {
        case IrPolicy.Prelude.Binding binding -> expression(binding.let().value());
        case IrPolicy.Prelude.When when -> expression(when.condition());
      }
    }
    policy.lets().forEach(let -> expression(let.value()));
    policy.rules().forEach(rule -> statements(rule.body()));
  }

  private void statements(List<IrStatement> statements) {
    for (IrStatement statement : statements) {
      switch (statement) {
        case IrStatement.Let let -> expression(let.value());
        case IrStatement.ForEach loop -> {
          expression(loop.generator().source());
          loop.where().ifPresent(this::expression);
          statements(loop.body());
        }
        case IrStatement.If choice -> {
          expression(choice.condition());
          statements(choice.thenBody());
          statements(choice.elseBody());
        }
        case IrStatement.IfLet choice -> {
          expression(choice.value());
          add(CoveragePoint.of(choice), true);
          statements(choice.thenBody());
          statements(choice.elseBody());
        }
        case IrStatement.Check check -> {
          expression(check.condition());
          add(CoveragePoint.of(check), !(check.condition() instanceof IrExpr.Constant));
        }
      }
    }
  }

  private void expression(IrExpr expression) {
    CoveragePoint.of(expression).ifPresent(point -> add(point, true));
    IrWalk.parts(asksWhatIsWritten(expression).orElse(expression)).forEach(this::expression);
  }

  /** A field whose own default plays no part, since its presence is asked or demanded. */
  private static Optional<IrExpr> asksWhatIsWritten(IrExpr expression) {
    return switch (expression) {
      case IrExpr.IsSet test when test.operand() instanceof IrExpr.ReadField read ->
          Optional.of(read);
      case IrExpr.Must must when must.operand() instanceof IrExpr.ReadField read ->
          Optional.of(read);
      default -> Optional.empty();
    };
  }

  private void add(CoveragePoint point, boolean first) {
    String key =
        "%s %09d %09d %s"
            .formatted(
                point.span().source().name(),
                point.span().start(),
                point.span().end(),
                point.kind());
    found.putIfAbsent(key, new Demanded(point, first));
  }
}
