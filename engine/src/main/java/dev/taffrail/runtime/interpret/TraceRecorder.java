package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.runtime.interpret.Trace.Fact;
import dev.taffrail.runtime.interpret.Trace.Kind;
import dev.taffrail.runtime.interpret.Trace.Step;
import dev.taffrail.runtime.interpret.Trace.Verdict;
import dev.taffrail.source.Span;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import dev.taffrail.value.ValuePrinter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Runs a policy on one object and writes down what it does. */
public final class TraceRecorder implements Witness {
  /** More than anybody reads; a loop over thousands of elements must not fill the memory. */
  private static final int MOST_STEPS = 10_000;

  private final Environment environment;
  private final Blame blame;
  private final ExpressionInterpreter evaluator;
  private final List<Step> steps = new ArrayList<>();
  private int depth;

  private TraceRecorder(Environment environment) {
    this.environment = environment;
    this.evaluator = new ExpressionInterpreter(environment);
    this.blame = new Blame(evaluator, true);
  }

  public static Trace run(IrPolicy policy, Judged judged, Environment environment) {
    var recorder = new TraceRecorder(environment);
    var results =
        new RuleInterpreter(recorder.environment, recorder).run(policy, judged, new Lookups());
    return new Trace(recorder.steps, results);
  }

  private void add(Kind kind, Verdict verdict, Span span, String words, List<Fact> facts) {
    if (steps.size() < MOST_STEPS) {
      steps.add(new Step(depth, kind, verdict, span, words, facts));
    }
  }

  @Override
  public void began(IrPolicy.IrRule rule) {
    rule.name().ifPresent(name -> add(Kind.RULE, Verdict.NONE, rule.span(), name, List.of()));
  }

  @Override
  public void named(IrStatement.Let let, Frame frame) {
    Optional<Place> place = Places.of(let.value(), frame, evaluator);
    List<Fact> facts =
        place
            .filter(p -> !p.path().isRoot())
            .map(p -> List.of(new Fact(p.path().toString(), "", place)))
            .orElse(List.of());
    add(Kind.LET, Verdict.NONE, let.span(), let.name() + " = " + value(let.value(), frame), facts);
  }

  private String value(IrExpr expression, Frame frame) {
    try {
      Value value = evaluator.evaluate(expression, frame);
      return value.isAbsent() ? "unset" : words(value);
    } catch (Missing missing) {
      return "unset, which is a violation where it is used";
    } catch (EvaluationError error) {
      return "an error where it is used: " + error.getMessage();
    }
  }

  private static String words(Value value) {
    return value instanceof ObjectValue object && Subject.of(object).isPresent()
        ? Subject.of(object).get().words()
        : ValuePrinter.literal(value);
  }

  @Override
  public void selected(IrExpr condition, boolean holds, Frame frame) {
    add(Kind.WHEN, verdict(holds), condition.span(), "", facts(condition, holds, frame));
  }

  @Override
  public void chose(IrExpr condition, boolean first, Frame frame) {
    boolean isCondition = condition.type() == dev.taffrail.compiler.type.Type.Scalar.BOOL;
    add(
        Kind.CHOICE,
        verdict(first),
        condition.span(),
        isCondition ? "" : value(condition, frame),
        isCondition ? facts(condition, first, frame) : List.of());
  }

  @Override
  public void reached(
      IrStatement.ForEach loop, Value element, Optional<Place> place, boolean wanted) {
    List<Fact> facts =
        place.map(p -> List.of(new Fact(p.path().toString(), "", place))).orElse(List.of());
    add(Kind.ELEMENT, verdict(wanted), loop.generator().source().span(), words(element), facts);
  }

  @Override
  public void entered() {
    depth++;
  }

  @Override
  public void left() {
    depth--;
  }

  @Override
  public void checked(IrStatement.Check check, boolean truth, Frame frame) {
    add(
        Kind.CHECK,
        verdict(truth == check.require()),
        span(check),
        "",
        facts(check.condition(), truth, frame));
  }

  @Override
  public void failed(IrStatement.Check check, RuntimeException reason) {
    switch (reason) {
      case Missing missing ->
          add(
              Kind.CHECK,
              Verdict.MISSING,
              span(check),
              "",
              List.of(
                  new Fact(
                      missing
                          .place()
                          .map(p -> p.path().toString())
                          .orElse(String.valueOf(missing.getMessage())),
                      "not set",
                      missing.place())));
      case EvaluationError error ->
          add(
              Kind.CHECK,
              Verdict.ERROR,
              span(check),
              String.valueOf(error.getMessage()),
              error
                  .place()
                  .map(p -> List.of(new Fact(p.path().toString(), "", error.place())))
                  .orElse(List.of()));
      default -> {}
    }
  }

  /** Without the message, which says nothing of how it was decided. */
  private static Span span(IrStatement.Check check) {
    Span condition = check.condition().span();
    return check.span().source() == condition.source() && check.span().start() < condition.start()
        ? condition.source().span(check.span().start(), condition.end())
        : condition;
  }

  private static Verdict verdict(boolean yes) {
    return yes ? Verdict.YES : Verdict.NO;
  }

  private List<Fact> facts(IrExpr condition, boolean truth, Frame frame) {
    var facts = new LinkedHashSet<Fact>();
    for (Site site : blame.decide(condition, truth, frame)) {
      if (site.place().isEmpty() && site.found().isEmpty()) {
        continue;
      }
      String what =
          site.place()
              .map(p -> (p.path().isRoot() ? "the object" : p.path().toString()) + site.member())
              .orElse(condition.span().text().replaceAll("\\s+", " "));
      facts.add(new Fact(what, site.found(), site.place()));
    }
    return List.copyOf(facts);
  }
}
