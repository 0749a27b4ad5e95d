package dev.taffrail.runtime;

import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.compiler.secret.SecretChecks;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.runtime.interpret.CheckResult;
import dev.taffrail.runtime.interpret.Trace;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import dev.taffrail.value.Place;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps secrets out of findings: no line of a Secret is shown, and of checks that look at secrets
 * only what their author says.
 */
final class SecretPlaces {
  private static final Pattern SECRET =
      Pattern.compile("kind[\"']?\\s*:\\s*[\"']?Secret(List)?\\b");

  private final Set<Span> checks;
  private final Set<Span> printing;

  SecretPlaces(IrProgram program) {
    this.checks = SecretChecks.of(program);
    this.printing = SecretChecks.printing(program);
  }

  /** The finding as it may be printed. */
  Finding guarded(Finding finding, CheckResult result) {
    boolean secretObject = isSecret(result.place().object());
    if (!secretObject && !checks.contains(result.check().span())) {
      return finding;
    }
    Finding shown = withoutValues(finding, result.check()).withoutSource();
    boolean prints =
        secretObject
            && (printing.contains(result.check().span())
                || PlantedText.isIn(shown.message(), result.place().object()));
    return prints ? shown.saying(secretFound(shown), "") : shown;
  }

  /** The same for a policy that could not be selected. */
  Finding guarded(Finding finding, Place place) {
    return isSecret(place.object())
        ? finding.saying(unjudged(finding), "").withoutSource()
        : finding;
  }

  /** A trace as it may be printed. */
  Trace guarded(Trace trace, IrPolicy policy) {
    boolean looks =
        IrWalk.checksOf(policy).stream().anyMatch(check -> checks.contains(check.span()));
    var steps =
        trace.steps().stream()
            .map(
                step ->
                    looks || step.facts().stream().anyMatch(SecretPlaces::isInSecret)
                        ? concealed(step)
                        : step)
            .toList();
    return new Trace(steps, trace.results());
  }

  private static boolean isInSecret(Trace.Fact fact) {
    return fact.place().filter(place -> isSecret(place.object())).isPresent();
  }

  private static Trace.Step concealed(Trace.Step step) {
    String hidden = "(not shown: it may hold a secret)";
    return new Trace.Step(
        step.depth(),
        step.kind(),
        step.verdict(),
        step.span(),
        step.words().isEmpty() ? "" : hidden,
        step.facts().stream()
            .map(
                fact ->
                    new Trace.Fact(fact.what(), fact.found().isEmpty() ? "" : hidden, fact.place()))
            .toList());
  }

  private static String unjudged(Finding finding) {
    return "`%s` could not be judged; the reason may hold a secret".formatted(finding.path());
  }

  private static String secretFound(Finding finding) {
    return "`%s` breaks the rule; what was found is secret".formatted(finding.path());
  }

  private static Finding withoutValues(Finding finding, IrStatement.Check check) {
    boolean error = finding.outcome() == Outcome.ERROR;
    if (!error && !check.message().isEmpty()) {
      return finding.saying(finding.message(), "");
    }
    // that something is missing says nothing of what would stand there
    return finding.expected().equals(CheckResult.MUST_BE_SET)
        ? finding
        : finding.saying(error ? unjudged(finding) : secretFound(finding), "");
  }

  static boolean isSecret(KubernetesObject object) {
    return object.kind().group().isEmpty() && object.kind().kind().equals("Secret");
  }

  /** Whether a file that could not be read may hold a Secret. */
  static boolean mayHoldSecret(SourceFile source) {
    return SECRET.matcher(source.text()).find();
  }
}
