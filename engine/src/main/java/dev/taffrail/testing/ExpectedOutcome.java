package dev.taffrail.testing;

import dev.taffrail.compiler.ir.IrTest.Expectation;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a test says must come out, held against what came out.
 *
 * @param span the expectation in the text
 * @param words what was expected, in words
 * @param problem what came out instead, or empty if it is met
 */
public record ExpectedOutcome(Span span, String words, Optional<String> problem) {

  public boolean met() {
    return problem.isEmpty();
  }

  static ExpectedOutcome of(Expectation expectation, Actual actual) {
    return switch (expectation) {
      case Expectation.Pass pass -> new ExpectedOutcome(pass.span(), "pass", actual.unless("pass"));
      case Expectation.Skip skip ->
          new ExpectedOutcome(
              skip.span(), "skip: the policy does not apply", actual.unless("skip"));
      case Expectation.Error error ->
          new ExpectedOutcome(
              error.span(),
              "an error",
              actual.hasError() ? Optional.empty() : Optional.of(actual.words()));
      case Expectation.Violation violation -> violation(violation, actual);
    };
  }

  private static ExpectedOutcome violation(Expectation.Violation wanted, Actual actual) {
    List<Finding> violations = actual.of(Outcome.VIOLATION);
    long found = violations.stream().filter(f -> differences(wanted, f).isEmpty()).count();
    boolean enough = wanted.times().isPresent() ? found == wanted.times().get() : found > 0;
    return new ExpectedOutcome(
        wanted.span(),
        words(wanted),
        enough ? Optional.empty() : Optional.of(instead(wanted, found, violations, actual)));
  }

  private static String words(Expectation.Violation wanted) {
    var text = new StringBuilder();
    text.append(
        wanted
            .times()
            .map(n -> n == 1 ? "exactly one violation" : n + " violations")
            .orElse("a violation"));
    wanted.rule().ifPresent(rule -> text.append(" of rule `").append(rule).append('`'));
    wanted.at().ifPresent(path -> text.append(" at `").append(path).append('`'));
    wanted.saying().ifPresent(words -> text.append(" saying \"").append(words).append('"'));
    return text.toString();
  }

  private static String instead(
      Expectation.Violation wanted, long found, List<Finding> violations, Actual actual) {
    if (found > 0) {
      return found == 1 ? "one violation like that" : found + " violations like that";
    }
    Optional<Finding> nearest =
        violations.stream()
            .filter(f -> differences(wanted, f).size() == 1)
            .findFirst()
            .or(() -> violations.size() == 1 ? Optional.of(violations.get(0)) : Optional.empty());
    return nearest
        .map(f -> "a violation with " + String.join(", and ", differences(wanted, f)))
        .orElseGet(actual::words);
  }

  /** In what a violation is not the one that is wanted. */
  private static List<String> differences(Expectation.Violation wanted, Finding finding) {
    var differences = new ArrayList<String>();
    wanted
        .rule()
        .filter(rule -> !finding.rule().equals(Optional.of(rule)))
        .ifPresent(rule -> differences.add("rule `" + finding.rule().orElse("") + "`"));
    wanted
        .at()
        .filter(path -> !finding.path().equals(path))
        .ifPresent(path -> differences.add("path `" + finding.path() + "`"));
    wanted
        .saying()
        .filter(words -> !finding.message().contains(words))
        .ifPresent(words -> differences.add("message \"" + finding.message() + "\""));
    return differences;
  }
}
