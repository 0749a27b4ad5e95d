package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.CAPABILITY;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.text;
import static dev.taffrail.runtime.builtin.Declarations.words;

import dev.taffrail.value.Value;
import java.util.List;

/** Names of Linux capabilities. */
final class CapabilityBuiltins {
  private static final String PREFIX = "CAP_";

  private CapabilityBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        member(
            CAPABILITY,
            "normal",
            CAPABILITY,
            "The name in upper case and without `CAP_`, since some runtimes accept every spelling.",
            "\"cap_sys_admin\".capability!.normal == \"SYS_ADMIN\"",
            text(CapabilityBuiltins::normal)));
  }

  private static Value normal(String name) {
    String upper = Characters.upper(name);
    return words(upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper);
  }
}
