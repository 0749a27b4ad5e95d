package dev.taffrail.value;

import com.google.re2j.Pattern;

/** A compiled regular expression; equality is by its text. */
public record RegexValue(Pattern pattern) implements Value {}
