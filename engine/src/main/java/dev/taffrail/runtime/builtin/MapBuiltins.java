package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.runtime.builtin.Declarations.map;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.whole;

import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.Origins;
import dev.taffrail.value.Place;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.util.List;
import java.util.Optional;

/** Maps, always in the order of their keys. */
final class MapBuiltins {
  private static final Type KEY = new Type.Variable("K");
  private static final Type VALUE = new Type.Variable("V");
  private static final Type MAP = new Type.MapOf(KEY, VALUE);

  private MapBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        member(
            MAP,
            "size",
            INT,
            "The number of entries.",
            "(dict x in [\"a\", \"b\"] { x: 1 }).size == 2",
            map -> whole(map(map).entries().size())),
        member(
            MAP,
            "keys",
            new Type.SetOf(KEY),
            "The keys.",
            "(dict x in [\"b\", \"a\"] { x: 1 }).keys == [\"a\", \"b\"].toSet",
            map -> new SetValue(List.copyOf(map(map).entries().keySet()))),
        member(
            MAP,
            "values",
            new Type.ListOf(VALUE),
            "The values, in the order of their keys.",
            "(dict x in [\"b\", \"a\"] { x: x }).values == [\"a\", \"b\"]",
            map -> values(map(map))));
  }

  private static Value values(MapValue map) {
    return new ListValue(
        List.copyOf(map.entries().values()),
        new Origins.Each(map.entries().keySet().stream().map(key -> place(map, key)).toList()));
  }

  private static Optional<Place> place(MapValue map, Value key) {
    return key instanceof Value.Text(String name)
        ? map.place().map(place -> place.key(name))
        : Optional.empty();
  }
}
