package dev.taffrail.object;

import java.util.regex.Pattern;

/** An object as YAML text that reads back as the same object. */
public final class ManifestText {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9/_.$-](?:[A-Za-z0-9 /_.$@%+=,;()*~-]|:(?=[A-Za-z0-9/_-]))*");
  private static final Pattern BLOCK = Pattern.compile("(?:[!-~][ -~]*\\n)(?:(?:[ -~]*)\\n)*");
  private static final Pattern TRAILING = Pattern.compile("(?m)[ \\t]$");

  private final StringBuilder out = new StringBuilder();

  private ManifestText() {}

  /** Block style, keys in their order. */
  public static String of(Node node) {
    var text = new ManifestText();
    text.value(node, 0, false);
    String yaml = text.out.toString();
    return yaml.startsWith("\n") ? yaml.substring(1) : yaml.stripLeading();
  }

  /**
   * Writes what stands behind a key or a dash, with the line end.
   *
   * @param item a mapping may begin on the line of the dash
   */
  private void value(Node node, int indent, boolean item) {
    switch (node) {
      case Node.Mapping mapping when mapping.size() > 0 -> mapping(mapping, indent, item);
      case Node.Mapping mapping -> out.append(" {}\n");
      case Node.Sequence list when !list.elements().isEmpty() -> {
        out.append('\n');
        for (Node element : list.elements()) {
          out.append(" ".repeat(indent)).append('-');
          value(element, indent + 2, true);
        }
      }
      case Node.Sequence list -> out.append(" []\n");
      case Node.Text text -> text(text.value(), indent);
      case Node.Bool bool -> out.append(' ').append(bool.value()).append('\n');
      case Node.Int number -> out.append(' ').append(number.value()).append('\n');
      case Node.Fraction number -> out.append(' ').append(number.value()).append('\n');
      case Node.Null nothing -> out.append(" null\n");
    }
  }

  private void mapping(Node.Mapping mapping, int indent, boolean item) {
    if (!item) {
      out.append('\n');
    }
    for (int i = 0; i < mapping.size(); i++) {
      out.append(item && i == 0 ? " " : " ".repeat(indent));
      out.append(isPlain(mapping.key(i)) ? mapping.key(i) : quoted(mapping.key(i))).append(':');
      value(mapping.value(i), indent + 2, false);
    }
  }

  private void text(String value, int indent) {
    if (isPlain(value)) {
      out.append(' ').append(value).append('\n');
    } else if (BLOCK.matcher(value).matches()
        && !value.endsWith("\n\n")
        && !TRAILING.matcher(value).find()) {
      out.append(" |\n");
      String margin = " ".repeat(Math.max(indent, 2));
      value.lines().forEach(line -> out.append(line.isEmpty() ? "" : margin + line).append('\n'));
    } else {
      out.append(' ').append(quoted(value)).append('\n');
    }
  }

  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches()
        && !text.endsWith(" ")
        && !text.startsWith("-")
        && YamlScalar.plain(text) instanceof YamlScalar.Str;
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                  if (isPrintable(c)) {
                    quoted.appendCodePoint(c);
                  } else {
                    quoted.append((c > 0xFFFF ? "\\U%08x" : "\\u%04x").formatted(c));
                  }
                }
              }
            });
    return quoted.append('"').toString();
  }

  private static boolean isPrintable(int c) {
    boolean separator = c == 0x2028 || c == 0x2029 || c == 0xFEFF;
    return c >= ' ' && c < 0x7F || c >= 0xA0 && c < 0xD800 && !separator;
  }
}
