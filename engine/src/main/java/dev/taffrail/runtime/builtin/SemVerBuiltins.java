package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.compiler.type.Type.Scalar.SEMVER;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.method;
import static dev.taffrail.runtime.builtin.Declarations.on;
import static dev.taffrail.runtime.builtin.Declarations.whole;
import static dev.taffrail.runtime.builtin.Declarations.with;

import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.SemVer;
import dev.taffrail.value.Value;
import java.util.List;

/** Versions. */
final class SemVerBuiltins {
  private SemVerBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        member(
            SEMVER,
            "major",
            INT,
            "The first number.",
            "semver\"1.29.3\".major == 1",
            on(SemVer.class, version -> whole(version.major()))),
        member(
            SEMVER,
            "minor",
            INT,
            "The second number.",
            "semver\"1.29.3\".minor == 29",
            on(SemVer.class, version -> whole(version.minor()))),
        member(
            SEMVER,
            "patch",
            INT,
            "The third number.",
            "semver\"1.29.3\".patch == 3",
            on(SemVer.class, version -> whole(version.patch()))),
        method(
            SEMVER,
            "minorsBehind",
            with("other", SEMVER),
            INT,
            "How many minor versions the other is newer; an error if the first numbers differ.",
            "semver\"1.29.3\".minorsBehind(semver\"1.31.0\") == 2",
            (receiver, other) -> minorsBehind((SemVer) receiver, (SemVer) other)));
  }

  private static Value minorsBehind(SemVer version, SemVer other) {
    if (version.major() != other.major()) {
      throw new EvaluationError(
          ErrorCode.MALFORMED,
          "`%s` and `%s` differ in the first number, so their minor versions cannot be compared"
              .formatted(version.text(), other.text()));
    }
    return whole(other.minor() - version.minor());
  }
}
