package dev.taffrail.runtime;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrExternal;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.compiler.type.NativeTypes;
import dev.taffrail.finding.Evidence;
import dev.taffrail.object.Nodes;
import dev.taffrail.runtime.external.Answer;
import dev.taffrail.runtime.external.Answers;
import dev.taffrail.runtime.interpret.Environment;
import dev.taffrail.runtime.interpret.Judged;
import dev.taffrail.runtime.interpret.Lookups;
import dev.taffrail.runtime.interpret.RuleInterpreter;
import dev.taffrail.runtime.inventory.Reads;
import dev.taffrail.value.TimeZones;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What policies ask of functions that the host answers, found out by running them: a policy that
 * meets a question without an answer notes it and goes on with its next check.
 */
final class HostQuestions {
  private final Map<String, List<IrExternal>> byPolicy;

  /** Whether a verdict may rest on what the rules of a time zone say. */
  private final boolean local;

  private HostQuestions(Map<String, List<IrExternal>> byPolicy, boolean local) {
    this.byPolicy = Map.copyOf(byPolicy);
    this.local = local;
  }

  static HostQuestions of(IrProgram program) {
    var found = new HashMap<String, List<IrExternal>>();
    if (!program.externals().isEmpty()) {
      for (IrPolicy policy : program.policies()) {
        var called = Reads.of(policy, program).externals();
        if (!called.isEmpty()) {
          found.put(policy.id(), called.stream().map(program::external).toList());
        }
      }
    }
    return new HostQuestions(found, !found.isEmpty() && asksForLocalTimes(program));
  }

  private static boolean asksForLocalTimes(IrProgram program) {
    return Stream.of(
            program.policies().stream().flatMap(p -> IrWalk.expressionsOf(p).stream()),
            program.functions().values().stream().flatMap(f -> IrWalk.expressionsOf(f).stream()),
            program.values().values().stream().flatMap(v -> IrWalk.expressionsOf(v).stream()),
            program.indexes().values().stream().flatMap(i -> IrWalk.expressionsOf(i).stream()))
        .flatMap(expressions -> expressions)
        .anyMatch(expression -> IrWalk.any(expression, HostQuestions::isLocalTime));
  }

  private static boolean isLocalTime(IrExpr expression) {
    return expression instanceof IrExpr.CallBuiltin call
        && call.type().bare().equals(NativeTypes.LOCAL_TIME);
  }

  boolean any() {
    return !byPolicy.isEmpty();
  }

  boolean areAskedBy(IrPolicy policy) {
    return byPolicy.containsKey(policy.id());
  }

  /** The providers that a policy needs and that cannot be asked, sorted. */
  List<String> refusedBy(Answers answers, IrPolicy policy) {
    return byPolicy.getOrDefault(policy.id(), List.of()).stream()
        .filter(function -> answers.refusal(function).isPresent())
        .map(IrExternal::provider)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Asks until no policy has a question left. It ends, since the questions of a round are made of
   * finitely many answers of rounds before, and functions do not call themselves.
   */
  void fetch(Map<IrPolicy, List<Judged>> targets, Environment environment) {
    do {
      var interpreter = new RuleInterpreter(environment.probing());
      targets.forEach((policy, judged) -> judged.forEach(one -> probe(interpreter, policy, one)));
    } while (environment.answers().fetch());
  }

  private static void probe(RuleInterpreter interpreter, IrPolicy policy, Judged judged) {
    try {
      interpreter.run(policy, judged, new Lookups());
    } catch (RuntimeException | StackOverflowError bug) {
      // Judging meets it again, and reports it there.
    }
  }

  /** What was asked and told, for repeating the run. */
  Evidence evidence(Environment environment) {
    return new Evidence(
        environment.moment(),
        local ? Optional.of(TimeZones.version()) : Optional.empty(),
        environment.answers().recorded().entrySet().stream()
            .map(
                asked ->
                    new Evidence.Answer(
                        asked.getKey().function().qualifiedName(),
                        asked.getKey().function().provider(),
                        asked.getKey().json(),
                        json(asked.getValue()).orElse(""),
                        failure(asked.getValue()).orElse("")))
            .toList());
  }

  private static Optional<String> json(Answer answer) {
    return switch (answer) {
      case Answer.Given given -> Optional.of(Nodes.toJson(given.json()));
      case Answer.Failed failed -> Optional.empty();
    };
  }

  private static Optional<String> failure(Answer answer) {
    return switch (answer) {
      case Answer.Given given -> Optional.empty();
      case Answer.Failed failed -> Optional.of(failed.reason());
    };
  }
}
