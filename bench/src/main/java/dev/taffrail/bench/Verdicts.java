package dev.taffrail.bench;

import dev.taffrail.object.KubernetesObject;

/** The checks in one of the ways to write them. */
interface Verdicts {
  /**
   * Judges an object by all checks.
   *
   * @return a bit for each of {@link CheckNames#ALL}, set if the check holds
   */
  int judge(KubernetesObject object);
}
