package dev.taffrail.value;

import java.time.Duration;

/** A length of time. */
public record DurationValue(Duration value) implements Value {}
