package dev.taffrail.compiler.ir;

import dev.taffrail.compiler.type.Signature;
import java.util.Set;

/**
 * Which operations on collections look at their elements as a whole, and which only hand them on:
 * what is read of an element, and what its unset fields mean, depends on it.
 */
public final class ElementUse {
  private static final Set<String> HANDING_ON =
      Set.of(
          "size",
          "first",
          "last",
          "take",
          "drop",
          "reversed",
          "flatten",
          "toList",
          "keys",
          "values",
          "sensitive");

  private ElementUse() {}

  /** Whether a built-in gives on what it is given without looking at it. */
  public static boolean handsOn(Signature builtin) {
    return HANDING_ON.contains(builtin.name());
  }

  /** Whether results of a comprehension are compared with each other, and not only collected. */
  public static boolean comparesResults(IrExpr.Form form) {
    return switch (form) {
      case UNIQUE, SET, DICT, GROUP, SORT, MIN, MAX, CLOSURE -> true;
      case ALL, ANY, NONE, ONE, COUNT, FIRST, FILTER, MAP, SUM -> false;
    };
  }
}
