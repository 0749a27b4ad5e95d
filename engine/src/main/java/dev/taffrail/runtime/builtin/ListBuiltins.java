package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.BOOL;
import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.runtime.builtin.Declarations.LIST;
import static dev.taffrail.runtime.builtin.Declarations.SET;
import static dev.taffrail.runtime.builtin.Declarations.T;
import static dev.taffrail.runtime.builtin.Declarations.elements;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.method;
import static dev.taffrail.runtime.builtin.Declarations.number;
import static dev.taffrail.runtime.builtin.Declarations.on;
import static dev.taffrail.runtime.builtin.Declarations.optional;
import static dev.taffrail.runtime.builtin.Declarations.truth;
import static dev.taffrail.runtime.builtin.Declarations.whole;
import static dev.taffrail.runtime.builtin.Declarations.with;

import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Lists; what remains of a list keeps the places of its elements. */
final class ListBuiltins {
  private ListBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        member(
            LIST,
            "size",
            INT,
            "The number of elements.",
            "[\"a\", \"b\"].size == 2",
            on(ListValue.class, list -> whole(list.elements().size()))),
        member(
            LIST,
            "first",
            optional(T),
            "The first element; unset if there is none.",
            "[\"a\", \"b\"].first! == \"a\"",
            on(
                ListValue.class,
                list -> list.elements().isEmpty() ? Value.absent() : list.elements().getFirst())),
        member(
            LIST,
            "last",
            optional(T),
            "The last element; unset if there is none.",
            "[\"a\", \"b\"].last! == \"b\"",
            on(
                ListValue.class,
                list -> list.elements().isEmpty() ? Value.absent() : list.elements().getLast())),
        method(
            LIST,
            "take",
            with("count", INT),
            LIST,
            "The first elements, at most `count` of them.",
            "[1, 2, 3].take(2) == [1, 2]",
            (receiver, count) -> take((ListValue) receiver, number(count))),
        method(
            LIST,
            "drop",
            with("count", INT),
            LIST,
            "Without the first `count` elements.",
            "[1, 2, 3].drop(2) == [3]",
            (receiver, count) -> drop((ListValue) receiver, number(count))),
        member(
            LIST,
            "reversed",
            LIST,
            "The last element first.",
            "[1, 2, 3].reversed == [3, 2, 1]",
            on(ListValue.class, ListBuiltins::reversed)),
        member(
            new Type.ListOf(LIST),
            "flatten",
            LIST,
            "The elements of all its lists in a row.",
            "[[1, 2], [3]].flatten == [1, 2, 3]",
            on(ListValue.class, Selections::flatten)),
        member(
            LIST,
            "distinct",
            LIST,
            "Every element once, where it first was.",
            "[2, 1, 2].distinct == [2, 1]",
            on(ListValue.class, ListBuiltins::distinct)),
        member(
            LIST,
            "toSet",
            SET,
            "The different elements.",
            "[2, 1, 2].toSet.size == 2",
            on(ListValue.class, list -> SetValue.of(list.elements()))),
        overlaps(LIST, LIST, "[1, 2].overlaps([2, 3])"),
        overlaps(LIST, SET, "[1, 2].overlaps([2, 3].toSet)"),
        intersect(LIST, "[3, 2, 1].intersect([1, 3]) == [3, 1]"),
        intersect(SET, "[3, 2, 1].intersect([1, 3].toSet) == [3, 1]"));
  }

  /** For lists and sets on either side. */
  static Builtin overlaps(Type receiverType, Type other, String example) {
    return method(
        receiverType,
        "overlaps",
        with("other", other),
        BOOL,
        "Whether both have an element in common.",
        example,
        (receiver, argument) -> truth(Selections.overlap(elements(receiver), elements(argument))));
  }

  private static Builtin intersect(Type other, String example) {
    return method(
        LIST,
        "intersect",
        with("other", other),
        LIST,
        "The elements that the other has too, in the order of this list.",
        example,
        (receiver, argument) -> intersect((ListValue) receiver, elements(argument)));
  }

  private static Value take(ListValue list, long count) {
    int end = Math.clamp(count, 0, list.elements().size());
    return Selections.pick(list, IntStream.range(0, end));
  }

  private static Value drop(ListValue list, long count) {
    int size = list.elements().size();
    return Selections.pick(list, IntStream.range(Math.clamp(count, 0, size), size));
  }

  private static Value reversed(ListValue list) {
    int size = list.elements().size();
    return Selections.pick(list, IntStream.range(0, size).map(i -> size - 1 - i));
  }

  private static Value distinct(ListValue list) {
    var seen = new HashSet<Value>();
    return Selections.pick(
        list,
        IntStream.range(0, list.elements().size()).filter(i -> seen.add(list.elements().get(i))));
  }

  private static Value intersect(ListValue list, List<Value> other) {
    var wanted = new HashSet<>(other);
    return Selections.pick(
        list,
        IntStream.range(0, list.elements().size())
            .filter(i -> wanted.contains(list.elements().get(i))));
  }
}
