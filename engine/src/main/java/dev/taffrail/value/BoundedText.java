package dev.taffrail.value;

/**
 * Text under construction, which may not grow beyond the documented limit: loops over lists could
 * otherwise build texts of any size from a small manifest.
 */
public final class BoundedText {
  /** The limit, in code points. */
  public static final int MOST = 65_536;

  private final StringBuilder text = new StringBuilder();
  private int length;

  /**
   * Adds at the end.
   *
   * @throws EvaluationError beyond the limit
   */
  public BoundedText append(String more) {
    length += more.codePointCount(0, more.length());
    if (length > MOST) {
      throw new EvaluationError(
          ErrorCode.LIMIT, "a text grew beyond %d characters".formatted(MOST));
    }
    text.append(more);
    return this;
  }

  public Value.Text build() {
    return new Value.Text(text.toString());
  }

  /** Two texts in a row. */
  public static Value.Text concat(String left, String right) {
    return new BoundedText().append(left).append(right).build();
  }
}
