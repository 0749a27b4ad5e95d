package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ir.IrEnforcement;
import dev.taffrail.compiler.ir.IrGovernance;
import dev.taffrail.compiler.ir.IrWaiver;
import dev.taffrail.compiler.resolve.FileScope;
import dev.taffrail.compiler.resolve.ModuleScope;
import dev.taffrail.compiler.resolve.Resolution;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.HashMap;

/**
 * Checks the waivers and enforcement of the modules that are judged; those of an imported module
 * are the business of runs that judge it.
 */
final class GovernanceChecker {
  private final ExpressionChecker expressions;

  GovernanceChecker(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  IrGovernance check(Resolution names) {
    var services = expressions.services();
    var policies = new GovernedPolicies(names);
    var waivers = new WaiverChecker(policies, services.schema(), services.diagnostics());
    var enforcements = new EnforcementChecker(policies, expressions);
    var allWaivers = new ArrayList<IrWaiver>();
    var allEnforcements = new ArrayList<IrEnforcement>();
    var places = new HashMap<String, Span>();
    for (ModuleScope module : names.modules().values()) {
      if (!names.judged().contains(module.name())) {
        continue;
      }
      for (FileScope file : module.files()) {
        for (Declaration declaration : file.file().declarations()) {
          if (declaration instanceof Declaration.Waiver written) {
            waivers.waiver(written, file).ifPresent(allWaivers::add);
          } else if (declaration instanceof Declaration.Enforcement written) {
            var typed = enforcements.enforcement(written, file);
            typed.ifPresent(
                found -> {
                  Span earlier = places.putIfAbsent(found.subject(), written.subject().span());
                  if (earlier != null) {
                    services
                        .diagnostics()
                        .report(
                            GovernanceDiagnostics.enforcedTwice(
                                written.subject().span(), found.subject(), earlier));
                  }
                  allEnforcements.add(found);
                });
          }
        }
      }
    }
    return new IrGovernance(allWaivers, allEnforcements);
  }
}
