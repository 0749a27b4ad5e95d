package dev.taffrail.governance;

import dev.taffrail.compiler.ir.IrWaiver;
import dev.taffrail.finding.Enforcement;
import dev.taffrail.finding.EnginePolicies;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.finding.Severity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong with waivers themselves: expired, about to expire, unused, too broad. */
final class WaiverFindings {
  private static final int DAYS_OF_NOTICE = 14;

  /** One decision for more objects than this was hardly made for each of them. */
  private static final int MOST_OBJECTS = 10;

  private final Optional<LocalDate> date;
  private final Collection<String> judged;

  /**
   * @param judged ids of the policies of this run; a waiver of another cannot be of use in it
   */
  WaiverFindings(Optional<LocalDate> date, Collection<String> judged) {
    this.date = date;
    this.judged = judged;
  }

  /** By file and line of the waiver. */
  List<Finding> of(List<Waiving.Use> uses) {
    var findings = new ArrayList<Finding>();
    for (Waiving.Use use : uses) {
      expiry(use.waiver()).ifPresent(findings::add);
      unused(use).ifPresent(findings::add);
      broad(use).ifPresent(findings::add);
    }
    findings.sort(
        Comparator.comparing((Finding f) -> f.span().source().name())
            .thenComparing(f -> f.span().start())
            .thenComparing(Finding::policy));
    return findings;
  }

  private Optional<Finding> expiry(IrWaiver waiver) {
    LocalDate until = waiver.permission().until();
    if (date.isEmpty()) {
      return Optional.of(
          finding(
              waiver,
              "expired-waiver",
              Severity.HIGH,
              Enforcement.DENY,
              "%s does not hold, since the date of the run is not known".formatted(words(waiver)),
              "give the date of the run"));
    }
    long left = ChronoUnit.DAYS.between(date.get(), until);
    if (left < 0) {
      return Optional.of(
          finding(
              waiver,
              "expired-waiver",
              Severity.HIGH,
              Enforcement.DENY,
              "%s expired on %s, %s ago".formatted(words(waiver), until, days(-left)),
              "fix the violation, or have the waiver renewed; take it out if it is not needed"));
    }
    if (left <= DAYS_OF_NOTICE) {
      return Optional.of(
          finding(
              waiver,
              "expiring-waiver",
              Severity.MEDIUM,
              Enforcement.WARN,
              left == 0
                  ? "%s expires today".formatted(words(waiver))
                  : "%s expires on %s, in %s".formatted(words(waiver), until, days(left)),
              "fix the violation, or have the waiver renewed"));
    }
    return Optional.empty();
  }

  private static String days(long number) {
    return number + (number == 1 ? " day" : " days");
  }

  private Optional<Finding> unused(Waiving.Use use) {
    boolean couldBeUsed =
        judged.contains(use.waiver().policy())
            || use.waiver().policy().startsWith(EnginePolicies.SCHEMA + "/");
    boolean over = date.isEmpty() || date.get().isAfter(use.waiver().permission().until());
    return use.covered().isEmpty() && couldBeUsed && !over
        ? Optional.of(
            finding(
                use.waiver(),
                "unused-waiver",
                Severity.LOW,
                Enforcement.WARN,
                "%s covers nothing in this run".formatted(words(use.waiver())),
                "take it out if the objects it is for are all here"))
        : Optional.empty();
  }

  private static Optional<Finding> broad(Waiving.Use use) {
    IrWaiver waiver = use.waiver();
    Optional<String> why = Optional.empty();
    if (waiver.kinds().isEmpty()) {
      why = Optional.of("is for every kind");
    } else if (waiver.name().text().matches("\\*+")) {
      why = Optional.of("is for every object of its kind");
    } else if (use.covered().size() > MOST_OBJECTS) {
      why = Optional.of("covers %d objects".formatted(use.covered().size()));
    }
    return why.map(
        reason ->
            finding(
                waiver,
                "broad-waiver",
                Severity.MEDIUM,
                Enforcement.WARN,
                words(waiver) + " " + reason,
                "name the objects, or say with `enforce` that the policy only warns"));
  }

  private static String words(IrWaiver waiver) {
    String rule = waiver.rule().map(r -> "/" + r).orElse("");
    return "the waiver of `%s%s` for %s".formatted(waiver.policy(), rule, waiver.object());
  }

  private static Finding finding(
      IrWaiver waiver,
      String name,
      Severity severity,
      Enforcement enforcement,
      String message,
      String remediation) {
    return new Finding(
        EnginePolicies.WAIVER + "/" + name,
        "Waivers are needed, narrow and not expired",
        Optional.empty(),
        Outcome.VIOLATION,
        Optional.empty(),
        severity,
        message,
        Optional.empty(),
        waiver.permission().span(),
        "",
        "",
        List.of(),
        List.of(),
        remediation,
        Optional.empty(),
        enforcement,
        "",
        Optional.empty(),
        false);
  }
}
