package dev.taffrail.value;

import java.time.LocalDate;

/** A calendar day. */
public record DateValue(LocalDate value) implements Value {}
