package dev.taffrail.compiler.check;

import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.Type;

/** What built-ins can be asked of which values; for completion and documentation. */
public final class Receivers {
  private Receivers() {}

  /** Whether a member or method stands behind values of a type. */
  public static boolean accept(Signature signature, Type type) {
    return signature.receiver().isPresent()
        && CallTyping.bindReceiver(signature, type.bare()).isPresent();
  }
}
