package dev.taffrail.compiler.check;

/** Hands out the slots of one frame; every name of a body has a slot of its own. */
final class Slots {
  private int next;

  int take() {
    return next++;
  }

  int size() {
    return next;
  }
}
