package dev.taffrail.object;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses what kubectl's YAML 1.1 refuses, or reads otherwise, and the parser reads by YAML 1.2.
 *
 * <p>Told of each node while a document is composed, it judges the rare characters that matter,
 * tabs at the start of lines and Unicode line separators, once it knows what they stand in.
 */
final class OlderYaml {
  private static final Pattern EXPLICIT_INDENTATION = Pattern.compile("[|>][-+]?[1-9]");

  private final YamlText text;
  private final boolean watching;
  private final Ranges quoted = new Ranges();
  private final Ranges blocks = new Ranges();
  private final Ranges flows = new Ranges();
  private final Set<Integer> plainEnds = new HashSet<>();

  OlderYaml(YamlText text) {
    this.text = text;
    this.watching = !text.separators().isEmpty() || !text.tabs().isEmpty();
  }

  /** An unquoted scalar: in brackets, no question mark in it. */
  void plain(int start, int end, boolean inFlow) throws UnreadableException {
    for (int i = start; inFlow && i < end; i++) {
      if (text.charAt(i) == '?') {
        throw new UnreadableException(
            start,
            end,
            "kubectl reads no `?` in an unquoted value inside of brackets",
            "quote the value");
      }
    }
    if (watching) {
      plainEnds.add(end);
    }
  }

  /** The outermost brackets of a flow collection. */
  void flow(int start, int end) {
    if (watching) {
      flows.add(start, end);
    }
  }

  void singleQuoted(int start, int end) {
    if (watching) {
      quoted.add(start, end);
    }
  }

  void doubleQuoted(int start, int end) throws UnreadableException {
    singleQuoted(start, end);
    checkEscapes(start, end);
  }

  /** No {@code \/}, no halves of surrogate pairs. */
  private void checkEscapes(int start, int end) throws UnreadableException {
    for (int i = start + 1; i + 1 < end; i++) {
      if (text.charAt(i) != '\\') {
        continue;
      }
      char escape = text.charAt(i + 1);
      int digits = escape == 'u' ? 4 : escape == 'U' ? 8 : 0;
      if (escape == '/' || (digits > 0 && isSurrogate(i + 2, digits))) {
        throw new UnreadableException(
            i,
            i + 2 + digits,
            Quoted.of(text.slice(i, i + 2 + digits)) + " is no escape that kubectl knows",
            escape == '/'
                ? "write `/`"
                : "write the character itself, or its code as `\\U` and eight digits");
      }
      i++;
    }
  }

  private boolean isSurrogate(int start, int digits) {
    int code = Integer.parseInt(text.slice(start, start + digits), 16);
    return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
  }

  /** A text block, from its {@code |} or {@code >}: no tab where its indentation is expected. */
  void block(int start, int end) throws UnreadableException {
    if (!watching) {
      return;
    }
    blocks.add(start, end);
    int line = text.lineEnd(start);
    boolean undecided = !EXPLICIT_INDENTATION.matcher(text.slice(start, line)).lookingAt();
    int indentation = 0;
    while (line < end) {
      int first = line;
      while (first < end && text.charAt(first) == ' ') {
        first++;
      }
      boolean content = first < end && text.charAt(first) != '\n' && text.charAt(first) != '\r';
      if (content && text.charAt(first) == '\t' && (undecided || first - line < indentation)) {
        throw new UnreadableException(
            first,
            first + 1,
            "a tab stands where the indentation of this text block ends",
            "indent with spaces; write a tab that belongs to the text in double quotes as `\\t`");
      }
      if (content && undecided) {
        indentation = first - line;
        undecided = false;
      }
      line = text.lineEnd(first);
    }
  }

  /** Judges the characters that were waiting; call it when the document is complete. */
  void check() throws UnreadableException {
    for (int i = 0; i < text.separators().size(); i++) {
      checkSeparator(text.separators().get(i));
    }
    int tabBefore = 0;
    int content = 0;
    for (int i = 0; i < text.tabs().size(); i++) {
      int tab = text.tabs().get(i);
      // looking back from each tab over all that is blank would be quadratic
      int trimmed = text.trimmed(tabBefore, tab);
      content = trimmed > tabBefore ? trimmed : content;
      tabBefore = tab;
      checkTab(tab, content);
    }
  }

  /**
   * A Unicode line separator ends a line for kubectl, even a comment: what we take for a comment
   * may be a field for it. In a quoted string it does no harm, away from blanks, which would be
   * folded.
   */
  private void checkSeparator(int at) throws UnreadableException {
    boolean harmless =
        text.charAt(at) != '\u0085'
            && quoted.hold(at)
            && !YamlText.isBlankOrBreak(text.charAt(at - 1))
            && !YamlText.isBlankOrBreak(text.charAt(at + 1));
    if (!harmless) {
      throw new UnreadableException(
          at,
          at + 1,
          "the character U+%04X breaks lines for kubectl".formatted((int) text.charAt(at)),
          "remove it, or write it as an escape in double quotes");
    }
  }

  /** Judges a tab; {@code content} is where the text before it ends. */
  private void checkTab(int at, int content) throws UnreadableException {
    boolean inString = quoted.hold(at) || blocks.hold(at);
    boolean inFlow = flows.hold(at);
    boolean behindPlain = text.isLineStart(at) && plainEnds.contains(content);
    if (!inString && (!inFlow || behindPlain)) {
      throw new UnreadableException(
          at,
          at + 1,
          "a tab is used for indentation",
          "indent with spaces; YAML allows no tabs there");
    }
  }
}
