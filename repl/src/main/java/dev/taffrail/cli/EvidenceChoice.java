package dev.taffrail.cli;

import dev.taffrail.EvidenceFile;
import dev.taffrail.PolicySet;
import dev.taffrail.finding.Evidence;
import java.time.Instant;
import java.util.Optional;

/** The time of a run and the recorded answers it uses, from the command line. */
record EvidenceChoice(Optional<Evidence> evidence, Instant moment) {

  static EvidenceChoice of(JudgingOptions options) throws UsageMistake {
    Optional<Evidence> evidence =
        options.evidence().isPresent()
            ? Optional.of(read(options.evidence().get()))
            : Optional.empty();
    return new EvidenceChoice(
        evidence,
        options.date().or(() -> evidence.flatMap(Evidence::asOf)).orElseGet(Instant::now));
  }

  /** The policies at that time, with these answers. */
  PolicySet applied(PolicySet policies) {
    PolicySet timed = policies.asOf(moment);
    return evidence.map(timed::replaying).orElse(timed);
  }

  private static Evidence read(String file) throws UsageMistake {
    return switch (EvidenceFile.read(Paths.text(file))) {
      case EvidenceFile.Result.Read read -> read.evidence();
      case EvidenceFile.Result.Unreadable unreadable ->
          throw new UsageMistake(
              "%s: %s".formatted(unreadable.span(), unreadable.message()),
              "--evidence takes answers that were recorded: see docs/cli.md");
    };
  }
}
