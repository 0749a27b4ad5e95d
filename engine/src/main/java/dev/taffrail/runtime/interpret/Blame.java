package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import dev.taffrail.value.ValuePrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which paths decided the truth of a condition; computed only when a check has failed.
 *
 * <p>Of a false conjunction the false side counts, of a false {@code any} every element, of a
 * default the field that was not set.
 */
final class Blame {
  private static final int MOST_SITES = 16;

  private final ExpressionInterpreter evaluator;
  private final boolean everyElement;

  Blame(ExpressionInterpreter evaluator) {
    this(evaluator, false);
  }

  /**
   * @param everyElement of a quantifier that holds for all elements, each of them counts; for
   *     telling why something passed
   */
  Blame(ExpressionInterpreter evaluator, boolean everyElement) {
    this.evaluator = evaluator;
    this.everyElement = everyElement;
  }

  /** The sites that made the condition what it is; at least one, the most telling first. */
  List<Site> decide(IrExpr condition, boolean truth, Frame frame) {
    var sites = new ArrayList<Site>();
    try {
      collect(condition, truth, frame, sites);
    } catch (Missing | EvaluationError e) {
      // The verdict stands; only its explanation is shorter.
      sites.clear();
    }
    return sites.isEmpty() ? List.of(new Site(Optional.empty(), "", "")) : sites;
  }

  private void collect(IrExpr e, boolean truth, Frame frame, List<Site> sites) {
    if (sites.size() >= MOST_SITES) {
      return;
    }
    switch (e) {
      case IrExpr.Not not -> collect(not.operand(), !truth, frame, sites);
      case IrExpr.Narrowed narrowed -> collect(narrowed.operand(), truth, frame, sites);
      case IrExpr.Logic logic -> collectLogic(logic, truth, frame, sites);
      case IrExpr.If choice ->
          collect(
              evaluator.isTrue(choice.condition(), frame) ? choice.thenValue() : choice.elseValue(),
              truth,
              frame,
              sites);
      case IrExpr.Compare compare -> comparison(compare, truth, frame, sites);
      case IrExpr.In in ->
          operands(
              in.element(),
              in.collection(),
              ExpectedWords.element(in, truth),
              ExpectedWords.collection(in, truth),
              frame,
              sites);
      case IrExpr.TextTest test -> textTest(test, truth, frame, sites);
      case IrExpr.IsSet set -> presence(set, truth, frame, sites);
      case IrExpr.IsEmpty empty -> {
        sites.add(
            site(
                empty.operand(),
                truth == empty.empty() ? "must not be empty" : "must be empty",
                frame));
        objectsIn(empty.operand(), frame, sites);
      }
      case IrExpr.IsType type ->
          sites.add(site(type.operand(), ExpectedWords.typeTest(type, truth), frame));
      case IrExpr.Constant constant -> sites.add(new Site(Optional.empty(), "", ""));
      case IrExpr.Comprehension comprehension -> quantifier(comprehension, truth, frame, sites);
      case IrExpr.CallFunction call -> function(call, truth, frame, sites);
      case IrExpr.Local local -> local(local, truth, frame, sites);
      case IrExpr.Coalesce coalesce -> {
        boolean left = !evaluator.evaluate(coalesce.left(), frame).isAbsent();
        boolean constant = coalesce.right() instanceof IrExpr.Constant;
        collect(left || constant ? coalesce.left() : coalesce.right(), truth, frame, sites);
      }
      default -> sites.add(site(e, truth ? "must not be true" : "must be true", frame));
    }
  }

  /** Whole objects in a list each count: they are what should not be there. */
  private void objectsIn(IrExpr list, Frame frame, List<Site> sites) {
    if (evaluator.evaluate(list, frame) instanceof ListValue found) {
      found.elements().stream()
          .filter(element -> element instanceof ObjectValue object && object.root().isEmpty())
          .limit(MOST_SITES)
          .forEach(object -> sites.add(new Site(Places.ofValue(object), "", "")));
    }
  }

  private void collectLogic(IrExpr.Logic logic, boolean truth, Frame frame, List<Site> sites) {
    boolean left = evaluator.isTrue(logic.left(), frame);
    switch (logic.connective()) {
      case AND -> {
        if (truth) {
          collect(logic.left(), true, frame, sites);
          collect(logic.right(), true, frame, sites);
        } else {
          collect(left ? logic.right() : logic.left(), false, frame, sites);
        }
      }
      case OR -> {
        if (truth) {
          collect(left ? logic.left() : logic.right(), true, frame, sites);
        } else {
          collect(logic.left(), false, frame, sites);
          collect(logic.right(), false, frame, sites);
        }
      }
      case IMPLIES -> {
        if (truth && !left) {
          collect(logic.left(), false, frame, sites);
        } else {
          collect(logic.right(), truth, frame, sites);
        }
      }
    }
  }

  private void comparison(IrExpr.Compare compare, boolean truth, Frame frame, List<Site> sites) {
    operands(
        compare.left(),
        compare.right(),
        ExpectedWords.left(compare.comparison(), truth),
        ExpectedWords.left(ExpectedWords.mirrored(compare.comparison()), truth),
        frame,
        sites);
  }

  private void textTest(IrExpr.TextTest test, boolean truth, Frame frame, List<Site> sites) {
    operands(
        test.left(),
        test.right(),
        ExpectedWords.left(test.operator(), truth),
        ExpectedWords.right(test.operator(), truth),
        frame,
        sites);
  }

  /** The side that stands in the object is to blame; the other is what it is measured by. */
  private void operands(
      IrExpr left, IrExpr right, String ofLeft, String ofRight, Frame frame, List<Site> sites) {
    boolean blamesRight =
        Places.of(left, frame, evaluator).isEmpty()
            && Places.of(right, frame, evaluator).isPresent();
    IrExpr blamed = blamesRight ? right : left;
    IrExpr measure = blamesRight ? left : right;
    String words = blamesRight ? ofRight : ofLeft;
    sites.add(
        site(blamed, words + ValuePrinter.literal(evaluator.evaluate(measure, frame)), frame));
  }

  private void presence(IrExpr.IsSet set, boolean truth, Frame frame, List<Site> sites) {
    boolean mustBeSet = truth != set.set();
    sites.add(site(set.operand(), mustBeSet ? CheckResult.MUST_BE_SET : "must not be set", frame));
  }

  private void local(IrExpr.Local local, boolean truth, Frame frame, List<Site> sites) {
    var let = frame.letExpression(local.slot());
    if (let.isPresent()) {
      collect(let.get(), truth, frame, sites);
    } else {
      sites.add(site(local, truth ? "must not be true" : "must be true", frame));
    }
  }

  private void function(IrExpr.CallFunction call, boolean truth, Frame frame, List<Site> sites) {
    IrFunction function = evaluator.environment().function(call.function());
    int before = sites.size();
    collect(function.body(), truth, evaluator.enter(function, call, frame), sites);
    boolean placeless =
        sites.subList(before, sites.size()).stream().allMatch(s -> s.place().isEmpty());
    if (placeless) {
      Places.of(call.arguments(), frame, evaluator)
          .ifPresent(p -> sites.add(before, new Site(Optional.of(p), "", "")));
    }
  }

  private void quantifier(IrExpr.Comprehension e, boolean truth, Frame frame, List<Site> sites) {
    boolean wanted =
        switch (e.form()) {
          case ALL -> false;
          case ANY, NONE -> true;
          default -> truth;
        };
    boolean elements =
        switch (e.form()) {
          case ALL -> !truth;
          case ANY -> true;
          case NONE -> !truth;
          default -> false;
        };
    boolean holdsForAll =
        everyElement && truth && (e.form() == IrExpr.Form.ALL || e.form() == IrExpr.Form.NONE);
    if (holdsForAll) {
      new ComprehensionInterpreter(evaluator)
          .eachBody(
              e,
              frame,
              held -> {
                collect(e.body(), held, frame, sites);
                return sites.size() < MOST_SITES;
              });
    } else if (elements) {
      boolean any = e.form() == IrExpr.Form.ANY && !truth;
      new ComprehensionInterpreter(evaluator)
          .eachBody(
              e,
              frame,
              held -> {
                if (any) {
                  collect(e.body(), false, frame, sites);
                } else if (held == wanted) {
                  collect(e.body(), wanted, frame, sites);
                  return false;
                }
                return true;
              });
    }
    boolean placeless = sites.stream().allMatch(s -> s.place().isEmpty());
    if (placeless) {
      sites.add(
          0,
          new Site(
              BlameSources.sourcePlace(e, frame, evaluator)
                  .or(() -> BlameSources.measured(e, frame, evaluator)),
              "",
              ""));
    }
  }

  private Site site(IrExpr operand, String wanted, Frame frame) {
    IrExpr bare = operand instanceof IrExpr.Narrowed narrowed ? narrowed.operand() : operand;
    if (bare instanceof IrExpr.CallBuiltin call && call.signature().receiver().isPresent()) {
      return ofBuiltin(call, wanted, frame);
    }
    if (bare instanceof IrExpr.Coalesce choice) {
      return ofCoalesce(choice, wanted, frame);
    }
    return new Site(Places.of(operand, frame, evaluator), found(operand, frame), wanted);
  }

  /** The side that gave the value; where the policy's own default did, that is said. */
  private Site ofCoalesce(IrExpr.Coalesce choice, String wanted, Frame frame) {
    if (!evaluator.evaluate(choice.left(), frame).isAbsent()) {
      return site(choice.left(), wanted, frame);
    }
    if (!(choice.right() instanceof IrExpr.Constant constant)) {
      return site(choice.right(), wanted, frame);
    }
    Site left = site(choice.left(), wanted, frame);
    String taken = "unset, which the policy takes for " + ValuePrinter.literal(constant.value());
    return new Site(left.place(), left.member(), taken, wanted);
  }

  /** A built-in was asked of a value: that value has a place, the answer has none. */
  private Site ofBuiltin(IrExpr.CallBuiltin call, String wanted, Frame frame) {
    var place = Places.of(call, frame, evaluator);
    IrExpr receiver = call.arguments().get(0);
    if (call.signature().method() && call.type().bare() == Type.Scalar.BOOL) {
      String asked = call.span().text().substring(receiver.span().text().length() + 1);
      String words = wanted.equals("must not be true") ? "must not satisfy " : "must satisfy ";
      return new Site(
          place, found(receiver, frame), words + "`" + asked.replaceAll("\\s+", " ") + "`");
    }
    boolean chosen = !place.equals(Places.of(receiver, frame, evaluator));
    String asked = chosen ? "" : "." + call.signature().name();
    return new Site(place, asked, found(call, frame), wanted);
  }

  /** The value as words; of an unset field what Kubernetes takes it for. */
  private String found(IrExpr operand, Frame frame) {
    IrExpr bare = operand instanceof IrExpr.Narrowed narrowed ? narrowed.operand() : operand;
    Value value = evaluator.evaluate(operand, frame);
    if (bare instanceof IrExpr.ReadField read) {
      Value receiver = evaluator.evaluate(read.receiver(), frame);
      Field field = ExpressionInterpreter.fieldFor(read, receiver);
      boolean written =
          receiver instanceof ObjectValue holder && FieldReader.isWritten(holder, field);
      if (!written && field.hasFallback() && !value.isAbsent()) {
        return "unset, which Kubernetes takes for " + ValuePrinter.literal(value);
      }
    }
    return switch (value) {
      case Value.Absent absent -> "unset";
      case ObjectValue object -> "set";
      case dev.taffrail.value.ListValue list when list.elements().isEmpty() -> "empty";
      default -> ValuePrinter.literal(value);
    };
  }
}
