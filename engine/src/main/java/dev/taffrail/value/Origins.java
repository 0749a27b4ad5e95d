package dev.taffrail.value;

import java.util.List;
import java.util.Optional;

/** Where the elements of a list came from; never part of equality. */
public sealed interface Origins {
  Origins NONE = new None();

  /** The place of an element, if it stands in an object. */
  Optional<Place> of(int index);

  /** Computed, not read. */
  record None() implements Origins {
    @Override
    public Optional<Place> of(int index) {
      return Optional.empty();
    }
  }

  /** The elements of one list of an object, in its order. */
  record WholeList(Place list) implements Origins {
    @Override
    public Optional<Place> of(int index) {
      return Optional.of(list.element(index));
    }
  }

  /** A place of its own for each element. */
  record Each(List<Optional<Place>> places) implements Origins {
    public Each {
      places = List.copyOf(places);
    }

    @Override
    public Optional<Place> of(int index) {
      return places.get(index);
    }
  }
}
