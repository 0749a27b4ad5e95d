package dev.taffrail.cli.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The help of a command: how it is called, what it does, a table of what it takes, examples. */
public final class HelpText {
  private static final int WIDTH = 100;

  /** Longer headings have a line of their own. */
  private static final int WIDEST_HEADING = 26;

  private static final int GAP = 3;

  private HelpText() {}

  /** Without commands. */
  public static String of(CommandSpec spec) {
    return of(spec, Map.of());
  }

  /**
   * The help of a command.
   *
   * @param commands commands behind this one, with what they do
   */
  public static String of(CommandSpec spec, Map<String, String> commands) {
    var text = new StringBuilder("Usage: ").append(String.join("\n", spec.synopsis())).append('\n');
    text.append('\n').append(wrapped(spec.description(), "", "", WIDTH));
    var rows = new ArrayList<String>();
    spec.words().forEach(word -> rows.add(word.heading()));
    spec.options().forEach(option -> rows.add(option.heading()));
    int column = column(rows);
    if (!spec.words().isEmpty()) {
      text.append('\n');
      spec.words().forEach(w -> text.append(row(w.heading(), w.description(), column)));
    }
    text.append("\nOptions:\n");
    spec.options().forEach(o -> text.append(row(o.heading(), o.description(), column)));
    if (!commands.isEmpty()) {
      text.append("\nCommands:\n");
      int widest = commands.keySet().stream().mapToInt(String::length).max().orElse(0);
      commands.forEach(
          (name, does) -> text.append(row("  " + name, does, "  ".length() + widest + 2)));
    }
    spec.footer().forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static int column(List<String> headings) {
    return headings.stream()
            .mapToInt(String::length)
            .map(width -> Math.min(width, WIDEST_HEADING))
            .max()
            .orElse(0)
        + GAP;
  }

  private static String row(String heading, String description, int column) {
    boolean fits = heading.length() < column;
    String first = fits ? heading + " ".repeat(column - heading.length()) : " ".repeat(column);
    return (fits ? "" : heading + "\n")
        + wrapped(description, first, " ".repeat(column + 2), WIDTH - 1);
  }

  /** A text between margins, later lines behind an indent of their own. */
  private static String wrapped(String text, String first, String next, int width) {
    var lines = new StringBuilder();
    var line = new StringBuilder(first);
    boolean isEmpty = true;
    for (String word : text.split(" ")) {
      if (!isEmpty && line.length() + 1 + word.length() > width) {
        lines.append(line).append('\n');
        line = new StringBuilder(next);
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
    }
    return lines.append(line).append('\n').toString();
  }
}
