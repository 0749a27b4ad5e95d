package dev.taffrail.repl;

import dev.taffrail.runtime.interpret.Trace;
import java.util.List;

/**
 * Where somebody stands who walks through a policy.
 *
 * @param title what is walked through
 * @param steps of the walk
 * @param at the step that was shown last
 */
public record Stepping(String title, List<Trace.Step> steps, int at) {
  public static final Stepping NONE = new Stepping("", List.of(), 0);

  public Stepping {
    steps = List.copyOf(steps);
  }

  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** The same at another step, or at the end that is next to it. */
  public Stepping to(int step) {
    return new Stepping(title, steps, Math.max(0, Math.min(step, steps.size() - 1)));
  }
}
