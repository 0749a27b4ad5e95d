package dev.taffrail.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A port or amount that is a number or text; the content is {@link Value.Int} or {@link
 * Value.Text}.
 */
public record IntOrString(Value content) implements Value {

  /** From text alone: digits become a number, as on a command line. */
  public static IntOrString of(String text) {
    try {
      return new IntOrString(new Value.Int(Integer.parseInt(text)));
    } catch (NumberFormatException noNumber) {
      return new IntOrString(new Value.Text(text));
    }
  }

  public Optional<Value.Int> number() {
    return content instanceof Value.Int number ? Optional.of(number) : Optional.empty();
  }

  /** The text, if it is no percentage. */
  public Optional<Value.Text> name() {
    return content instanceof Value.Text text && percent().isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The text as a percentage; Kubernetes knows only whole ones here. */
  public Optional<Percent> percent() {
    return content instanceof Value.Text(String text) && !text.contains(".")
        ? Percent.parse(text)
        : Optional.empty();
  }

  /**
   * The number itself, or this share of a total.
   *
   * @throws EvaluationError if it is neither a number nor a percentage
   */
  public Value.Int of(long total, RoundingMode rounding) {
    if (content instanceof Value.Int number) {
      return number;
    }
    Percent share =
        percent()
            .orElseThrow(
                () ->
                    new EvaluationError(
                        ErrorCode.MALFORMED,
                        "`%s` must be a number or a percentage such as `25%%`"
                            .formatted(ValuePrinter.plain(content))));
    BigDecimal part = share.value().multiply(BigDecimal.valueOf(total)).movePointLeft(2);
    return Numbers.whole(part, rounding);
  }
}
