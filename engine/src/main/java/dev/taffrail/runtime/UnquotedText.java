package dev.taffrail.runtime;

import java.util.Set;
import java.util.regex.Pattern;

/** Messages about a file that may hold a Secret, without what they quote of it. */
final class UnquotedText {
  /** What is between backticks comes from the file, or is a word that every manifest may have. */
  private static final Pattern QUOTED = Pattern.compile("`[^`]*`");

  private static final Set<String> HARMLESS =
      Set.of(
          "`apiVersion`",
          "`kind`",
          "`metadata`",
          "`items`",
          "`request`",
          "`operation`",
          "`object`",
          "`oldObject`",
          "`null`",
          "`---`");

  /** Signs that YAML and JSON give a meaning. */
  private static final Pattern SIGNS = Pattern.compile("`[^\\p{L}\\p{N}]{1,2}`");

  private UnquotedText() {}

  static String of(String message) {
    return QUOTED
        .matcher(message)
        .replaceAll(
            found ->
                HARMLESS.contains(found.group()) || SIGNS.matcher(found.group()).matches()
                    ? found.group()
                    : "(not shown)");
  }
}
