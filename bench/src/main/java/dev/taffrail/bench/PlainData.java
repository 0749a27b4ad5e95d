package dev.taffrail.bench;

import dev.taffrail.object.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** An object tree as maps, lists and boxed values; without nulls, which the API server drops. */
final class PlainData {
  private PlainData() {}

  static Object of(Node node) {
    return switch (node) {
      case Node.Text text -> text.value();
      case Node.Bool bool -> bool.value();
      case Node.Int number -> number.value();
      case Node.Fraction number -> number.value().doubleValue();
      case Node.Null nothing -> throw new IllegalArgumentException("null has no plain form");
      case Node.Sequence list -> {
        var elements = new ArrayList<Object>();
        for (Node element : list.elements()) {
          elements.add(of(element));
        }
        yield elements;
      }
      case Node.Mapping mapping -> {
        var entries = new LinkedHashMap<String, Object>();
        for (int i = 0; i < mapping.size(); i++) {
          if (!(mapping.value(i) instanceof Node.Null)) {
            entries.put(mapping.key(i), of(mapping.value(i)));
          }
        }
        yield entries;
      }
    };
  }
}
