package dev.taffrail.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an expression computes; immutable.
 *
 * <p>Where a value came from (see {@link Place}) is never part of its equality.
 */
public sealed interface Value
    permits Value.Absent,
        Value.Bool,
        Value.Int,
        Value.Decimal,
        Value.Text,
        BytesValue,
        Quantity,
        DurationValue,
        InstantValue,
        DateValue,
        Percent,
        SemVer,
        Ip,
        Cidr,
        IntOrString,
        ImageRef,
        ImagePrefix,
        RegexValue,
        Glob,
        Selector,
        PathPattern,
        CronValue,
        CertificateValue,
        PrivateKeyValue,
        EnumValue,
        RangeValue,
        ListValue,
        SetValue,
        MapValue,
        RecordValue,
        ObjectValue,
        JsonValue {

  /** The one value of a missing optional. */
  enum Absent implements Value {
    ABSENT
  }

  enum Bool implements Value {
    TRUE(true),
    FALSE(false);

    private final boolean truth;

    Bool(boolean truth) {
      this.truth = truth;
    }

    public boolean value() {
      return truth;
    }

    public static Bool of(boolean truth) {
      return truth ? TRUE : FALSE;
    }
  }

  record Int(long value) implements Value {}

  /** At most 18 digits behind the point, more are rounded; trailing zeros do not count. */
  record Decimal(BigDecimal value) implements Value {
    public Decimal {
      value =
          value.scale() > Numbers.SCALE
              ? value.setScale(Numbers.SCALE, RoundingMode.HALF_EVEN)
              : value;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Decimal that && value.compareTo(that.value) == 0;
    }

    @Override
    public int hashCode() {
      return value.stripTrailingZeros().hashCode();
    }
  }

  /**
   * Text, and every domain type that is text with a rule: {@code Capability}, {@code LabelKey},
   * {@code Digest}, {@code UnixPath}, members of string enums and so on.
   */
  record Text(String value) implements Value {}

  static Value absent() {
    return Absent.ABSENT;
  }

  default boolean isAbsent() {
    return this == Absent.ABSENT;
  }
}
