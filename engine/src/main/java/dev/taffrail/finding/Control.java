package dev.taffrail.finding;

/** A number in a framework: {@code cis}, {@code 5.2.2}. */
public record Control(String framework, String id) {}
