package dev.taffrail.object;

/** Unquoted scalars of YAML: how they start, and what they mean. */
final class YamlPlain {
  private YamlPlain() {}

  /** Whether one starts here for certain. */
  static boolean starts(YamlCursor cursor) {
    return switch (cursor.peek()) {
      case '-' -> !cursor.isBlank(cursor.at + 1) && cursor.peek(cursor.at + 1) != '\t';
      case '?',
          ':',
          ',',
          '[',
          ']',
          '{',
          '}',
          '#',
          '&',
          '*',
          '!',
          '|',
          '>',
          '\'',
          '"',
          '%',
          '@',
          '`' ->
          false;
      case ' ', '\t', '\n' -> false;
      default -> true;
    };
  }

  static Node node(String text, int start, int end) throws GaveUp {
    char first = text.charAt(0);
    boolean word = first >= 'a' && first <= 'z' || first == '/';
    if (word && first != 'y' && first != 'n' && first != 't' && first != 'f' && first != 'o') {
      return new Node.Text(text, start, end);
    }
    return switch (YamlScalar.plain(text)) {
      case YamlScalar.Str string -> new Node.Text(text, start, end);
      case YamlScalar.Whole whole -> new Node.Int(whole.value(), start, end);
      case YamlScalar.Unsigned unsigned -> NumberNodes.ofUnsigned(unsigned.bits(), start, end);
      case YamlScalar.Bool bool -> new Node.Bool(bool.value(), start, end);
      case YamlScalar.Null nothing -> new Node.Null(start, end);
      case YamlScalar.Floating floating -> {
        if (Double.isInfinite(floating.value()) || Double.isNaN(floating.value())) {
          throw GaveUp.HERE;
        }
        yield NumberNodes.of(floating.value(), start, end);
      }
      case YamlScalar.Mismatch mismatch -> throw GaveUp.HERE;
    };
  }

  /** The key that an unquoted one is read as. */
  static String key(String text) throws GaveUp {
    if (text.equals("<<")) {
      throw GaveUp.HERE; // merges
    }
    return YamlKeys.text(YamlScalar.plain(text)).orElseThrow(() -> GaveUp.HERE);
  }
}
