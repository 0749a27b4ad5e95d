package dev.taffrail.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds the word somebody meant.
 *
 * <p>Suggests only when fairly sure: the same word in other case or with other separators, a known
 * synonym, or one or two letters off. A wrong suggestion costs more than none.
 */
public final class Spelling {
  private static final int MOST_EDITS = 2;

  private Spelling() {}

  /** The known word that a word most likely stands for. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    return nearest(word, known, Map.of());
  }

  /**
   * The known word that a word most likely stands for.
   *
   * @param synonyms words people write, in lower case, and the known word each of them means
   */
  public static Optional<String> nearest(
      String word, Collection<String> known, Map<String, String> synonyms) {
    var sorted = new TreeSet<>(known);
    for (String candidate : sorted) {
      if (!candidate.equals(word) && plain(candidate).equals(plain(word))) {
        return Optional.of(candidate);
      }
    }
    var synonym = synonyms.get(word.toLowerCase(Locale.ROOT));
    if (synonym != null && known.contains(synonym)) {
      return Optional.of(synonym);
    }
    Optional<String> found = Optional.empty();
    int least = allowed(word) + 1;
    for (String candidate : sorted) {
      int distance = distance(word, candidate, allowed(word));
      boolean nearer =
          distance < least
              || (distance == least
                  && found.isPresent()
                  && commonStart(word, candidate) > commonStart(word, found.get()));
      if (nearer && distance > 0 && distance < candidate.length()) {
        least = distance;
        found = Optional.of(candidate);
      }
    }
    return found;
  }

  private static String plain(String word) {
    return word.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }

  /** In a short word, one letter more makes another word. */
  private static int allowed(String word) {
    if (word.length() <= 2) {
      return 0;
    }
    return word.length() <= 4 ? 1 : MOST_EDITS;
  }

  /** People rarely get the beginning of a word wrong. */
  private static int commonStart(String one, String other) {
    int i = 0;
    while (i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }

  /**
   * How many letters must be changed, added, dropped or exchanged with their neighbour; more than
   * allowed is not exact.
   */
  static int distance(String one, String other, int allowed) {
    if (Math.abs(one.length() - other.length()) > allowed) {
      return allowed + 1;
    }
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        boolean exchanged =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        if (exchanged) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[other.length()];
  }
}
