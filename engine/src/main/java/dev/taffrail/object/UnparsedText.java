package dev.taffrail.object;

import java.util.regex.Pattern;

/** Tells what a part of a file was meant to be that cannot be parsed, by the looks of its lines. */
final class UnparsedText {
  private static final String KEY_START = "(?m)(?:^|[{,])[ \\t\"'?-]*";

  private static final Pattern API_VERSION =
      Pattern.compile(KEY_START + "apiVersion[\"']?[ \\t]*:");
  private static final Pattern KIND = Pattern.compile(KEY_START + "kind[\"']?[ \\t]*:");
  private static final Pattern METADATA = Pattern.compile(KEY_START + "metadata[\"']?[ \\t]*:");

  /** What only Helm's templates have; an alerting rule has braces too. */
  private static final Pattern HELM =
      Pattern.compile(
          "\\{\\{-?\\s*(/\\*"
              + "|(if|with|range)\\b[^{}\\n]*\\.(Values|Release|Chart|Capabilities)\\b"
              + "|\\$?\\.(Values|Release|Chart|Capabilities|Files|Template)\\b"
              + "|(include|tpl|toYaml)\\s)");

  private UnparsedText() {}

  /** Whether it has the lines by which one knows an object. */
  static boolean looksLikeObject(String text) {
    boolean version = API_VERSION.matcher(text).find();
    boolean kind = KIND.matcher(text).find();
    return version && kind || (version || kind) && METADATA.matcher(text).find();
  }

  /**
   * Whether it is a template to be rendered first.
   *
   * @param at where parsing failed; braces there or on one of the three lines before are taken for
   *     the reason
   */
  static boolean looksLikeTemplate(String text, int at) {
    int from = at;
    for (int lines = 0; lines < 4 && from > 0; lines++) {
      from = text.lastIndexOf('\n', from - 1);
    }
    int to = text.indexOf('\n', at);
    String near = text.substring(Math.max(from, 0), to < 0 ? text.length() : to);
    return near.lines().anyMatch(UnparsedText::hasBareBraces) || HELM.matcher(text).find();
  }

  /**
   * Braces of a template outside of quotes; YAML cannot mean anything by them that an API knows.
   */
  private static boolean hasBareBraces(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote == 0 && line.startsWith("{{", i)) {
        return true;
      }
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      }
    }
    return false;
  }
}
