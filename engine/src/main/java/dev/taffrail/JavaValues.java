package dev.taffrail;

import dev.taffrail.object.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON trees as values of Java, and the reverse. */
final class JavaValues {
  private JavaValues() {}

  static @Nullable Object of(Node node) {
    return switch (node) {
      case Node.Null nothing -> null;
      case Node.Bool bool -> bool.value();
      case Node.Int number -> number.value();
      case Node.Fraction number -> number.value();
      case Node.Text text -> text.value();
      case Node.Sequence list -> {
        var elements = new ArrayList<@Nullable Object>();
        list.elements().forEach(element -> elements.add(of(element)));
        yield Collections.unmodifiableList(elements);
      }
      case Node.Mapping mapping -> map(mapping);
    };
  }

  static Map<String, @Nullable Object> map(Node.Mapping mapping) {
    var entries = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < mapping.size(); i++) {
      entries.put(mapping.key(i), of(mapping.value(i)));
    }
    return Collections.unmodifiableMap(entries);
  }

  /**
   * The tree of a value.
   *
   * @throws IllegalArgumentException if it has none; the message says why
   */
  static Node node(@Nullable Object value) {
    return switch (value) {
      case null -> new Node.Null(0, 0);
      case Boolean bool -> new Node.Bool(bool, 0, 0);
      case String text -> new Node.Text(text, 0, 0);
      case Long number -> new Node.Int(number, 0, 0);
      case Integer number -> new Node.Int(number, 0, 0);
      case Short number -> new Node.Int(number, 0, 0);
      case BigInteger number -> new Node.Int(number.longValueExact(), 0, 0);
      case BigDecimal number -> new Node.Fraction(number, 0, 0);
      case Double number -> new Node.Fraction(new BigDecimal(Double.toString(number)), 0, 0);
      case Enum<?> word -> new Node.Text(word.name(), 0, 0);
      case Collection<?> list ->
          new Node.Sequence(list.stream().map(JavaValues::node).toList(), 0, 0);
      case Map<?, ?> map -> mapping(map);
      default ->
          throw new IllegalArgumentException(
              "a value of class %s is no JSON".formatted(value.getClass().getName()));
    };
  }

  private static Node mapping(Map<?, ?> map) {
    var keys = new String[map.size()];
    var values = new Node[map.size()];
    int at = 0;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      keys[at] = String.valueOf(entry.getKey());
      values[at++] = node(entry.getValue());
    }
    var starts = new int[keys.length];
    Arrays.fill(starts, 0);
    return new Node.Mapping(keys, starts, values, 0, 0);
  }
}
