package dev.taffrail.tooling.doc;

import dev.taffrail.source.Printable;
import java.util.List;
import java.util.regex.Pattern;

/** Markdown while it is written; plain text is escaped, since policies may come from strangers. */
final class Markdown {
  private static final Pattern MEANT = Pattern.compile("[\\\\`*_\\[\\]<>#|~&!]");
  private static final Pattern LIST = Pattern.compile("^(?:(\\d+)(?=[.)](?:\\s|$))|(?=[-+=]))");
  private static final Pattern TICKED = Pattern.compile("`([^`]+)`");
  private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])(?!https?:)");
  private static final Pattern FENCE_LINE = Pattern.compile("^ {0,3}(```+|~~~+)");
  private static final Pattern TICKS = Pattern.compile("`+");
  private static final int FENCE = 3;

  private final StringBuilder text = new StringBuilder();

  /** Text that means nothing to Markdown. */
  static String plain(String words) {
    String line = Printable.line(words.replaceAll("\\s+", " ").strip());
    String escaped = MEANT.matcher(line).replaceAll("\\\\$0");
    return LIST.matcher(escaped).replaceFirst("$1\\\\");
  }

  /** The same, but what stands between backticks is code, as in the messages of policies. */
  static String words(String text) {
    var out = new StringBuilder();
    int end = 0;
    var ticked = TICKED.matcher(text);
    while (ticked.find()) {
      out.append(piece(text.substring(end, ticked.start()))).append(code(ticked.group(1)));
      end = ticked.end();
    }
    return out.append(piece(text.substring(end))).toString();
  }

  /** A doc comment: Markdown as written, but with its HTML shown and not obeyed. */
  static String authored(String markdown) {
    var out = new StringBuilder();
    String fence = "";
    for (String line : markdown.lines().toList()) {
      var opening = FENCE_LINE.matcher(line);
      if (opening.find() && (fence.isEmpty() || opening.group(1).startsWith(fence))) {
        fence = fence.isEmpty() ? opening.group(1) : "";
        out.append(line);
      } else {
        out.append(fence.isEmpty() ? withoutTags(line) : line);
      }
      out.append('\n');
    }
    // A fence that is never closed would swallow the rest of the page.
    return out.append(fence).toString().strip();
  }

  private static String withoutTags(String line) {
    var out = new StringBuilder();
    int end = 0;
    var ticked = TICKED.matcher(line);
    while (ticked.find()) {
      out.append(TAG.matcher(line.substring(end, ticked.start())).replaceAll("\\\\<"));
      out.append(ticked.group());
      end = ticked.end();
    }
    return out.append(TAG.matcher(line.substring(end)).replaceAll("\\\\<")).toString();
  }

  /** Blanks at the ends are kept. */
  private static String piece(String text) {
    String plain = plain(text);
    boolean blank = plain.isEmpty();
    String before = !text.isEmpty() && Character.isWhitespace(text.charAt(0)) ? " " : "";
    boolean ends = !text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1));
    return blank ? before : before + plain + (ends ? " " : "");
  }

  /** A piece of code in a line. */
  static String code(String words) {
    String line = Printable.line(words.replaceAll("\\s+", " ").strip());
    String ticks = "`".repeat(longestTicks(line) + 1);
    boolean padded = line.isEmpty() || line.startsWith("`") || line.endsWith("`");
    String space = padded ? " " : "";
    return ticks + space + line + space + ticks;
  }

  static String link(String words, String target) {
    return "[" + words + "](" + target + ")";
  }

  /** A destination as its author wrote it, which may hold anything. */
  static String linkToWeb(String address) {
    boolean usual = address.matches("https?://[A-Za-z0-9./_~%?=&#@:,;+-]+");
    return usual ? "<" + address + ">" : code(address);
  }

  Markdown heading(int level, String words) {
    return paragraph("#".repeat(level) + " " + words);
  }

  /** One block, with an empty line behind it. */
  Markdown paragraph(String words) {
    if (!words.isBlank()) {
      text.append(words.strip()).append("\n\n");
    }
    return this;
  }

  Markdown items(List<String> items) {
    if (!items.isEmpty()) {
      items.forEach(item -> text.append("- ").append(item).append('\n'));
      text.append('\n');
    }
    return this;
  }

  Markdown fence(String language, String code) {
    String fence = "`".repeat(Math.max(FENCE, longestTicks(code) + 1));
    String body = printable(code.strip().indent(0));
    text.append(fence).append(language).append('\n').append(body);
    text.append(fence).append("\n\n");
    return this;
  }

  /** Ends of lines stay, everything else that plays with the reader does not. */
  private static String printable(String code) {
    var lines = new StringBuilder();
    code.lines().forEach(line -> lines.append(Printable.line(line)).append('\n'));
    return lines.toString();
  }

  private static int longestTicks(String words) {
    return TICKS.matcher(words).results().mapToInt(run -> run.group().length()).max().orElse(0);
  }

  String page() {
    return Page.MARK + "\n\n" + text.toString().stripTrailing() + "\n";
  }
}
