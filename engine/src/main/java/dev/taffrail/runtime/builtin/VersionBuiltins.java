package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;
import static dev.taffrail.runtime.builtin.Declarations.function;
import static dev.taffrail.runtime.builtin.Declarations.string;
import static dev.taffrail.runtime.builtin.Declarations.whole;
import static dev.taffrail.runtime.builtin.Declarations.with;

import dev.taffrail.compiler.type.NativeTypes;
import dev.taffrail.value.EnumValue;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.Value;
import dev.taffrail.value.version.VersionScheme;
import java.util.List;

/** The module {@code std.versions}. */
final class VersionBuiltins {
  private VersionBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        function(
            "versions.compare",
            List.of(
                with("a", STRING), with("b", STRING), with("scheme", NativeTypes.VERSION_SCHEME)),
            INT,
            "Whether the first version is older (-1), the same (0) or newer (1) than the second by"
                + " the rules of a packaging system: `semver`, `maven`, `deb`, `rpm`, `apk`,"
                + " `python`, or `generic` for numbers and words in turn. An error if one is no"
                + " version of the system, or longer than 256 characters.",
            "versions.compare(\"1.0~rc1-1\", \"1.0-1\", deb) < 0",
            (arguments, context) ->
                compare(
                    string(arguments.get(0)), string(arguments.get(1)), scheme(arguments.get(2)))));
  }

  private static VersionScheme scheme(Value member) {
    return VersionScheme.values()[((EnumValue) member).ordinal()];
  }

  private static Value compare(String a, String b, VersionScheme scheme) {
    for (String version : List.of(a, b)) {
      if (version.length() > VersionScheme.LONGEST) {
        throw new EvaluationError(
            ErrorCode.LIMIT,
            "versions are compared up to %d characters, but this has %d"
                .formatted(VersionScheme.LONGEST, version.length()));
      }
      if (!scheme.accepts(version)) {
        throw new EvaluationError(
            ErrorCode.MALFORMED, "`%s` is no version of `%s`".formatted(version, scheme.word()));
      }
    }
    return whole(scheme.compare(a, b));
  }
}
