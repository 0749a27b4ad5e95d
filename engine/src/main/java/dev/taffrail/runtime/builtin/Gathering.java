package dev.taffrail.runtime.builtin;

import dev.taffrail.value.ListValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Origins;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list put together from several places, each element with its own. */
final class Gathering {
  private final List<Value> elements = new ArrayList<>();
  private final List<Optional<Place>> places = new ArrayList<>();

  void add(Value element, Place place) {
    elements.add(element);
    places.add(Optional.of(place));
  }

  void add(ObjectValue element) {
    add(element, element.place());
  }

  ListValue list() {
    return new ListValue(elements, new Origins.Each(places));
  }
}
