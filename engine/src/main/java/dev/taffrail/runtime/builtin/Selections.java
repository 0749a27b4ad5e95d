package dev.taffrail.runtime.builtin;

import dev.taffrail.value.ListValue;
import dev.taffrail.value.Origins;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Lists made of elements of other lists, which stay known to come from where they came from. */
public final class Selections {
  private Selections() {}

  /** The elements at some indexes, in the order of those. */
  public static ListValue pick(ListValue list, IntStream indexes) {
    var elements = new ArrayList<Value>();
    var places = new ArrayList<Optional<Place>>();
    indexes.forEach(
        i -> {
          elements.add(list.elements().get(i));
          places.add(list.origins().of(i));
        });
    return new ListValue(elements, new Origins.Each(places));
  }

  /** The elements of all lists of a list in a row. */
  public static ListValue flatten(ListValue lists) {
    var elements = new ArrayList<Value>();
    var places = new ArrayList<Optional<Place>>();
    for (Value value : lists.elements()) {
      var list = (ListValue) value;
      for (int i = 0; i < list.elements().size(); i++) {
        elements.add(list.elements().get(i));
        places.add(list.origins().of(i));
      }
    }
    return new ListValue(elements, new Origins.Each(places));
  }

  static boolean overlap(List<Value> a, List<Value> b) {
    return !Collections.disjoint(new HashSet<>(a), b);
  }
}
