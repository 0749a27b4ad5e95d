package dev.taffrail.object;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the text of a YAML scalar means to kubectl, whose library reads YAML 1.1 with its own ideas.
 *
 * <p>Booleans include {@code y}, {@code no}, {@code on}; numbers may have underscores, a binary,
 * octal or hexadecimal prefix, a leading zero for octal; sexagesimal numbers and dates are strings.
 */
sealed interface YamlScalar {
  record Str(String value) implements YamlScalar {}

  record Whole(long value) implements YamlScalar {}

  /** A whole number from 2^63 to 2^64 - 1, by its bits. */
  record Unsigned(long bits) implements YamlScalar {}

  /** Infinities and NaN included: they are legal as keys only. */
  record Floating(double value) implements YamlScalar {}

  record Bool(boolean value) implements YamlScalar {}

  record Null() implements YamlScalar {}

  /** The text does not fit the tag. */
  record Mismatch(String tag) implements YamlScalar {}

  String PREFIX = "tag:yaml.org,2002:";

  Map<String, YamlScalar> WORDS = YamlWords.all();

  int LONGEST_WORD = WORDS.keySet().stream().mapToInt(String::length).max().orElseThrow();

  Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  Pattern DOT_FLOAT = Pattern.compile("\\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?");

  Pattern TIMESTAMP =
      Pattern.compile(
          "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\\.[0-9]+)?"
              + "(Z|[-+][0-9]{2}:[0-9]{2})?)?");

  /** A scalar without tag that is not quoted. */
  static YamlScalar plain(String text) {
    if (text.isEmpty()) {
      return new Null();
    }
    char first = text.charAt(0);
    return switch (first) {
      case 'y', 'Y', 'n', 'N', 't', 'T', 'f', 'F', 'o', 'O', '~' -> word(text);
      case '.' -> dot(text);
      case '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(text);
      default -> new Str(text);
    };
  }

  /** A scalar with a tag, quoted or not. */
  static YamlScalar tagged(String tag, String text) {
    if (!tag.startsWith(PREFIX)) {
      return new Str(text);
    }
    return switch (tag.substring(PREFIX.length())) {
      case "bool" -> plain(text) instanceof Bool bool ? bool : new Mismatch("!!bool");
      case "null" -> plain(text) instanceof Null nothing ? nothing : new Mismatch("!!null");
      case "int" ->
          switch (plain(text)) {
            case Whole whole -> whole;
            case Unsigned unsigned -> unsigned;
            case Str other -> new Mismatch("!!int");
            case Floating other -> new Mismatch("!!int");
            case Bool other -> new Mismatch("!!int");
            case Null other -> new Mismatch("!!int");
            case Mismatch other -> other;
          };
      case "float" ->
          switch (plain(text)) {
            case Floating floating -> floating;
            case Whole whole -> new Floating(whole.value());
            case Unsigned other -> new Mismatch("!!float");
            case Str other -> new Mismatch("!!float");
            case Bool other -> new Mismatch("!!float");
            case Null other -> new Mismatch("!!float");
            case Mismatch other -> other;
          };
      case "timestamp" ->
          TIMESTAMP.matcher(text).matches() ? new Str(text) : new Mismatch("!!timestamp");
      case "binary" -> binary(text);
      default -> new Str(text);
    };
  }

  private static YamlScalar word(String text) {
    YamlScalar word = text.length() > LONGEST_WORD ? null : WORDS.get(text);
    return word != null ? word : new Str(text);
  }

  private static YamlScalar dot(String text) {
    if (DOT_FLOAT.matcher(text).matches()) {
      double value = Double.parseDouble(text.replace("_", ""));
      return Double.isInfinite(value) ? new Str(text) : new Floating(value);
    }
    return word(text);
  }

  private static YamlScalar number(String text) {
    YamlScalar word = text.length() > LONGEST_WORD ? null : WORDS.get(text);
    if (word != null) {
      return word;
    }
    String digits = text.indexOf('_') < 0 ? text : text.replace("_", "");
    char sign = digits.charAt(0);
    boolean signed = sign == '-' || sign == '+';
    YamlScalar whole = whole(text, sign == '-', signed ? digits.substring(1) : digits, signed);
    if (!(whole instanceof Str)) {
      return whole;
    }
    if (mayBeFloat(digits) && FLOAT.matcher(digits).matches()) {
      double value = Double.parseDouble(digits);
      return Double.isInfinite(value) ? new Str(text) : new Floating(value);
    }
    return digits.startsWith("0b") ? signBehindPrefix(text, digits.substring(2)) : new Str(text);
  }

  /** Sorts out quantities, versions and addresses for less than the pattern costs. */
  private static boolean mayBeFloat(String text) {
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits = c >= '0' && c <= '9' || c == 'e' || c == 'E' || c == '+' || c == '-';
      if (c == '.' ? ++dots > 1 : !fits) {
        return false;
      }
    }
    return true;
  }

  private static YamlScalar whole(String text, boolean negative, String digits, boolean signed) {
    int radix = 10;
    int from = 0;
    if (digits.startsWith("0")) {
      char prefix = digits.length() < 3 ? ' ' : Character.toLowerCase(digits.charAt(1));
      radix = prefix == 'x' ? 16 : prefix == 'b' ? 2 : 8;
      from = radix == 8 && prefix != 'o' ? 1 : 2;
    }
    return digits.equals("0") ? new Whole(0) : whole(text, negative, digits, from, radix, signed);
  }

  private static YamlScalar whole(
      String text, boolean negative, String digits, int from, int radix, boolean signed) {
    long value = 0;
    if (from == digits.length()) {
      return new Str(text);
    }
    for (int i = from; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      if (digit < 0 || overflows(value, radix, digit)) {
        return new Str(text);
      }
      value = value * radix + digit;
    }
    if (value >= 0) {
      return new Whole(negative ? -value : value);
    }
    if (negative && value == Long.MIN_VALUE) {
      return new Whole(value);
    }
    return signed ? new Str(text) : new Unsigned(value);
  }

  private static boolean overflows(long value, int radix, int digit) {
    return Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, radix)) > 0;
  }

  /** The library really reads {@code 0b-1} as -1. */
  private static YamlScalar signBehindPrefix(String text, String digits) {
    if (digits.isEmpty() || (digits.charAt(0) != '-' && digits.charAt(0) != '+')) {
      return new Str(text);
    }
    return whole(text, digits.charAt(0) == '-', digits, 1, 2, true);
  }

  private static YamlScalar binary(String text) {
    try {
      // line breaks of a block scalar are no part of the data; other blanks are not allowed
      String data = text.replace("\n", "").replace("\r", "");
      if (data.length() % 4 != 0) {
        return new Mismatch("!!binary");
      }
      return new Str(new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return new Mismatch("!!binary");
    }
  }
}
