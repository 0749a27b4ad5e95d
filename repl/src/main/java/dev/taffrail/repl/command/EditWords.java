package dev.taffrail.repl.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object and an edit of it, as they are typed behind a command.
 *
 * @param edit a record as behind {@code with}
 * @param command what else was typed, from its colon on
 */
record EditWords(String object, String edit, String command) {
  private static final Pattern PATH_EDIT =
      Pattern.compile("^([^{=]*?)\\s+([A-Za-z]\\w*(?:\\.\\w+)*)\\s*=\\s*(\\S.*)$", Pattern.DOTALL);

  /** {@code cart { spec: { replicas: 1 } }} or {@code cart spec.replicas = 1}. */
  static Optional<EditWords> of(String words) {
    int colon = commandIn(words);
    String command = colon < 0 ? "" : words.substring(colon).strip();
    String edited = colon < 0 ? words : words.substring(0, colon).strip();
    Matcher path = PATH_EDIT.matcher(edited);
    if (path.matches()) {
      return Optional.of(
          new EditWords(path.group(1).strip(), nested(path.group(2), path.group(3)), command));
    }
    int brace = edited.indexOf('{');
    return brace > 0
        ? Optional.of(
            new EditWords(edited.substring(0, brace).strip(), edited.substring(brace), command))
        : Optional.empty();
  }

  /** {@code a.b = v} as {@code { a: { b: v } }}. */
  private static String nested(String path, String value) {
    String[] steps = path.split("\\.");
    return "{ " + String.join(": { ", steps) + ": " + value + " }".repeat(steps.length);
  }

  /** Where a command begins: a colon behind a space, and neither in brackets nor in a text. */
  private static int commandIn(String words) {
    int depth = 0;
    boolean text = false;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '"') {
        text = !text;
      } else if (text) {
        i += c == '\\' ? 1 : 0;
      } else if ("{[(".indexOf(c) >= 0) {
        depth++;
      } else if ("}])".indexOf(c) >= 0) {
        depth--;
      } else if (c == ':' && depth == 0 && i > 0 && Character.isWhitespace(words.charAt(i - 1))) {
        return i;
      }
    }
    return -1;
  }
}
