package dev.taffrail.object;

/** Halves of surrogate pairs, which JSON can write and UTF-8 cannot. */
final class Surrogates {
  private Surrogates() {}

  /** The text with each lone half replaced by U+FFFD. */
  static String repaired(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints()
            .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }
}
