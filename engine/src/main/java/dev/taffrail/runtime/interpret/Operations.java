package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.runtime.builtin.Selections;
import dev.taffrail.value.BoundedText;
import dev.taffrail.value.Cidr;
import dev.taffrail.value.DurationValue;
import dev.taffrail.value.Glob;
import dev.taffrail.value.ImageRef;
import dev.taffrail.value.InstantValue;
import dev.taffrail.value.Ip;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.Numbers;
import dev.taffrail.value.Ordering;
import dev.taffrail.value.Quantity;
import dev.taffrail.value.RangeValue;
import dev.taffrail.value.RegexValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import dev.taffrail.value.ValuePrinter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/** What operators do with values that are there. */
final class Operations {

  boolean compare(IrExpr.Comparison comparison, Value left, Value right) {
    return switch (comparison) {
      case EQUAL -> left.equals(right);
      case NOT_EQUAL -> !left.equals(right);
      case LESS -> Ordering.compare(left, right) < 0;
      case LESS_OR_EQUAL -> Ordering.compare(left, right) <= 0;
      case GREATER -> Ordering.compare(left, right) > 0;
      case GREATER_OR_EQUAL -> Ordering.compare(left, right) >= 0;
    };
  }

  boolean isIn(Value element, Value collection) {
    return switch (collection) {
      case ListValue list -> list.elements().contains(element);
      case SetValue set -> set.contains(element);
      case MapValue map -> map.entries().containsKey(element);
      case RangeValue range -> range.contains(element);
      default -> throw new IllegalStateException("not a collection: " + collection);
    };
  }

  boolean text(IrExpr.TextOperator operator, Value left, Value right) {
    return switch (operator) {
      case MATCHES -> matches(left, right);
      case NOT_MATCHES -> !matches(left, right);
      case CONTAINS -> contains(left, right);
      case STARTS_WITH -> textOf(left).startsWith(textOf(right));
      case ENDS_WITH -> textOf(left).endsWith(textOf(right));
    };
  }

  private static boolean matches(Value left, Value right) {
    return switch (right) {
      case RegexValue regex -> regex.matches(textOf(left));
      case Glob glob -> glob.matches(textOf(left));
      default -> throw new IllegalStateException("not a pattern: " + right);
    };
  }

  private static boolean contains(Value left, Value right) {
    if (left instanceof Cidr cidr) {
      return right instanceof Ip ip ? cidr.contains(ip) : cidr.contains((Cidr) right);
    }
    return right instanceof RegexValue regex
        ? regex.find(textOf(left))
        : textOf(left).contains(textOf(right));
  }

  static String textOf(Value value) {
    return switch (value) {
      case Value.Text text -> text.value();
      case ImageRef image -> image.text();
      default -> throw new IllegalStateException("not text: " + value);
    };
  }

  Value join(List<Value> parts) {
    var text = new BoundedText();
    parts.forEach(part -> text.append(ValuePrinter.plain(part)));
    return text.build();
  }

  Value arithmetic(IrExpr.ArithmeticOperator operator, Value left, Value right, Type type) {
    return switch (operator) {
      case PLUS -> plus(left, right);
      case MINUS -> minus(left, right);
      case TIMES -> times(left, right);
      case DIVIDE -> divide(left, right);
      case REMAINDER -> Numbers.remainder(left, right);
    };
  }

  private Value plus(Value left, Value right) {
    return switch (left) {
      case Value.Text text -> join(List.of(left, right));
      case Quantity quantity -> quantity.plus((Quantity) right);
      case DurationValue duration -> duration.plus((DurationValue) right);
      case InstantValue instant -> instant.plus((DurationValue) right);
      case ListValue list -> Selections.flatten(ListValue.of(List.of(list, right)));
      case SetValue set -> {
        var all = new ArrayList<>(set.elements());
        all.addAll(((SetValue) right).elements());
        yield SetValue.of(all);
      }
      case MapValue map -> {
        var all = new LinkedHashMap<>(map.entries());
        all.putAll(((MapValue) right).entries());
        yield MapValue.of(all);
      }
      default -> Numbers.add(left, right);
    };
  }

  private static Value minus(Value left, Value right) {
    return switch (left) {
      case Quantity quantity -> quantity.minus((Quantity) right);
      case DurationValue duration -> duration.minus((DurationValue) right);
      case InstantValue instant ->
          right instanceof InstantValue other
              ? instant.minus(other)
              : instant.minus((DurationValue) right);
      case ListValue list -> without(list, right);
      case SetValue set -> {
        var others = new HashSet<>(elementsOf(right));
        yield new SetValue(set.elements().stream().filter(e -> !others.contains(e)).toList());
      }
      default -> Numbers.subtract(left, right);
    };
  }

  private static ListValue without(ListValue list, Value right) {
    var others = new HashSet<>(elementsOf(right));
    return Selections.pick(
        list,
        IntStream.range(0, list.elements().size())
            .filter(i -> !others.contains(list.elements().get(i))));
  }

  private static List<Value> elementsOf(Value collection) {
    return switch (collection) {
      case ListValue list -> list.elements();
      case SetValue set -> set.elements();
      default -> throw new IllegalStateException("not a collection: " + collection);
    };
  }

  private static Value times(Value left, Value right) {
    if (left instanceof Quantity quantity) {
      return quantity.times(Numbers.amount(right));
    }
    if (right instanceof Quantity quantity) {
      return quantity.times(Numbers.amount(left));
    }
    return left instanceof DurationValue duration
        ? duration.times(Numbers.amount(right))
        : Numbers.multiply(left, right);
  }

  private static Value divide(Value left, Value right) {
    if (left instanceof Quantity quantity) {
      return right instanceof Quantity other
          ? quantity.ratio(other)
          : quantity.dividedBy(Numbers.amount(right));
    }
    return Numbers.divide(left, right);
  }

  Value negate(Value value) {
    return switch (value) {
      case Quantity quantity -> quantity.times(BigDecimal.ONE.negate());
      case DurationValue duration -> new DurationValue(duration.value().negated());
      default -> Numbers.negate(value);
    };
  }

  Value adapt(Value value, Type type) {
    return switch (value) {
      case Value.Int number -> new Value.Decimal(BigDecimal.valueOf(number.value()));
      case ListValue list when type instanceof Type.SetOf -> SetValue.of(list.elements());
      case SetValue set when type instanceof Type.ListOf -> ListValue.of(set.elements());
      default -> value;
    };
  }
}
