package dev.taffrail.governance;

import dev.taffrail.compiler.ir.IrWaiver;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.ObjectRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds waivers against findings: what they cover is waived, and what they are worth is noted. */
final class Waiving {
  private final List<IrWaiver> waivers;
  private final Optional<LocalDate> date;

  /**
   * @param date the day of the run; without it no waiver holds
   */
  Waiving(List<IrWaiver> waivers, Optional<LocalDate> date) {
    this.waivers = List.copyOf(waivers);
    this.date = date;
  }

  /**
   * What a waiver did in a run.
   *
   * @param covered objects with a finding that it is about, whether it still holds or not
   */
  record Use(IrWaiver waiver, Set<ObjectRef> covered) {}

  record Result(List<Finding> findings, List<Use> uses) {}

  Result apply(Collection<Finding> findings, JudgedObjects objects) {
    var uses = waivers.stream().map(w -> new Use(w, new LinkedHashSet<>())).toList();
    var after = new ArrayList<Finding>();
    for (Finding finding : findings) {
      Finding shown = finding;
      for (Use use : uses) {
        if (WaiverMatch.covers(use.waiver(), finding, objects)) {
          finding.object().ifPresent(use.covered()::add);
          boolean first = shown.waiver().isEmpty();
          shown =
              first && holds(use.waiver()) ? finding.waivedBy(use.waiver().permission()) : shown;
        }
      }
      after.add(shown);
    }
    return new Result(after, uses);
  }

  /** To the end of its last day. */
  private boolean holds(IrWaiver waiver) {
    return date.filter(day -> !day.isAfter(waiver.permission().until())).isPresent();
  }
}
