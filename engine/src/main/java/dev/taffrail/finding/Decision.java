package dev.taffrail.finding;

import java.util.Collection;

/** Whether what the findings are about may go ahead; computed from findings alone. */
public enum Decision {
  ALLOW,
  DENY;

  /**
   * Denied by one violation or error outcome that is enforced as {@link Enforcement#DENY}.
   *
   * <p>What an error outcome means has been decided by {@code onError} before: its enforcement is
   * that level.
   */
  public static Decision of(Collection<Finding> findings) {
    return findings.stream().anyMatch(Decision::denies) ? DENY : ALLOW;
  }

  private static boolean denies(Finding finding) {
    return finding.enforcement() == Enforcement.DENY
        && (finding.outcome() == Outcome.VIOLATION || finding.outcome() == Outcome.ERROR);
  }
}
