package dev.taffrail.runtime.external;

import dev.taffrail.object.MovedNodes;
import dev.taffrail.object.Node;
import dev.taffrail.value.DurationValue;
import dev.taffrail.value.EnumValue;
import dev.taffrail.value.IntOrString;
import dev.taffrail.value.JsonValue;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import dev.taffrail.value.ValuePrinter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values as they would be written in a manifest; all of a value has one place. */
public final class ValueNodes {
  private ValueNodes() {}

  public static Node of(Value value, int start, int end) {
    return switch (value) {
      case Value.Absent absent -> new Node.Null(start, end);
      case Value.Bool bool -> new Node.Bool(bool.value(), start, end);
      case Value.Int number -> new Node.Int(number.value(), start, end);
      case Value.Decimal number -> new Node.Fraction(number.value(), start, end);
      case Value.Text text -> new Node.Text(text.value(), start, end);
      case IntOrString either -> of(either.content(), start, end);
      case EnumValue member -> new Node.Text(member.member(), start, end);
      case ListValue list -> sequence(list.elements(), start, end);
      case SetValue set -> sequence(set.elements(), start, end);
      case MapValue map -> {
        var entries = new LinkedHashMap<String, Value>();
        map.entries().forEach((key, v) -> entries.put(ValuePrinter.plain(key), v));
        yield mapping(entries, start, end);
      }
      case RecordValue record -> {
        var entries = new LinkedHashMap<>(record.fields());
        entries.values().removeIf(Value::isAbsent);
        yield mapping(entries, start, end);
      }
      case ObjectValue object -> MovedNodes.of(object.node(), start, end);
      case JsonValue json -> MovedNodes.of(json.node(), start, end);
      case DurationValue time -> new Node.Text(seconds(time), start, end);
      default -> new Node.Text(ValuePrinter.plain(value), start, end);
    };
  }

  /** Literals of the language have units that manifests do not know, such as days. */
  private static String seconds(DurationValue time) {
    var value = time.value();
    return BigDecimal.valueOf(value.getSeconds())
            .add(BigDecimal.valueOf(value.getNano(), 9))
            .stripTrailingZeros()
            .toPlainString()
        + "s";
  }

  private static Node sequence(Collection<Value> elements, int start, int end) {
    return new Node.Sequence(
        elements.stream().map(element -> of(element, start, end)).toList(), start, end);
  }

  private static Node mapping(Map<String, Value> entries, int start, int end) {
    var keyStarts = new int[entries.size()];
    java.util.Arrays.fill(keyStarts, start);
    return new Node.Mapping(
        entries.keySet().toArray(String[]::new),
        keyStarts,
        entries.values().stream().map(v -> of(v, start, end)).toArray(Node[]::new),
        start,
        end);
  }
}
