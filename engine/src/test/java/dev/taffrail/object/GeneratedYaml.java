package dev.taffrail.object;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random document in random styles, with the tree that reading it must give, places included.
 *
 * <p>The expected places come from the writing, not from any parser.
 */
final class GeneratedYaml {
  private static final String[] PLAIN = {
    "abc",
    "x-y_z",
    "http://a:80/b",
    "1.2.3",
    "12:30",
    "a#b",
    "über",
    "a 😀 b",
    "-x",
    "it's",
    "2026-01-01",
    "0xG",
    "100m",
    "a:b",
    "\uD834\uDD1E",
    "y-",
    "~x",
    "nope",
    ".x",
    "a\\b",
    "100%",
    "a@b",
    "a`b",
    "=",
    "1e",
  };
  private static final String[] KEYS = {
    "a", "b.c/d", "key with space", "é", "😀", "x-y", "http://k", "_", "0xg", "k#1", "n1", "yes1",
  };
  private static final String[] QUOTABLE = {
    "",
    " ",
    "yes",
    "0644",
    "a: b",
    "- a",
    "#c",
    "{x}",
    "[",
    "a, b",
    "'",
    "\"",
    "😀 \uD834\uDD1E",
    "\t",
    "\\",
    "*a",
    "&a",
    "!t",
    "|",
    "%",
    "@",
    "`",
    "null",
    "~",
    "1",
    "1.5",
    "---",
    "a\nb",
    "é\u00a0",
    "\n",
    " a ",
  };

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private final String lineEnd;
  private final List<String> anchorNames = new ArrayList<>();
  private final List<Node> anchored = new ArrayList<>();
  private final Node root;
  private int anchors;
  private int budget = 60;
  private boolean endsInBlock;

  /** Where the node written last ends, an alias at its own place. */
  private int end;

  GeneratedYaml(long seed) {
    this.random = new Random(seed);
    this.lineEnd = chance(4) ? "\r\n" : "\n";
    if (chance(3)) {
      out.append("# first 😀").append(lineEnd);
    }
    if (chance(3)) {
      out.append("---").append(chance(2) ? " # c" : "").append(lineEnd);
    }
    this.root = blockMapping(0, 0);
    if (!chance(4)) {
      out.append(lineEnd);
    }
  }

  String text() {
    return out.toString();
  }

  Node root() {
    return root;
  }

  private boolean chance(int in) {
    return random.nextInt(in) == 0;
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  private void line(int indent) {
    if (chance(8)) {
      out.append(" # c: '😀");
    }
    out.append(lineEnd);
    blankLines();
    out.append(" ".repeat(indent));
  }

  /** For a place where a comment would become part of a text block. */
  private void bareLine(int indent) {
    out.append(lineEnd).append(" ".repeat(indent));
  }

  private void blankLines() {
    while (chance(8)) {
      out.append(chance(2) ? "# only a comment" : "  ").append(lineEnd);
    }
  }

  private Node blockMapping(int indent, int depth) {
    int size = 1 + random.nextInt(4);
    var keys = new ArrayList<String>();
    var keyStarts = new ArrayList<Integer>();
    var values = new ArrayList<Node>();
    int start = out.length();
    boolean afterBlock = false;
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        if (afterBlock) {
          bareLine(indent);
        } else {
          line(indent);
        }
      }
      String key = pick(KEYS) + i;
      keys.add(key);
      keyStarts.add(out.length());
      key(key, false);
      out.append(chance(10) ? " :" : ":");
      afterBlock = false;
      if (budget-- > 0 && depth < 6 && chance(3)) {
        values.add(nested(indent, depth));
        afterBlock = endsInBlock;
      } else if (chance(6)) {
        out.append(' ');
        values.add(textBlock(indent));
        afterBlock = true;
      } else if (chance(8)) {
        end = out.length();
        values.add(new Node.Null(end, end));
      } else {
        out.append(chance(10) ? "   " : " ");
        values.add(inline(depth, false, indent));
      }
      endsInBlock = afterBlock;
    }
    return mapping(keys, keyStarts, values, start, end);
  }

  private static Node mapping(
      List<String> keys, List<Integer> keyStarts, List<Node> values, int start, int end) {
    return new Node.Mapping(
        keys.toArray(String[]::new),
        keyStarts.stream().mapToInt(Integer::intValue).toArray(),
        values.toArray(Node[]::new),
        start,
        end);
  }

  private Node nested(int indent, int depth) {
    String anchor = "";
    if (chance(6)) {
      anchor = "n" + anchors++;
      out.append(" &").append(anchor);
    }
    if (chance(10)) {
      out.append(" !local");
    }
    boolean list = chance(2);
    int deeper = indent + (list ? random.nextInt(3) : 1 + random.nextInt(4));
    line(deeper);
    Node node = list ? blockSequence(deeper, depth + 1) : blockMapping(deeper, depth + 1);
    remember(anchor, node);
    return node;
  }

  private void remember(String anchor, Node node) {
    if (!anchor.isEmpty()) {
      anchorNames.add(anchor);
      anchored.add(node);
    }
  }

  private Node blockSequence(int indent, int depth) {
    var elements = new ArrayList<Node>();
    int start = out.length();
    int size = 1 + random.nextInt(3);
    endsInBlock = false;
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        if (endsInBlock) {
          bareLine(indent);
        } else {
          line(indent);
        }
      }
      out.append('-');
      endsInBlock = false;
      if (chance(10)) {
        end = out.length();
        elements.add(new Node.Null(end, end));
        continue;
      }
      int gap = 1 + random.nextInt(2);
      out.append(" ".repeat(gap));
      if (budget-- > 0 && depth < 6 && chance(3)) {
        elements.add(
            chance(3)
                ? blockSequence(indent + 1 + gap, depth + 1)
                : blockMapping(indent + 1 + gap, depth + 1));
      } else if (chance(6)) {
        elements.add(textBlock(indent));
        endsInBlock = true;
      } else {
        elements.add(inline(depth, false, indent));
        endsInBlock = false;
      }
    }
    return new Node.Sequence(elements, start, end);
  }

  /** A literal block, or a folded one of a single line. */
  private Node textBlock(int indent) {
    boolean folded = chance(3);
    boolean strip = chance(2);
    int start = out.length();
    out.append(folded ? ">" : "|").append(strip ? "-" : "").append(chance(6) ? " # c" : "");
    int deeper = indent + 1 + random.nextInt(3);
    int lines = folded ? 1 : 1 + random.nextInt(3);
    var value = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      if (i > 0 && chance(4)) {
        out.append(lineEnd);
        value.append('\n');
      }
      String content = (i > 0 && chance(4) ? "  " : "") + "line: " + i + " # 😀 {{ x }}";
      out.append(lineEnd).append(" ".repeat(deeper)).append(content);
      value.append(i == 0 ? "" : "\n").append(content);
    }
    end = out.length();
    return new Node.Text(value + (strip ? "" : "\n"), start, end);
  }

  private Node inline(int depth, boolean inFlow, int indent) {
    if (!anchored.isEmpty() && chance(8)) {
      int i = random.nextInt(anchored.size());
      out.append('*').append(anchorNames.get(i));
      end = out.length();
      // a colon or comma directly behind it would belong to the name
      out.append(' ');
      return anchored.get(i);
    }
    String anchor = "";
    if (chance(12)) {
      anchor = "n" + anchors++;
      out.append('&').append(anchor).append(' ');
    }
    Node node =
        depth < 6 && budget-- > 0 && chance(4) ? flow(depth + 1, indent) : scalar(inFlow, indent);
    remember(anchor, node);
    return node;
  }

  private Node flow(int depth, int indent) {
    boolean list = chance(2);
    int start = out.length();
    out.append(list ? '[' : '{');
    int size = random.nextInt(4);
    var keys = new ArrayList<String>();
    var keyStarts = new ArrayList<Integer>();
    var values = new ArrayList<Node>();
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        out.append(',');
      }
      flowBlank(indent);
      if (!list) {
        keys.add(pick(KEYS) + i);
        keyStarts.add(out.length());
        key(keys.getLast(), true);
        if (chance(8)) {
          end = out.length();
          values.add(new Node.Null(end, end));
          continue;
        }
        out.append(": ");
      }
      values.add(inline(depth, true, indent));
    }
    if (size > 0 && chance(6)) {
      out.append(',');
    }
    flowBlank(indent);
    out.append(list ? ']' : '}');
    end = out.length();
    return list
        ? new Node.Sequence(values, start, end)
        : mapping(keys, keyStarts, values, start, end);
  }

  private void flowBlank(int indent) {
    if (chance(6)) {
      out.append(chance(4) ? " # c" : "").append(lineEnd).append(" ".repeat(indent + 1));
    } else if (chance(2)) {
      out.append(' ');
    }
  }

  private void key(String key, boolean inFlow) {
    switch (random.nextInt(inFlow ? 2 : 3)) {
      case 0 -> out.append('"').append(key).append('"');
      case 1 -> out.append('\'').append(key).append('\'');
      default -> out.append(key);
    }
  }

  private Node scalar(boolean inFlow, int indent) {
    int start = out.length();
    switch (random.nextInt(9)) {
      case 0 -> {
        long value = random.nextLong() >> random.nextInt(64);
        return written(String.valueOf(value), new Node.Int(value, start, end));
      }
      case 1 -> {
        BigDecimal value =
            BigDecimal.valueOf(random.nextInt(1, 1_000) * 10L + 1, random.nextInt(1, 5));
        return written(value.toPlainString(), new Node.Fraction(value, start, 0));
      }
      case 2 -> {
        boolean value = chance(2);
        String[] words =
            value
                ? new String[] {"true", "yes", "on", "Y", "TRUE", "On"}
                : new String[] {"false", "no", "off", "n", "False", "OFF"};
        return written(pick(words), new Node.Bool(value, start, 0));
      }
      case 3 -> {
        return written(pick(new String[] {"~", "null", "NULL", "Null"}), new Node.Null(start, 0));
      }
      case 4 -> {
        String value = pick(QUOTABLE);
        return written(doubleQuoted(value), new Node.Text(value, start, 0));
      }
      case 5 -> {
        String value = pick(QUOTABLE).replace("\n", "").replace("\t", "");
        return written("'" + value.replace("'", "''") + "'", new Node.Text(value, start, 0));
      }
      case 6 -> {
        // a string over two lines is folded
        String quote = chance(2) ? "'" : "\"";
        String text = quote + "one" + lineEnd + " ".repeat(indent + 1) + "two" + quote;
        return written(text, new Node.Text("one two", start, 0));
      }
      case 7 -> {
        out.append("!!str ");
        return new Node.Text("0644", out.length(), written("0644"));
      }
      default -> {
        String value = pick(PLAIN);
        return inFlow
            ? written("'" + value.replace("'", "''") + "'", new Node.Text(value, start, 0))
            : written(value, new Node.Text(value, start, 0));
      }
    }
  }

  private int written(String text) {
    out.append(text);
    end = out.length();
    return end;
  }

  /** Writes the text and gives the node its end. */
  private Node written(String text, Node node) {
    written(text);
    return switch (node) {
      case Node.Text scalar -> new Node.Text(scalar.value(), scalar.start(), end);
      case Node.Int scalar -> new Node.Int(scalar.value(), scalar.start(), end);
      case Node.Fraction scalar -> new Node.Fraction(scalar.value(), scalar.start(), end);
      case Node.Bool scalar -> new Node.Bool(scalar.value(), scalar.start(), end);
      case Node.Null scalar -> new Node.Null(scalar.start(), end);
      case Node.Sequence list -> list;
      case Node.Mapping mapping -> mapping;
    };
  }

  private String doubleQuoted(String value) {
    var quoted = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append(chance(2) ? "\\t" : "\\x09");
                default -> {
                  if (c > 0xFFFF && chance(2)) {
                    quoted.append("\\U%08X".formatted(c));
                  } else if (c > 127 && c <= 0xFFFF && chance(2)) {
                    quoted.append("\\u%04x".formatted(c));
                  } else {
                    quoted.appendCodePoint(c);
                  }
                }
              }
            });
    return quoted.append('"').toString();
  }
}
