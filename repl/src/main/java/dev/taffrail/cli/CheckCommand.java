package dev.taffrail.cli;

import dev.taffrail.Compilation;
import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.Given;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.finding.Enforcement;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.Manifest;
import dev.taffrail.report.Report;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Judges manifests by policies. */
final class CheckCommand implements Command {
  @Override
  public CommandSpec spec() {
    return CheckUsage.spec();
  }

  @Override
  public ExitStatus run(Given arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    var options = CheckOptions.of(arguments);
    var judging = options.judging();
    boolean colour = surroundings.colour(options.noColor());
    var output = options.reportOutput(surroundings.out());
    var inputs = Inputs.of(judging.paths());
    var named = PolicyChoice.of(judging.policies());
    // Own policies, waivers and parameters may name anything in the modules they are about.
    boolean alone = named.files().isEmpty() && judging.saysNothingOfPolicies();
    var choice = alone ? named.withoutTheRest() : named;
    var engine = judging.engine();
    Compilation compilation =
        engine.compile(
            GovernanceChoice.with(choice.files(), judging.governance()),
            choice.modules(),
            judging.values(choice.parameters()));
    List<Diagnostic> diagnostics = compilation.diagnostics();
    return switch (compilation) {
      case Compilation.Rejected rejected -> {
        Diagnostics.show(diagnostics, colour, surroundings);
        surroundings.complain(
            "nothing was judged: %s".formatted(Diagnostics.count(diagnostics)), List.of());
        yield ExitStatus.NOTHING_JUDGED;
      }
      case Compilation.Compiled compiled -> {
        if (compiled.policies().size() == 0) {
          throw new UsageMistake("there is no policy in " + String.join(", ", judging.policies()));
        }
        if (!options.quiet()) {
          Diagnostics.show(diagnostics, colour, surroundings);
        }
        var policies = EvidenceChoice.of(judging).applied(choice.judged(compiled.policies()));
        List<Manifest> manifests = inputs.read(surroundings.in());
        if (options.verbose()) {
          inputs
              .files()
              .leftOut()
              .forEach(f -> surroundings.complain("did not look into `" + f + "`", List.of()));
        }
        var looked = judging.inventory().read(engine, compiled.policies(), surroundings);
        if (options.verbose() && looked.read().objects() > 0) {
          surroundings.complain(looked.words(), List.of());
        }
        Report report =
            engine.scan(
                policies,
                Stream.concat(manifests.stream(), looked.unreadable().stream()).toList(),
                looked.inventory());
        if (report.summary().objects() + unreadable(manifests) == 0 && !options.quiet()) {
          // A run that had nothing to do looks like one that found nothing.
          surroundings.complain(
              "there is no Kubernetes object in " + String.join(", ", judging.paths()), List.of());
        }
        output.write(
            options.format().writer(options.textOptions(colour)),
            options.summary().with(report, policies));
        yield status(report, options);
      }
    };
  }

  private static ExitStatus status(Report report, CheckOptions options) {
    boolean incomplete =
        options.judging().inventory().strict() && !report.notJudged().isEmpty()
            || report.findings().stream().anyMatch(f -> f.outcome() == Outcome.ERROR && denies(f));
    if (incomplete) {
      return ExitStatus.INCOMPLETE;
    }
    return report.findings().stream().anyMatch(finding -> counts(finding, options))
        ? ExitStatus.VIOLATIONS
        : ExitStatus.CLEAN;
  }

  private static boolean denies(Finding finding) {
    return finding.enforcement() == Enforcement.DENY;
  }

  private static int unreadable(List<Manifest> manifests) {
    return manifests.stream().mapToInt(manifest -> manifest.problems().size()).sum();
  }

  private static boolean counts(Finding finding, CheckOptions options) {
    return finding.outcome() == Outcome.VIOLATION
        && denies(finding)
        && finding.severity().compareTo(options.failOn()) >= 0;
  }
}
