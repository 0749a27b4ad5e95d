package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.source.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds what an unreadable declaration was going to be called, so that uses of it are not errors.
 */
final class SkippedName {
  private static final Pattern KEYWORD_AND_NAME =
      Pattern.compile(
          "(?:@\\S+\\s+)*(?:private\\s+|external\\s+|foreign\\s+)?[a-z]+\\s+([A-Za-z_][A-Za-z0-9_]*).*",
          Pattern.DOTALL);

  /** The last name that is written: the alias, or the last part of the module. */
  private static final Pattern IMPORT =
      Pattern.compile("import\\b.*?\\b([A-Za-z_][A-Za-z0-9_]*)[^A-Za-z0-9_]*", Pattern.DOTALL);

  private SkippedName() {}

  static Optional<Ident> find(Span declaration) {
    boolean isImport = declaration.text().startsWith("import");
    var matcher = (isImport ? IMPORT : KEYWORD_AND_NAME).matcher(declaration.text());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int start = declaration.start();
    var place = declaration.source().span(start + matcher.start(1), start + matcher.end(1));
    return Optional.of(new Ident(place, place.text()));
  }
}
