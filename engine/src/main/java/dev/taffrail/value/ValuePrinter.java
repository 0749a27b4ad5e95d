package dev.taffrail.value;

/** How values look in messages. */
public final class ValuePrinter {
  private ValuePrinter() {}

  /** Plain form for messages: text without quotes, lists in brackets, objects by their title. */
  public static String plain(Value value) {
    throw new UnsupportedOperationException("written next");
  }

  /** Literal form as it would be typed in a policy: text in quotes. */
  public static String literal(Value value) {
    throw new UnsupportedOperationException("written next");
  }
}
