package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.value.Value;
import java.util.List;

/** The depth of {@code leaves} is a number that stands there, so that its cost is known. */
final class LiteralDepth {
  private static final int MOST = 64;

  private LiteralDepth() {}

  static void check(Signature signature, List<IrExpr> arguments, ExpressionChecker expressions) {
    if (!signature.name().equals("leaves") || signature.receiver().isPresent()) {
      return;
    }
    IrExpr depth = arguments.getLast();
    boolean fits =
        depth instanceof IrExpr.Constant constant
            && constant.value() instanceof Value.Int number
            && number.value() >= 1
            && number.value() <= MOST;
    if (!fits && !depth.type().isUnknown()) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0127,
                  depth.span(),
                  "the depth of `leaves` is a number from 1 to %d".formatted(MOST))
              .help("Write it out: depth: 16"));
    }
  }
}
