package dev.taffrail.runtime.read;

import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;

/** What an expression of a type yields when there is nothing to yield. */
public final class Absence {
  private Absence() {}

  /** Empty for a collection, since absent means the same as empty there; absent for the rest. */
  public static Value of(Type type) {
    return switch (type) {
      case Type.ListOf list -> ListValue.EMPTY;
      case Type.SetOf set -> SetValue.EMPTY;
      case Type.MapOf map -> MapValue.EMPTY;
      default -> Value.absent();
    };
  }
}
