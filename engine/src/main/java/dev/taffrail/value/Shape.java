package dev.taffrail.value;

/** What a record of an object is; known to the checker as a type, here only by name. */
public interface Shape {
  /** The short name, {@code Container}. */
  String name();
}
