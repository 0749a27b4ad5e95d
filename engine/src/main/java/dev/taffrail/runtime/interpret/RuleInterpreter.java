package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Runs policies on objects: the meaning of statements and checks. */
public final class RuleInterpreter {
  private final ExpressionInterpreter evaluator;
  private final Blame blame;
  private final Messages messages;
  private final ComprehensionInterpreter loops;
  private final Witness witness;

  public RuleInterpreter(Environment environment) {
    this(environment, Witness.NONE);
  }

  /**
   * @param witness sees each run statement by statement
   */
  RuleInterpreter(Environment environment, Witness witness) {
    this.witness = witness;
    this.evaluator = new ExpressionInterpreter(environment);
    this.blame = new Blame(evaluator);
    this.messages = new Messages(evaluator);
    this.loops = new ComprehensionInterpreter(evaluator);
  }

  /** The results of all rules of a policy on one object or view, in the order of the rules. */
  public List<CheckResult.RuleResult> run(IrPolicy policy, Judged judged, Lookups lookups) {
    ObjectValue target = judged.target();
    var frame =
        new Frame(
            policy.frameSize(),
            new Budget(evaluator.environment().observer()),
            lookups,
            Optional.of(target.place()));
    frame.set(IrPolicy.TARGET_SLOT, target, Optional.of(target.place()));
    frame.set(
        IrPolicy.OLD_SLOT,
        judged.old().map(o -> (Value) o).orElse(Value.absent()),
        Optional.empty());
    frame.set(IrPolicy.REQUEST_SLOT, judged.request(), Optional.empty());
    try {
      if (!selected(policy, frame)) {
        return repeat(policy, new CheckResult.RuleResult(false, Optional.empty(), List.of()));
      }
    } catch (EvaluationError e) {
      var failure =
          new CheckResult.Failure(e.code(), e.getMessage(), e.place().orElse(target.place()));
      return repeat(policy, new CheckResult.RuleResult(true, Optional.of(failure), List.of()));
    }
    for (IrStatement.Let let : policy.lets()) {
      frame.setLazy(let.slot(), let.value());
      witness.named(let, frame);
    }
    var results = new ArrayList<CheckResult.RuleResult>();
    for (IrPolicy.IrRule rule : policy.rules()) {
      var body = new Body(frame, target);
      witness.began(rule);
      body.run(rule.body());
      results.add(new CheckResult.RuleResult(true, Optional.empty(), body.failed));
    }
    return results;
  }

  /**
   * What the inventory answers: trees of objects, or why there is no answer. Two answers are the
   * same if they hold the same trees.
   */
  public List<Object> answer(Lookup lookup) {
    return evaluator.environment().answer(lookup, evaluator);
  }

  /**
   * The value of an expression outside of any policy, such as the default of a parameter.
   *
   * @param slot0 what slot 0 holds, for constraints
   * @throws EvaluationError if it has none
   */
  public Value evaluate(IrExpr expression, int frameSize, Optional<Value> slot0) {
    var frame = new Frame(frameSize, new Budget(evaluator.environment().observer()));
    slot0.ifPresent(value -> frame.set(0, value, Optional.empty()));
    return evaluator.evaluate(expression, frame);
  }

  /**
   * The values of expressions behind lets they share, as in a test.
   *
   * @throws EvaluationError if one of them has none
   */
  public List<Value> evaluateAll(
      List<IrStatement.Let> lets, List<IrExpr> expressions, int frameSize) {
    var frame = new Frame(frameSize, new Budget(Observer.NONE));
    lets.forEach(let -> frame.setLazy(let.slot(), let.value()));
    return expressions.stream().map(e -> evaluator.evaluate(e, frame)).toList();
  }

  /**
   * Whether a condition outside of any policy holds.
   *
   * @param names what the slots hold, from 0; asked for when used, and may throw EvaluationError
   * @throws EvaluationError if it cannot be told
   */
  public boolean holds(IrExpr condition, int frameSize, List<Supplier<Value>> names) {
    var frame = new Frame(frameSize, new Budget(Observer.NONE));
    for (int slot = 0; slot < names.size(); slot++) {
      frame.setSupplied(slot, names.get(slot));
    }
    return evaluator.isTrue(condition, frame);
  }

  private static List<CheckResult.RuleResult> repeat(
      IrPolicy policy, CheckResult.RuleResult result) {
    return policy.rules().stream().map(rule -> result).toList();
  }

  private boolean selected(IrPolicy policy, Frame frame) {
    for (IrPolicy.Prelude line : policy.prelude()) {
      switch (line) {
        case IrPolicy.Prelude.Binding binding -> {
          frame.setLazy(binding.let().slot(), binding.let().value());
          witness.named(binding.let(), frame);
        }
        case IrPolicy.Prelude.When when -> {
          boolean holds = evaluator.isTrue(when.condition(), frame);
          witness.selected(when.condition(), holds, frame);
          if (!holds) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** One pass over the statements of a rule. */
  private final class Body {
    private final Frame frame;
    private final ObjectValue target;
    private final List<CheckResult> failed = new ArrayList<>();
    private final List<ObjectValue> reached = new ArrayList<>();

    /** Where the data came from that is gone through, if it was read out of a text. */
    private final List<IrExpr> texts = new ArrayList<>();

    private final Set<RuntimeException> reported = new HashSet<>();

    Body(Frame frame, ObjectValue target) {
      this.frame = frame;
      this.target = target;
    }

    void run(List<IrStatement> statements) {
      for (IrStatement statement : statements) {
        frame.budget.spend();
        switch (statement) {
          case IrStatement.Let let -> {
            frame.setLazy(let.slot(), let.value());
            witness.named(let, frame);
          }
          case IrStatement.ForEach loop -> guarded(loop.generator().source(), () -> loop(loop));
          case IrStatement.If choice ->
              guarded(
                  choice.condition(),
                  () -> {
                    boolean holds = evaluator.isTrue(choice.condition(), frame);
                    witness.chose(choice.condition(), holds, frame);
                    inside(holds ? choice.thenBody() : choice.elseBody());
                  });
          case IrStatement.IfLet choice -> guarded(choice.value(), () -> ifLet(choice));
          case IrStatement.Check check -> check(check);
        }
      }
    }

    private void ifLet(IrStatement.IfLet choice) {
      Value value = evaluator.evaluate(choice.value(), frame);
      frame.budget.observer().branched(choice, !value.isAbsent());
      witness.chose(choice.value(), !value.isAbsent(), frame);
      if (value.isAbsent()) {
        inside(choice.elseBody());
      } else {
        frame.set(choice.slot(), value, Places.of(choice.value(), frame, evaluator));
        inside(choice.thenBody());
      }
    }

    private void inside(List<IrStatement> block) {
      witness.entered();
      try {
        run(block);
      } finally {
        witness.left();
      }
    }

    private void loop(IrStatement.ForEach loop) {
      loops.iterate(
          loop.generator(),
          frame,
          (element, place) -> {
            int depth = reached.size();
            if (element instanceof ObjectValue object) {
              reached.add(object);
            }
            boolean inText = place.filter(p -> !p.isInObject()).isPresent();
            if (inText) {
              texts.add(loop.generator().source());
            }
            IrExpr condition = loop.where().orElse(loop.generator().source());
            guarded(
                condition,
                () -> {
                  boolean wanted =
                      loop.where().isEmpty() || evaluator.isTrue(loop.where().get(), frame);
                  witness.reached(loop, element, place, wanted);
                  if (wanted) {
                    inside(loop.body());
                  }
                });
            while (reached.size() > depth) {
              reached.remove(reached.size() - 1);
            }
            if (inText) {
              texts.removeLast();
            }
            return true;
          });
    }

    /** A failure outside of a check counts as the failure of a check: it must not be lost. */
    private void guarded(IrExpr condition, Runnable work) {
      try {
        work.run();
      } catch (Missing | EvaluationError e) {
        failed(
            new IrStatement.Check(
                condition.span(), true, condition, List.of(), Optional.empty(), Optional.empty()),
            e);
      }
    }

    private void check(IrStatement.Check check) {
      boolean truth;
      try {
        truth = evaluator.isTrue(check.condition(), frame);
      } catch (Missing | EvaluationError e) {
        frame.budget.observer().checked(check, false);
        frame.budget.unwatched(() -> failed(check, e));
        return;
      }
      frame.budget.observer().checked(check, truth == check.require());
      witness.checked(check, truth, frame);
      if (truth != check.require()) {
        frame.budget.unwatched(() -> violated(check, truth));
      }
    }

    private void violated(IrStatement.Check check, boolean truth) {
      List<Site> sites = blame.decide(check.condition(), truth, frame);
      // What another object says explains nothing about the place that is shown.
      KubernetesObject about = moved(check).orElse(target.place()).object();
      Site first =
          sites.stream()
              .filter(s -> s.place().filter(p -> p.object() == about).isPresent())
              .findFirst()
              .orElseGet(() -> new Site(Optional.empty(), "", ""));
      var subject = subject();
      String message =
          check.message().isEmpty()
              ? messages.derived(check, first, subject)
              : messages.authored(check.message(), frame);
      String expected =
          first.found().isEmpty() || first.wanted().isEmpty()
              ? ""
              : "is %s, %s".formatted(first.found(), first.wanted());
      Place shown = place(check, first.place());
      failed.add(
          new CheckResult(
              check, Optional.empty(), message, shown, expected, further(sites, first, shown)));
    }

    private void failed(IrStatement.Check check, RuntimeException reason) {
      if (!reported.add(reason)) {
        return;
      }
      witness.failed(check, reason);
      switch (reason) {
        case Missing missing -> {
          // The author's message is about a value that is there; this one is about its absence.
          String message = messages.missing(missing.place(), missing.getMessage(), subject());
          failed.add(
              new CheckResult(
                  check,
                  Optional.empty(),
                  message,
                  place(check, missing.place()),
                  CheckResult.MUST_BE_SET,
                  List.of()));
        }
        case EvaluationError error ->
            failed.add(
                new CheckResult(
                    check,
                    Optional.of(error.code()),
                    error.getMessage(),
                    inTarget(error.place()).orElseGet(this::reachedPlace),
                    "",
                    List.of()));
        default -> throw reason;
      }
    }

    private Optional<Subject> subject() {
      for (int i = reached.size() - 1; i >= 0; i--) {
        var subject = Subject.of(reached.get(i));
        if (subject.isPresent()) {
          return subject;
        }
      }
      return Optional.empty();
    }

    private Place place(IrStatement.Check check, Optional<Place> blamed) {
      return moved(check).or(() -> inTarget(blamed)).orElseGet(this::reachedPlace);
    }

    /** The place the author chose, maybe in another object. */
    private Optional<Place> moved(IrStatement.Check check) {
      return check.at().flatMap(at -> Places.of(at, frame, evaluator));
    }

    private Optional<Place> inTarget(Optional<Place> place) {
      return place.filter(p -> p.object() == target.place().object());
    }

    /** A loop may walk other objects; the finding stays with the one under review. */
    private Place reachedPlace() {
      for (IrExpr text : texts.reversed()) {
        var place = inTarget(Places.of(text, frame, evaluator));
        if (place.isPresent()) {
          return place.get();
        }
      }
      for (int i = reached.size() - 1; i >= 0; i--) {
        var place = inTarget(Optional.of(reached.get(i).place()));
        if (place.isPresent()) {
          return place.get();
        }
      }
      return target.place();
    }

    private List<Place> further(List<Site> sites, Site first, Place shown) {
      var places = new LinkedHashSet<Place>();
      for (Site site : sites) {
        site.place().ifPresent(places::add);
      }
      first.place().ifPresent(places::remove);
      places.remove(shown);
      return List.copyOf(places);
    }
  }
}
