package dev.taffrail.runtime.bytecode;

import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;

/**
 * What a generated class does: tells which policies certainly hold.
 *
 * <p>It says nothing of the others. Whoever asks lets the interpreter judge them, so that messages,
 * blame and places come from one implementation.
 */
interface Judge {
  /** How many policies fit into one answer. */
  int MOST = 32;

  /**
   * Two bits for each policy: bit {@code i} if it is in doubt, bit {@code i + 32} if a {@code when}
   * says that it does not apply. No bit means that all its checks hold.
   *
   * @param target the tree of what is judged
   * @param view how it is made a value, for what cannot be told from the tree alone
   */
  long judge(KubernetesObject object, Node.Mapping target, TargetView view);
}
