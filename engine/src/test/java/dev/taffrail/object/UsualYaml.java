package dev.taffrail.object;

import java.util.List;
import java.util.Random;

/** A random document in the style of manifests, with every form that is read directly. */
final class UsualYaml {
  private static final List<String> SCALARS =
      List.of(
          "abc",
          "a b",
          "nginx:1.25",
          "http://a/b?c#d",
          "0644",
          "8080",
          "1.5",
          "yes",
          "~",
          "-1",
          "-x",
          "100m",
          "é ключ",
          "😀",
          "\"\"",
          "\"a: b # c\"",
          "\"\\\"\\\\\\n\\t\\u00e9\"",
          "''",
          "'it''s'",
          "'- a'",
          "[]",
          "{}",
          "[a, \"b\", 'c', 1]",
          "{a: b, \"c\":1, d: [e]}",
          "[\"a\",\n                                                   b]");
  private static final List<String> LINES =
      List.of("abc", "a: b", "# c", "- d", "  deeper", "", "", "é", "x\ty", "{{ y }}", "'", "   ");

  private final Random random;
  private final StringBuilder out = new StringBuilder();

  UsualYaml(long seed) {
    this.random = new Random(seed);
    if (random.nextInt(3) == 0) {
      out.append(random.nextBoolean() ? "---\n" : "--- # é\n");
    }
    noise(0);
    if (random.nextInt(6) == 0) {
      sequence(0, 0);
    } else {
      mapping(0, 0, "");
    }
    if (random.nextInt(4) == 0 && out.charAt(out.length() - 1) == '\n') {
      out.setLength(out.length() - 1);
    }
  }

  String text() {
    return out.toString();
  }

  private void spaces(int count) {
    out.append(" ".repeat(count));
  }

  private void noise(int indentation) {
    while (random.nextInt(8) == 0) {
      spaces(random.nextInt(3) == 0 ? random.nextInt(8) : indentation);
      out.append(random.nextBoolean() ? "# a: b 😀\n" : "\n");
    }
  }

  private void lineEnd() {
    spaces(random.nextInt(6) == 0 ? 1 + random.nextInt(3) : 0);
    out.append(random.nextInt(10) == 0 ? " # c: \"d\"\n" : "\n");
  }

  /** A mapping, whose first key stands where the text ends now if a prefix was written. */
  private void mapping(int indentation, int depth, String prefix) {
    int size = 1 + random.nextInt(random.nextInt(40) == 0 ? 40 : 5);
    for (int i = 0; i < size; i++) {
      if (i > 0 || prefix.isEmpty()) {
        spaces(indentation);
      }
      String key = List.of("k", "a.b/c-", "n e", "é").get(random.nextInt(4)) + i;
      String quote = random.nextInt(6) == 0 ? (random.nextBoolean() ? "'" : "\"") : "";
      out.append(quote).append(key).append(quote).append(':');
      value(indentation, depth);
      noise(indentation);
    }
  }

  private void sequence(int indentation, int depth) {
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      spaces(indentation);
      int gap = random.nextInt(6) == 0 ? 2 + random.nextInt(2) : 1;
      out.append('-');
      switch (random.nextInt(depth > 4 ? 2 : 5)) {
        case 0, 1 -> {
          spaces(gap);
          scalar(indentation);
        }
        case 2, 3 -> {
          spaces(gap);
          mapping(indentation + 1 + gap, depth + 1, "- ");
        }
        default -> {
          lineEnd();
          nested(indentation, depth + 1);
        }
      }
      noise(indentation);
    }
  }

  private void value(int indentation, int depth) {
    switch (random.nextInt(depth > 4 ? 4 : 8)) {
      case 0, 1, 2 -> {
        spaces(1 + (random.nextInt(6) == 0 ? 3 : 0));
        scalar(indentation);
      }
      case 3 -> {
        if (random.nextBoolean()) {
          out.append("\n");
        } else {
          out.append(' ');
          blockText(indentation);
        }
      }
      case 4 -> {
        lineEnd();
        noise(indentation);
        sequence(indentation, depth + 1);
      }
      default -> {
        lineEnd();
        noise(indentation);
        nested(indentation, depth + 1);
      }
    }
  }

  private void nested(int indentation, int depth) {
    int deeper = indentation + 1 + random.nextInt(4);
    if (random.nextInt(3) == 0) {
      sequence(deeper, depth);
    } else if (random.nextInt(10) == 0) {
      spaces(deeper);
      scalar(indentation);
    } else {
      mapping(deeper, depth, "");
    }
  }

  private void scalar(int indentation) {
    if (random.nextInt(8) == 0) {
      blockText(indentation);
      return;
    }
    out.append(SCALARS.get(random.nextInt(SCALARS.size())));
    if (random.nextInt(12) == 0 && Character.isLetter(out.charAt(out.length() - 1))) {
      out.append("\n".repeat(1 + random.nextInt(3)));
      spaces(indentation + 1 + random.nextInt(3));
      out.append("goes on");
    }
    lineEnd();
  }

  private void blockText(int indentation) {
    int deeper = indentation + 1 + random.nextInt(4);
    boolean explicit = random.nextInt(6) == 0;
    out.append(random.nextBoolean() ? '|' : '>');
    out.append(explicit ? String.valueOf(deeper - indentation) : "");
    out.append(List.of("", "", "-", "+").get(random.nextInt(4)));
    lineEnd();
    while (random.nextInt(6) == 0) {
      out.append('\n');
    }
    spaces(deeper);
    out.append(explicit && random.nextBoolean() ? "  first\n" : "first\n");
    for (int lines = random.nextInt(5); lines > 0; lines--) {
      String line = LINES.get(random.nextInt(LINES.size()));
      spaces(line.isEmpty() ? random.nextInt(deeper) : deeper);
      out.append(line).append('\n');
    }
  }
}
