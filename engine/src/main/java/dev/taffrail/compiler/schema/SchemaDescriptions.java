package dev.taffrail.compiler.schema;

import java.util.Optional;

/**
 * What Kubernetes' own documentation says about definitions and fields of the newest version.
 *
 * <p>Large, and asked for by people only: nothing is read before the first question. A build that
 * has not extracted the sentences answers every question with nothing.
 */
public final class SchemaDescriptions {
  private static final String OF_DEFINITION = ".";

  private static final class Loaded {
    static final Optional<SchemaText> TEXT =
        Resources.find("kubernetes.descriptions").map(SchemaText::of);
  }

  public Optional<String> describe(String definitionId) {
    return find(definitionId, OF_DEFINITION);
  }

  public Optional<String> describe(String definitionId, String field) {
    return find(definitionId, field);
  }

  private static Optional<String> find(String definitionId, String name) {
    String start = name + " ";
    return Loaded.TEXT.stream()
        .flatMap(text -> text.definition(definitionId).stream())
        .flatMap(block -> block.lines().stream())
        .filter(line -> line.startsWith(start))
        .findFirst()
        .map(line -> unescaped(line.substring(start.length())));
  }

  /** A line break is written as backslash and n, a backslash as two. */
  private static String unescaped(String line) {
    var text = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        i++;
        text.append(line.charAt(i) == 'n' ? '\n' : line.charAt(i));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
