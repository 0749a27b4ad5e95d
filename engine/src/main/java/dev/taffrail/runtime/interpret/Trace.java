package dev.taffrail.runtime.interpret;

import dev.taffrail.source.Span;
import dev.taffrail.value.Place;
import java.util.List;
import java.util.Optional;

/**
 * What a policy did with one object, statement by statement, with the values that decided.
 *
 * @param steps in the order they were taken
 * @param results of the rules, as a run without a trace gives them
 */
public record Trace(List<Step> steps, List<CheckResult.RuleResult> results) {
  public Trace {
    steps = List.copyOf(steps);
    results = List.copyOf(results);
  }

  /** What a step is. */
  public enum Kind {
    RULE,
    LET,
    WHEN,
    CHOICE,
    ELEMENT,
    CHECK
  }

  /** What came of it. */
  public enum Verdict {
    /** A condition is true, a check passes, an element is taken. */
    YES,
    NO,
    /** Something demanded with {@code !} is not set. */
    MISSING,
    ERROR,
    /** It decides nothing. */
    NONE
  }

  /**
   * One step.
   *
   * @param depth how many blocks it stands in
   * @param span the statement in the policy
   * @param words the value, the element, or why there is no verdict
   * @param facts what decided it
   */
  public record Step(
      int depth, Kind kind, Verdict verdict, Span span, String words, List<Fact> facts) {
    public Step {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A value that decided something.
   *
   * @param what the field path, or the expression as written
   * @param found the value in words
   * @param place where it stands, or would stand
   */
  public record Fact(String what, String found, Optional<Place> place) {}
}
