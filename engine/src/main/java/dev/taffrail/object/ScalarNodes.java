package dev.taffrail.object;

import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Turns the scalars of a YAML document into nodes. */
final class ScalarNodes {
  private final ReadLimits limits;

  ScalarNodes(ReadLimits limits) {
    this.limits = limits;
  }

  Node node(ScalarEvent event, int start, int end) throws UnreadableException {
    return switch (meaning(event, start)) {
      case YamlScalar.Str string -> new Node.Text(string.value(), start, end);
      case YamlScalar.Whole whole -> new Node.Int(whole.value(), start, end);
      case YamlScalar.Unsigned unsigned -> NumberNodes.ofUnsigned(unsigned.bits(), start, end);
      case YamlScalar.Bool bool -> new Node.Bool(bool.value(), start, end);
      case YamlScalar.Null nothing -> new Node.Null(start, end);
      case YamlScalar.Floating floating -> floating(floating.value(), event, start, end);
      case YamlScalar.Mismatch mismatch ->
          throw new UnreadableException(
              start,
              end,
              "the value does not fit its tag `" + mismatch.tag() + "`",
              "correct the value, or remove the tag");
    };
  }

  /** What a scalar stands for, as value or as key. */
  YamlScalar meaning(ScalarEvent event, int start) throws UnreadableException {
    String value = event.getValue();
    if (value.length() > limits.scalar()) {
      throw TooMuch.scalar(limits, start);
    }
    if (event.getTag().isPresent()) {
      return YamlScalar.tagged(event.getTag().get(), value);
    }
    return event.isPlain() ? YamlScalar.plain(value) : new YamlScalar.Str(value);
  }

  private static Node floating(double value, ScalarEvent event, int start, int end)
      throws UnreadableException {
    if (Double.isInfinite(value) || Double.isNaN(value)) {
      throw new UnreadableException(
          start,
          end,
          "`" + event.getValue() + "` is a number that JSON cannot hold",
          "quote it if it is meant as a string");
    }
    return NumberNodes.of(value, start, end);
  }
}
