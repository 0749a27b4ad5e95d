package dev.taffrail.runtime;

/** When policies are compiled to classes; what they say is the same. */
public enum Compiling {
  /** Everything is interpreted. */
  NEVER,

  /** Once so many objects of a kind were judged that it is worth its time. */
  WHEN_WORTH_IT,

  /** Before the first object of a kind is judged. */
  AT_ONCE
}
