package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.runtime.builtin.Declarations.LIST;
import static dev.taffrail.runtime.builtin.Declarations.SET;
import static dev.taffrail.runtime.builtin.Declarations.elements;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.method;
import static dev.taffrail.runtime.builtin.Declarations.on;
import static dev.taffrail.runtime.builtin.Declarations.whole;
import static dev.taffrail.runtime.builtin.Declarations.with;

import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.util.HashSet;
import java.util.List;

/** Sets. */
final class SetBuiltins {
  private SetBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        member(
            SET,
            "size",
            INT,
            "The number of elements.",
            "[1, 2].toSet.size == 2",
            on(SetValue.class, set -> whole(set.elements().size()))),
        member(
            SET,
            "toList",
            LIST,
            "The elements in their order.",
            "[2, 1].toSet.toList == [1, 2]",
            on(SetValue.class, set -> ListValue.of(set.elements()))),
        ListBuiltins.overlaps(SET, SET, "[1, 2].toSet.overlaps([2, 3].toSet)"),
        ListBuiltins.overlaps(SET, LIST, "[1, 2].toSet.overlaps([2, 3])"),
        intersect(SET, "[1, 2].toSet.intersect([2, 3].toSet) == [2].toSet"),
        intersect(LIST, "[1, 2].toSet.intersect([2, 3]) == [2].toSet"));
  }

  private static Builtin intersect(Type other, String example) {
    return method(
        SET,
        "intersect",
        with("other", other),
        SET,
        "The elements that the other has too.",
        example,
        (receiver, argument) -> intersect((SetValue) receiver, elements(argument)));
  }

  private static Value intersect(SetValue set, List<Value> other) {
    var wanted = new HashSet<>(other);
    return new SetValue(set.elements().stream().filter(wanted::contains).toList());
  }
}
