package dev.taffrail.compiler.type;

import java.util.List;

/** The signatures the checker knows; what they do is known elsewhere. */
public interface SignatureCatalog {
  /** Members and methods of this name for any receiver, in declaration order. */
  List<Signature> onReceivers(String name);

  /** Functions of this name without receiver. */
  List<Signature> functions(String name);

  /**
   * All signatures, sorted by receiver and name; for completion, documentation and did-you-mean.
   */
  List<Signature> all();
}
