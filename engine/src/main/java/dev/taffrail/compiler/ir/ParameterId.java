package dev.taffrail.compiler.ir;

import java.util.Optional;

/** A parameter of a module, or of one policy in it. */
public record ParameterId(String module, Optional<String> policy, String name) {
  @Override
  public String toString() {
    return module + policy.map(p -> "/" + p).orElse("") + "." + name;
  }
}
