package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrClause;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.DurationValue;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.Numbers;
import dev.taffrail.value.Ordering;
import dev.taffrail.value.Origins;
import dev.taffrail.value.Place;
import dev.taffrail.value.Quantity;
import dev.taffrail.value.RangeValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What comprehensions mean: every form as a way to use elements one after the other. */
final class ComprehensionInterpreter {
  private final ExpressionInterpreter expressions;

  ComprehensionInterpreter(ExpressionInterpreter expressions) {
    this.expressions = expressions;
  }

  /** Gets one element after the other; says false to stop. */
  @FunctionalInterface
  interface Step {
    boolean take(Value element, Optional<Place> place);
  }

  Value evaluate(IrExpr.Comprehension e, Frame frame) {
    return switch (e.form()) {
      case ALL -> Value.Bool.of(!anyBody(e, frame, false));
      case ANY -> Value.Bool.of(anyBody(e, frame, true));
      case NONE -> Value.Bool.of(!anyBody(e, frame, true));
      case ONE -> Value.Bool.of(count(e, frame, 2) == 1);
      case COUNT -> new Value.Int(count(e, frame, Long.MAX_VALUE));
      case FIRST -> first(e, frame);
      case FILTER -> filter(e, frame);
      case UNIQUE -> Value.Bool.of(unique(e, frame));
      case MAP -> map(e, frame);
      case SET -> SetValue.of(bodies(e, frame));
      case DICT -> dict(e, frame);
      case GROUP -> group(e, frame);
      case SORT -> sort(e, frame);
      case CLOSURE -> new Closure(e, expressions, frame).map();
      case SUM -> sum(bodies(e, frame), e.type());
      case MIN -> bodies(e, frame).stream().min(Ordering::compare).orElse(Value.absent());
      case MAX -> bodies(e, frame).stream().max(Ordering::compare).orElse(Value.absent());
    };
  }

  private boolean anyBody(IrExpr.Comprehension e, Frame frame, boolean wanted) {
    boolean[] found = {false};
    walk(
        e,
        frame,
        (element, place) -> {
          found[0] = expressions.isTrue(e.body(), frame) == wanted;
          return !found[0];
        });
    return found[0];
  }

  /** For explanations: whether the body holds, element after element, with their names bound. */
  void eachBody(IrExpr.Comprehension e, Frame frame, java.util.function.Predicate<Boolean> step) {
    walk(e, frame, (element, place) -> step.test(expressions.isTrue(e.body(), frame)));
  }

  private long count(IrExpr.Comprehension e, Frame frame, long enough) {
    long[] count = {0};
    walk(
        e,
        frame,
        (element, place) -> {
          if (expressions.isTrue(e.body(), frame)) {
            count[0]++;
          }
          return count[0] < enough;
        });
    return count[0];
  }

  private Value first(IrExpr.Comprehension e, Frame frame) {
    var found = new ArrayList<Value>(1);
    walk(
        e,
        frame,
        (element, place) -> {
          if (expressions.isTrue(e.body(), frame)) {
            found.add(element);
          }
          return found.isEmpty();
        });
    return found.isEmpty() ? Value.absent() : found.get(0);
  }

  private Value filter(IrExpr.Comprehension e, Frame frame) {
    var elements = new ArrayList<Value>();
    var places = new ArrayList<Optional<Place>>();
    walk(
        e,
        frame,
        (element, place) -> {
          if (expressions.isTrue(e.body(), frame)) {
            elements.add(element);
            places.add(place);
          }
          return true;
        });
    return new ListValue(elements, new Origins.Each(places));
  }

  /** What is made of an element stands where it stands, unless it is read from elsewhere. */
  private Value map(IrExpr.Comprehension e, Frame frame) {
    var elements = new ArrayList<Value>();
    var places = new ArrayList<Optional<Place>>();
    walk(
        e,
        frame,
        (element, place) -> {
          Value made = expressions.evaluate(e.body(), frame);
          elements.add(made);
          places.add(Places.ofValue(made).or(() -> place));
          return true;
        });
    return new ListValue(elements, new Origins.Each(places));
  }

  private boolean unique(IrExpr.Comprehension e, Frame frame) {
    Set<Value> seen = new HashSet<>();
    boolean[] unique = {true};
    walk(
        e,
        frame,
        (element, place) -> {
          unique[0] = seen.add(expressions.evaluate(e.body(), frame));
          return unique[0];
        });
    return unique[0];
  }

  private List<Value> bodies(IrExpr.Comprehension e, Frame frame) {
    var values = new ArrayList<Value>();
    walk(
        e,
        frame,
        (element, place) -> {
          values.add(expressions.evaluate(e.body(), frame));
          return true;
        });
    return values;
  }

  private Value dict(IrExpr.Comprehension e, Frame frame) {
    var entries = new LinkedHashMap<Value, Value>();
    walk(
        e,
        frame,
        (element, place) -> {
          Value key = expressions.evaluate(e.body(), frame);
          entries.put(key, expressions.evaluate(e.second().orElseThrow(), frame));
          return true;
        });
    return MapValue.of(entries);
  }

  private Value group(IrExpr.Comprehension e, Frame frame) {
    var groups = new LinkedHashMap<Value, List<Value>>();
    walk(
        e,
        frame,
        (element, place) -> {
          for (Value key : keys(expressions.evaluate(e.body(), frame))) {
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(element);
          }
          return true;
        });
    var entries = new LinkedHashMap<Value, Value>();
    groups.forEach((key, elements) -> entries.put(key, ListValue.of(elements)));
    return MapValue.of(entries);
  }

  private static List<Value> keys(Value body) {
    return switch (body) {
      case ListValue list -> list.elements();
      case SetValue set -> set.elements();
      default -> List.of(body);
    };
  }

  private record Keyed(Value key, Value element, Optional<Place> place) {}

  private Value sort(IrExpr.Comprehension e, Frame frame) {
    var keyed = new ArrayList<Keyed>();
    walk(
        e,
        frame,
        (element, place) -> {
          keyed.add(new Keyed(expressions.evaluate(e.body(), frame), element, place));
          return true;
        });
    keyed.sort(Comparator.comparing(Keyed::key, Ordering::total));
    return new ListValue(
        keyed.stream().map(Keyed::element).toList(),
        new Origins.Each(keyed.stream().map(Keyed::place).toList()));
  }

  private static Value sum(List<Value> values, Type type) {
    Value total =
        switch (type) {
          case Type.Scalar scalar ->
              switch (scalar) {
                case QUANTITY -> Quantity.of(BigDecimal.ZERO);
                case DURATION -> new DurationValue(Duration.ZERO);
                case DECIMAL -> new Value.Decimal(BigDecimal.ZERO);
                default -> new Value.Int(0);
              };
          default -> throw new IllegalStateException("no sum of " + type);
        };
    for (Value value : values) {
      total =
          switch (total) {
            case Quantity quantity -> quantity.plus((Quantity) value);
            case DurationValue duration -> duration.plus((DurationValue) value);
            default -> Numbers.add(total, value);
          };
    }
    return total;
  }

  private void walk(IrExpr.Comprehension e, Frame frame, Step step) {
    walk(e, 0, frame, Value.absent(), Optional.empty(), step);
  }

  private boolean walk(
      IrExpr.Comprehension e,
      int clause,
      Frame frame,
      Value element,
      Optional<Place> place,
      Step step) {
    if (clause == e.clauses().size()) {
      frame.budget.spend();
      return e.where().isPresent() && !expressions.isTrue(e.where().get(), frame)
          || step.take(element, place);
    }
    return switch (e.clauses().get(clause)) {
      case IrClause.Binding binding -> {
        frame.set(
            binding.slot(),
            expressions.evaluate(binding.value(), frame),
            Places.of(binding.value(), frame, expressions));
        yield walk(e, clause + 1, frame, element, place, step);
      }
      case IrClause.Generator generator ->
          iterate(
              generator,
              frame,
              (inner, innerPlace) -> walk(e, clause + 1, frame, inner, innerPlace, step));
    };
  }

  /** Binds one element after the other; true if it was not stopped. */
  boolean iterate(IrClause.Generator generator, Frame frame, Step step) {
    Value source = expressions.evaluate(generator.source(), frame);
    return switch (source) {
      case ListValue list -> overList(list, generator, frame, step);
      case SetValue set -> overList(ListValue.of(set.elements()), generator, frame, step);
      case MapValue map -> overMap(map, generator, frame, step);
      case RangeValue range -> overRange(range, generator, frame, step);
      default -> throw new IllegalStateException("not a collection: " + source);
    };
  }

  private static boolean overList(
      ListValue list, IrClause.Generator generator, Frame frame, Step step) {
    int i = 0;
    for (Value element : list.elements()) {
      frame.budget.spend();
      Optional<Place> place = list.origins().of(i);
      if (generator.keySlot() >= 0) {
        frame.set(generator.keySlot(), new Value.Int(i), place);
      }
      i++;
      frame.set(generator.elementSlot(), element, place);
      if (!step.take(element, place)) {
        return false;
      }
    }
    return true;
  }

  private static boolean overMap(
      MapValue map, IrClause.Generator generator, Frame frame, Step step) {
    for (Map.Entry<Value, Value> entry : map.entries().entrySet()) {
      frame.budget.spend();
      Optional<Place> place =
          entry.getKey() instanceof Value.Text key
              ? map.place().map(p -> p.key(key.value()))
              : Optional.empty();
      Value element = entry.getKey();
      if (generator.keySlot() >= 0) {
        frame.set(generator.keySlot(), entry.getKey(), place);
        element = entry.getValue();
      }
      frame.set(generator.elementSlot(), element, place);
      if (!step.take(element, place)) {
        return false;
      }
    }
    return true;
  }

  private static boolean overRange(
      RangeValue range, IrClause.Generator generator, Frame frame, Step step) {
    if (!(range.low() instanceof Value.Int low) || !(range.high() instanceof Value.Int high)) {
      throw new EvaluationError(
          ErrorCode.WRONG_SHAPE, "only ranges of whole numbers can be walked");
    }
    for (long i = low.value(); i <= high.value(); i++) {
      frame.budget.spend();
      if (generator.keySlot() >= 0) {
        frame.set(generator.keySlot(), new Value.Int(i - low.value()), Optional.empty());
      }
      Value element = new Value.Int(i);
      frame.set(generator.elementSlot(), element, Optional.empty());
      if (!step.take(element, Optional.empty()) || i == Long.MAX_VALUE) {
        return i == Long.MAX_VALUE;
      }
    }
    return true;
  }
}
