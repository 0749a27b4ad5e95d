package dev.taffrail.runtime;

import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.ObjectRef;
import dev.taffrail.finding.Outcome;
import dev.taffrail.finding.Severity;
import dev.taffrail.object.NodeLocator;
import dev.taffrail.runtime.interpret.CheckResult;
import dev.taffrail.source.Span;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.Place;
import java.util.List;
import java.util.Optional;

/** Turns results of checks into findings with positions. */
final class FindingMaker {
  private FindingMaker() {}

  static Finding of(IrPolicy policy, IrPolicy.IrRule rule, CheckResult result) {
    Severity severity = result.check().severity().orElse(rule.metadata().severity());
    return finding(
        policy,
        rule,
        result.error(),
        severity,
        result.message(),
        result.place(),
        result.expected(),
        related(result),
        Optional.of(result.check().span()));
  }

  /** The policy could not be selected for the object or not be evaluated at all. */
  static Finding error(
      IrPolicy policy, IrPolicy.IrRule rule, ErrorCode code, String message, Place place) {
    return finding(
        policy,
        rule,
        Optional.of(code),
        rule.metadata().severity(),
        message,
        place,
        "",
        List.of(),
        Optional.of(rule.span()));
  }

  private static List<Finding.Related> related(CheckResult result) {
    return result.related().stream()
        .map(
            place ->
                new Finding.Related(
                    ObjectRef.of(place.object()),
                    span(place),
                    place.path().toString(),
                    place.path().isRoot()
                        ? "decided by this object too"
                        : "decided by this field too"))
        .toList();
  }

  private static Finding finding(
      IrPolicy policy,
      IrPolicy.IrRule rule,
      Optional<ErrorCode> code,
      Severity severity,
      String message,
      Place place,
      String expected,
      List<Finding.Related> related,
      Optional<Span> origin) {
    return new Finding(
        policy.id(),
        rule.metadata().title(),
        rule.name(),
        code.isPresent() ? Outcome.ERROR : Outcome.VIOLATION,
        code,
        severity,
        message,
        Optional.of(ObjectRef.of(place.object())),
        span(place),
        place.path().toString(),
        expected,
        rule.metadata().controls(),
        related,
        rule.metadata().remediation(),
        origin);
  }

  static Span span(Place place) {
    return NodeLocator.locate(place.object().source(), place.object().root(), place.path()).span();
  }
}
