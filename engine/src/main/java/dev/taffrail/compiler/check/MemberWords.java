package dev.taffrail.compiler.check;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What people write as a member because other languages have it, and how it is said here. */
final class MemberWords {
  /** Members under other names. */
  static final Map<String, String> SYNONYMS =
      Map.of("count", "size", "length", "size", "len", "size", "head", "first", "tail", "last");

  /** Questions that are no members but words of the language. */
  private static final Map<String, String> PHRASES =
      Map.ofEntries(
          Map.entry("isempty", "… is empty"),
          Map.entry("empty", "… is empty"),
          Map.entry("notempty", "… is not empty"),
          Map.entry("nonempty", "… is not empty"),
          Map.entry("isnotempty", "… is not empty"),
          Map.entry("isset", "… is set"),
          Map.entry("ispresent", "… is set"),
          Map.entry("exists", "… is set"),
          Map.entry("isunset", "… is unset"),
          Map.entry("isabsent", "… is unset"),
          Map.entry("contains", "value in …"),
          Map.entry("includes", "value in …"),
          Map.entry("has", "value in …"),
          Map.entry("filter", "list x in … where condition { x }"),
          Map.entry("map", "list x in … { x.field }"),
          Map.entry("tostring", "\"{…}\""));

  /** As many members as a reader takes in at a glance. */
  private static final int MOST_LISTED = 20;

  private MemberWords() {}

  /** The words to use instead, or else the members there are, if they are few. */
  static Optional<String> cure(String word, Collection<String> known) {
    var phrase = PHRASES.get(word.toLowerCase(Locale.ROOT));
    if (phrase != null) {
      return Optional.of("Write it like this: " + phrase);
    }
    // Of a union the member may be known, and belong to some of its types only.
    return known.isEmpty() || known.size() > MOST_LISTED || known.contains(word)
        ? Optional.empty()
        : Optional.of("There is: %s.".formatted(String.join(", ", new TreeSet<>(known))));
  }
}
