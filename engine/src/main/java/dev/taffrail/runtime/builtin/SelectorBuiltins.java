package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.BOOL;
import static dev.taffrail.compiler.type.Type.Scalar.SELECTOR;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;
import static dev.taffrail.runtime.builtin.Declarations.map;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.method;
import static dev.taffrail.runtime.builtin.Declarations.on;
import static dev.taffrail.runtime.builtin.Declarations.string;
import static dev.taffrail.runtime.builtin.Declarations.truth;
import static dev.taffrail.runtime.builtin.Declarations.with;

import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.Selector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Label selectors that are written in policies. */
final class SelectorBuiltins {
  private static final Type LABELS = new Type.MapOf(STRING, STRING);

  private SelectorBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        method(
            SELECTOR,
            "selects",
            with("labels", LABELS),
            BOOL,
            "Whether the labels meet all its requirements.",
            "selector\"app=web,!test\".selects({ \"app\": \"web\" })",
            (selector, labels) -> truth(((Selector) selector).selects(strings(map(labels))))),
        member(
            SELECTOR,
            "isEverything",
            BOOL,
            "Whether it has no requirement and so selects everything.",
            "not selector\"app=web\".isEverything",
            on(Selector.class, selector -> truth(selector.isEverything()))));
  }

  private static Map<String, String> strings(MapValue labels) {
    var strings = new HashMap<String, String>();
    labels.entries().forEach((key, value) -> strings.put(string(key), string(value)));
    return strings;
  }
}
