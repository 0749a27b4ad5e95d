package dev.taffrail.value;

/** The order of values. */
public final class Ordering {
  private Ordering() {}

  /** Compares two values of one ordered type; numbers of both kinds compare by amount. */
  public static int compare(Value a, Value b) {
    throw new UnsupportedOperationException("written next");
  }

  /** A total order over all values, consistent with equality; used for sets, maps and reports. */
  public static int total(Value a, Value b) {
    throw new UnsupportedOperationException("written next");
  }
}
