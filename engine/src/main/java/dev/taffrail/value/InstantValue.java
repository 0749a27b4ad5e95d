package dev.taffrail.value;

import java.time.Instant;

/** A moment. */
public record InstantValue(Instant value) implements Value {}
