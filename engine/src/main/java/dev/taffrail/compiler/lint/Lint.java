package dev.taffrail.compiler.lint;

import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.resolve.Names;
import dev.taffrail.compiler.resolve.Resolution;
import dev.taffrail.diagnostic.DiagnosticSink;
import java.util.List;

/** Runs every rule over the modules that are judged; what they only import is left in peace. */
public final class Lint {
  private Lint() {}

  /**
   * @param program one without errors
   */
  public static void report(
      IrProgram program, Resolution names, List<PolicyFile> files, DiagnosticSink diagnostics) {
    for (PolicyFile file : files) {
      if (names.judged().contains(Names.moduleOf(file))) {
        Undocumented.report(file, diagnostics);
        NameStyle.report(file, diagnostics);
      }
    }
    for (IrPolicy policy : program.policies()) {
      Unreachable.report(policy, diagnostics);
      ConstantConditions.report(policy, diagnostics);
      NestedLoops.report(policy, diagnostics);
      CompletenessAsked.report(policy, diagnostics);
      MissingOrEmpty.report(policy, diagnostics);
    }
    program.functions().values().stream()
        .filter(function -> names.judged().contains(function.id().module()))
        .forEach(function -> MissingOrEmpty.report(function, diagnostics));
    UnreachedOrStart.report(program, diagnostics);
    UnusedDeclarations.report(program, names, diagnostics);
  }
}
