package dev.taffrail.value;

/** A member of an enum declared in policy code. */
public record EnumValue(String type, String member, int ordinal) implements Value {}
