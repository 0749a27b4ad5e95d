package dev.taffrail.repl;

import dev.taffrail.source.Printable;
import java.util.regex.Pattern;

/** Colours of a terminal, or none. */
public record Ink(boolean colour) {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final String RESET = "\u001b[0m";

  /**
   * A text of several lines without control characters, which could play with a terminal; colours
   * stay if there are any.
   */
  String printable(String text) {
    boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 0x7F || c == '\n');
    if (plain) {
      return text;
    }
    var out = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      int from = 0;
      var colours = COLOUR.matcher(line);
      while (colour && colours.find()) {
        out.append(Printable.line(line.substring(from, colours.start()))).append(colours.group());
        from = colours.end();
      }
      out.append(Printable.line(line.substring(from))).append('\n');
    }
    out.setLength(out.length() - 1);
    return out.toString();
  }

  public String strong(String words) {
    return with("\u001b[1m", words);
  }

  public String faint(String words) {
    return with("\u001b[2m", words);
  }

  public String type(String words) {
    return with("\u001b[36m", words);
  }

  public String bad(String words) {
    return with("\u001b[31m", words);
  }

  public String good(String words) {
    return with("\u001b[32m", words);
  }

  public String warning(String words) {
    return with("\u001b[33m", words);
  }

  private String with(String code, String words) {
    return colour && !words.isEmpty() ? code + words + RESET : words;
  }
}
