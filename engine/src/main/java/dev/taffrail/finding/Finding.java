package dev.taffrail.finding;

import dev.taffrail.source.Span;
import dev.taffrail.value.ErrorCode;
import java.util.List;
import java.util.Optional;

/**
 * What one rule says about one place of one object.
 *
 * @param policy qualified id, {@code std.pss/privileged}
 * @param title the policy's title, or empty
 * @param rule the name of the rule in the policy, if it has named rules
 * @param outcome {@link Outcome#VIOLATION}, {@link Outcome#ERROR} or {@link Outcome#WAIVED}; the
 *     others are only counted
 * @param code why there is no verdict; there exactly if the outcome is {@link Outcome#ERROR}
 * @param message one sentence without full stop
 * @param object empty when the input could not be read as objects
 * @param span the place in the manifest
 * @param path the field path in the object; empty for the object as a whole
 * @param expected what was found and what is wanted, derived from the check; or empty
 * @param controls framework numbers, sorted
 * @param related further places, such as the other object of a conflict
 * @param remediation what to do, or empty
 * @param origin the check in the policy's text; empty for findings of the reader
 * @param enforcement what is done about it
 * @param enforcementReason why the lines of the enforcement do not decide alone, or empty
 * @param waiver what covers it, if it is waived
 * @param concealed the line of the manifest may hold a secret and must not be shown
 */
public record Finding(
    String policy,
    String title,
    Optional<String> rule,
    Outcome outcome,
    Optional<ErrorCode> code,
    Severity severity,
    String message,
    Optional<ObjectRef> object,
    Span span,
    String path,
    String expected,
    List<Control> controls,
    List<Related> related,
    String remediation,
    Optional<Span> origin,
    Enforcement enforcement,
    String enforcementReason,
    Optional<Waiver> waiver,
    boolean concealed) {
  public Finding {
    if (code.isPresent() != (outcome == Outcome.ERROR)) {
      throw new IllegalArgumentException(outcome.word() + " with code " + code);
    }
    controls = List.copyOf(controls);
    related = List.copyOf(related);
  }

  /** A finding as policies make it: denied, and nobody has waived it. */
  public Finding(
      String policy,
      String title,
      Optional<String> rule,
      Outcome outcome,
      Optional<ErrorCode> code,
      Severity severity,
      String message,
      Optional<ObjectRef> object,
      Span span,
      String path,
      String expected,
      List<Control> controls,
      List<Related> related,
      String remediation,
      Optional<Span> origin) {
    this(
        policy,
        title,
        rule,
        outcome,
        code,
        severity,
        message,
        object,
        span,
        path,
        expected,
        controls,
        related,
        remediation,
        origin,
        Enforcement.DENY,
        "",
        Optional.empty(),
        false);
  }

  public Finding enforcedAs(Enforcement level, String reason) {
    return with(outcome, level, reason, waiver, concealed);
  }

  public Finding waivedBy(Waiver permission) {
    return with(Outcome.WAIVED, enforcement, enforcementReason, Optional.of(permission), concealed);
  }

  /** The same in other words. */
  public Finding saying(String words, String found) {
    return new Finding(
        policy,
        title,
        rule,
        outcome,
        code,
        severity,
        words,
        object,
        span,
        path,
        found,
        controls,
        related,
        remediation,
        origin,
        enforcement,
        enforcementReason,
        waiver,
        concealed);
  }

  /** The same, whose line of the manifest is not shown. */
  public Finding withoutSource() {
    return with(outcome, enforcement, enforcementReason, waiver, true);
  }

  private Finding with(
      Outcome said, Enforcement level, String reason, Optional<Waiver> permission, boolean hidden) {
    return new Finding(
        policy,
        title,
        rule,
        said,
        code,
        severity,
        message,
        object,
        span,
        path,
        expected,
        controls,
        related,
        remediation,
        origin,
        level,
        reason,
        permission,
        hidden);
  }

  /** A further place and why it is shown. */
  public record Related(ObjectRef object, Span span, String path, String message) {}

  /**
   * The id without the module: {@code privileged}, or {@code required-labels/owner} with a rule.
   */
  public String shortName() {
    String name = policy.substring(policy.lastIndexOf('/') + 1);
    return rule.map(r -> name + "/" + r).orElse(name);
  }
}
