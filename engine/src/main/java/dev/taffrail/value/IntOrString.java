package dev.taffrail.value;

/**
 * A port or amount that is a number or text; the content is {@link Value.Int} or {@link
 * Value.Text}.
 */
public record IntOrString(Value content) implements Value {}
