package dev.taffrail.compiler.ir;

import dev.taffrail.finding.Enforcement;
import dev.taffrail.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What to do about the findings of a module or of one policy.
 *
 * @param subject the name of the module, or the id of the policy
 * @param lines the first whose condition holds decides; the last has none
 * @param onError the level of error outcomes, if it is said
 * @param grandfather a violation that an update leaves as it was is enforced as a warning
 */
public record IrEnforcement(
    Span span,
    String subject,
    List<Line> lines,
    Optional<Enforcement> onError,
    boolean grandfather) {
  public IrEnforcement {
    lines = List.copyOf(lines);
  }

  /** The slots of the names that a condition sees. */
  public static final int OBJECT_SLOT = 0;

  public static final int NAMESPACE_SLOT = 1;

  /** {@code deny when e}. */
  public record Line(Span span, Enforcement level, Optional<IrExpr> condition, int frameSize) {}
}
