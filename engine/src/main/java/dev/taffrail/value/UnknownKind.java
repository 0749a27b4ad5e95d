package dev.taffrail.value;

/** The shape of objects whose kind has no schema. */
public record UnknownKind(String name) implements Shape {}
