package dev.taffrail.repl.terminal;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours what is typed, and the brackets that belong together at the cursor. */
final class ReplHighlighter implements Highlighter {
  /** Beyond this, colours cost more than they tell. */
  private static final int LONGEST = 20_000;

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//[^\\n]*)"
              + "|(?<text>\"\"\"[\\s\\S]*?(?:\"\"\"|$)|\"(?:\\\\.|[^\"\\\\\\n])*+\"?)"
              + "|(?<number>\\b\\d[\\w.%]*)"
              + "|(?<word>[A-Za-z_]\\w*)");

  private static final Set<String> KEYWORDS =
      Set.of(
          "all",
          "and",
          "any",
          "as",
          "by",
          "closure",
          "count",
          "default",
          "dict",
          "else",
          "empty",
          "enforce",
          "enum",
          "expect",
          "extend",
          "extern",
          "false",
          "filter",
          "first",
          "fn",
          "for",
          "forbid",
          "given",
          "group",
          "if",
          "implies",
          "import",
          "in",
          "index",
          "is",
          "let",
          "map",
          "match",
          "max",
          "message",
          "min",
          "module",
          "none",
          "not",
          "of",
          "on",
          "one",
          "or",
          "param",
          "policy",
          "require",
          "rule",
          "set",
          "severity",
          "sort",
          "sum",
          "target",
          "test",
          "then",
          "true",
          "type",
          "unique",
          "unset",
          "use",
          "using",
          "waive",
          "when",
          "where",
          "with",
          "each",
          "matches",
          "contains",
          "startsWith",
          "endsWith",
          "only");

  private static final AttributedStyle KEYWORD =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);
  private static final AttributedStyle TEXT =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
  private static final AttributedStyle NUMBER =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
  private static final AttributedStyle TYPE =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
  private static final AttributedStyle COMMENT = AttributedStyle.DEFAULT.faint();
  private static final AttributedStyle COMMAND = AttributedStyle.DEFAULT.bold();
  private static final AttributedStyle PAIR = AttributedStyle.DEFAULT.bold().underline();

  private final ComingSession session;

  ReplHighlighter(ComingSession session) {
    this.session = session;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    if (!session.settings().colour() || buffer.length() > LONGEST) {
      return new AttributedString(buffer);
    }
    int[] pair = Brackets.at(buffer, reader.getBuffer().cursor());
    var styled = new AttributedStringBuilder();
    var styles = styles(buffer);
    for (int i = 0; i < buffer.length(); i++) {
      boolean paired = i == pair[0] || i == pair[1];
      styled.style(paired ? PAIR : styles[i]).append(buffer.charAt(i));
    }
    return styled.toAttributedString();
  }

  static AttributedStyle[] styles(String buffer) {
    var styles = new AttributedStyle[buffer.length()];
    java.util.Arrays.fill(styles, AttributedStyle.DEFAULT);
    if (buffer.stripLeading().startsWith(":")) {
      int start = buffer.indexOf(':');
      int end = start;
      while (end < buffer.length() && !Character.isWhitespace(buffer.charAt(end))) {
        styles[end++] = COMMAND;
      }
    }
    Matcher token = TOKEN.matcher(buffer);
    while (token.find()) {
      AttributedStyle style =
          token.group("comment") != null
              ? COMMENT
              : token.group("text") != null
                  ? TEXT
                  : token.group("number") != null
                      ? NUMBER
                      : word(token.group("word"), buffer, token.start());
      for (int i = token.start(); i < token.end(); i++) {
        if (styles[i] == AttributedStyle.DEFAULT) {
          styles[i] = style;
        }
      }
    }
    return styles;
  }

  private static AttributedStyle word(String word, String buffer, int start) {
    boolean isMember = start > 0 && buffer.charAt(start - 1) == '.';
    if (!isMember && KEYWORDS.contains(word)) {
      return KEYWORD;
    }
    return Character.isUpperCase(word.charAt(0)) ? TYPE : AttributedStyle.DEFAULT;
  }

  @Override
  public void setErrorPattern(Pattern pattern) {}

  @Override
  public void setErrorIndex(int index) {}
}
