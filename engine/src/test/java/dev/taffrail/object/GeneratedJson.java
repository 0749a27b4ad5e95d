package dev.taffrail.object;

import java.util.ArrayList;
import java.util.Random;

/** A random JSON value with random blanks, with the tree that reading it must give. */
final class GeneratedJson {
  private static final String[] STRINGS = {
    "",
    "a",
    "yes",
    "😀",
    "a\"b\\c/d",
    "\n\t\r\b\f",
    "\u0000\u001f",
    "é\u2028",
    "ключ",
    "{}",
    "x: y",
    "\uFFFD",
  };
  private static final String[] NUMBERS = {
    "0",
    "-0",
    "1",
    "-1",
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808",
    "123456789012345678901234567890",
    "1.0",
    "1.5",
    "-2.50",
    "1e3",
    "1E+3",
    "1e-3",
    "0.1",
    "4.9e-324",
    "1e300",
  };

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private final Node root;

  GeneratedJson(long seed) {
    this.random = new Random(seed);
    blank();
    this.root = mapping(0);
    blank();
  }

  String text() {
    return out.toString();
  }

  Node root() {
    return root;
  }

  private void blank() {
    while (random.nextInt(3) == 0) {
      out.append(new String[] {" ", "\n", "\r\n", "\t"}[random.nextInt(4)]);
    }
  }

  private Node value(int depth) {
    int start = out.length();
    return switch (random.nextInt(depth > 5 ? 5 : 8)) {
      case 0 -> {
        out.append("true");
        yield new Node.Bool(true, start, out.length());
      }
      case 1 -> {
        out.append("false");
        yield new Node.Bool(false, start, out.length());
      }
      case 2 -> {
        out.append("null");
        yield new Node.Null(start, out.length());
      }
      case 3 -> number(start);
      case 4 -> {
        String value = string();
        yield new Node.Text(value, start, out.length());
      }
      case 5, 6 -> mapping(depth);
      default -> sequence(depth);
    };
  }

  private Node number(int start) {
    String number = NUMBERS[random.nextInt(NUMBERS.length)];
    out.append(number);
    int end = out.length();
    try {
      return new Node.Int(Long.parseLong(number), start, end);
    } catch (NumberFormatException notLong) {
      return NumberNodes.of(Double.parseDouble(number), start, end);
    }
  }

  private String string() {
    String value = STRINGS[random.nextInt(STRINGS.length)];
    out.append('"');
    for (char c : value.toCharArray()) {
      boolean must = c < ' ' || c == '"' || c == '\\';
      // half of a pair cannot stand alone, so it is never escaped alone
      if (must || (random.nextInt(6) == 0 && !Character.isSurrogate(c))) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
    return value;
  }

  private Node sequence(int depth) {
    int start = out.length();
    out.append('[');
    var elements = new ArrayList<Node>();
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      out.append(i == 0 ? "" : ",");
      blank();
      elements.add(value(depth + 1));
      blank();
    }
    out.append(size == 0 ? " ]" : "]");
    return new Node.Sequence(elements, start, out.length());
  }

  private Node mapping(int depth) {
    int start = out.length();
    out.append('{');
    int size = random.nextInt(5);
    var keys = new String[size];
    var keyStarts = new int[size];
    var values = new Node[size];
    for (int i = 0; i < size; i++) {
      out.append(i == 0 ? "" : ",");
      blank();
      keyStarts[i] = out.length();
      keys[i] = string();
      // the number makes keys differ; it goes before the closing quote
      out.insert(out.length() - 1, i);
      keys[i] += i;
      blank();
      out.append(':');
      blank();
      values[i] = value(depth + 1);
      blank();
    }
    out.append('}');
    return new Node.Mapping(keys, keyStarts, values, start, out.length());
  }
}
