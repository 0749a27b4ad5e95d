package dev.taffrail.compiler.lint;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;

/**
 * Finds policies that ask whether data is complete. Without data a policy is not judged, and says
 * so; one that asks can pass instead. Functions may ask, to be stricter where nothing is known.
 */
final class CompletenessAsked {
  private CompletenessAsked() {}

  static void report(IrPolicy policy, DiagnosticSink diagnostics) {
    for (IrExpr expression : IrWalk.expressionsOf(policy)) {
      IrWalk.any(
          expression,
          part -> {
            if (part instanceof IrExpr.KindsAre asked
                && asked.state() == IrExpr.KindState.COMPLETE) {
              diagnostics.report(
                  Diagnostic.of(
                          DiagnosticCode.W0215,
                          asked.span(),
                          "without data this policy decides by itself")
                      .help(
                          "Leave `complete` out, and the policy is not judged where its kinds are"
                              + " missing; or move what is stricter without data into a function."));
            }
            return false;
          });
    }
  }
}
