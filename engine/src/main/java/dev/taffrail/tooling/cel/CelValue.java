package dev.taffrail.tooling.cel;

/**
 * An expression in CEL.
 *
 * @param text fails or is meaningless where the value is absent
 * @param present holds if there is a value; empty if there always is
 * @param isSimple needs no parentheses before a dot
 */
record CelValue(String text, String present, boolean isSimple) {
  static CelValue simple(String text) {
    return new CelValue(text, "", true);
  }

  static CelValue compound(String text) {
    return new CelValue(text, "", false);
  }

  /** Fit to stand before a dot or between operators. */
  String operand() {
    return isSimple ? text : "(" + text + ")";
  }

  CelValue whenPresent(String condition) {
    return new CelValue(text, condition, isSimple);
  }

  /** Whether there is a value, as an expression. */
  CelValue presence() {
    return present.isEmpty() ? simple("true") : compound(present);
  }

  static String and(String left, String right) {
    return left.isEmpty() ? right : right.isEmpty() ? left : left + " && " + right;
  }
}
