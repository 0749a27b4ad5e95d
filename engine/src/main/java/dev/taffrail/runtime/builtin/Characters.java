package dev.taffrail.runtime.builtin;

import java.util.function.IntUnaryOperator;

/** Work on texts code point by code point. */
final class Characters {
  private Characters() {}

  static String lower(String text) {
    return each(text, Character::toLowerCase);
  }

  static String upper(String text) {
    return each(text, Character::toUpperCase);
  }

  private static String each(String text, IntUnaryOperator mapping) {
    int[] codes = text.codePoints().map(mapping).toArray();
    return new String(codes, 0, codes.length);
  }

  /** What lies between two indexes, each moved into the text first. */
  static String between(String text, long start, long end) {
    int size = text.codePointCount(0, text.length());
    int from = Math.clamp(start, 0, size);
    int to = Math.clamp(end, from, size);
    int first = text.offsetByCodePoints(0, from);
    return text.substring(first, text.offsetByCodePoints(first, to - from));
  }
}
