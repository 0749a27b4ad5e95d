package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.STRING;
import static dev.taffrail.runtime.builtin.Declarations.with;
import static dev.taffrail.runtime.builtin.Declarations.words;

import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.BytesValue;
import dev.taffrail.value.Value;
import java.util.List;
import java.util.Optional;

/** Marks on values that nobody may print; the compiler follows them. */
final class SecretBuiltins {
  private static final Type ANY_TYPE = new Type.Variable("T");

  private SecretBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        function(
            "sensitive",
            ANY_TYPE,
            "The value itself, which no message and no report will print, nor what is made of it.",
            "sensitive(\"hunter2\").length == 7",
            value -> value),
        function(
            "redact",
            STRING,
            "What may be said of a secret: that there is one, and how long it is.",
            "redact(\"hunter2\") == \"(redacted, 7 characters)\"",
            value -> words(redacted(value))));
  }

  private interface Code {
    Value call(Value value);
  }

  private static Builtin function(
      String name, Type result, String documentation, String example, Code code) {
    var signature =
        new Signature(name, Optional.empty(), false, List.of(with("value", ANY_TYPE)), result);
    return new Builtin(
        signature, documentation, example, (arguments, context) -> code.call(arguments.getFirst()));
  }

  private static String redacted(Value value) {
    return switch (value) {
      case Value.Text text ->
          "(redacted, %d characters)"
              .formatted(text.value().codePointCount(0, text.value().length()));
      case BytesValue bytes -> "(redacted, %d bytes)".formatted(bytes.bytes().length);
      default -> "(redacted)";
    };
  }
}
