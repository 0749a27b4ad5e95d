package dev.taffrail.compiler.ir;

import java.util.List;

/** What stands outside of policies: who is exempt, and how hard they bite. */
public record IrGovernance(List<IrWaiver> waivers, List<IrEnforcement> enforcements) {
  public static final IrGovernance NONE = new IrGovernance(List.of(), List.of());

  public IrGovernance {
    waivers = List.copyOf(waivers);
    enforcements = List.copyOf(enforcements);
  }
}
