package dev.taffrail.compiler.ast;

import java.util.Locale;

/** The keywords that open a comprehension. */
public enum Quantifier {
  ALL,
  ANY,
  NONE,
  ONE,
  COUNT,
  FIRST,
  UNIQUE,
  FILTER,
  MAP,
  SET,
  DICT,
  SUM,
  MIN,
  MAX,
  GROUP,
  SORT,
  CLOSURE;

  /** The keyword as written. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }
}
