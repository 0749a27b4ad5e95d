package dev.taffrail.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the word somebody probably meant. */
public final class Spelling {
  private static final int MOST_EDITS = 2;

  private Spelling() {}

  /** The nearest of the known words, if one is near enough to be a sure guess. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    return nearest(word, known, Map.of());
  }

  /**
   * The nearest of the known words: the same in another case, a known synonym, or at most two edits
   * away (one for words of up to four letters).
   *
   * @param synonyms words that people write, with the known word they mean
   */
  public static Optional<String> nearest(
      String word, Collection<String> known, Map<String, String> synonyms) {
    String synonym = synonyms.get(word.toLowerCase(Locale.ROOT));
    if (synonym != null && known.contains(synonym)) {
      return Optional.of(synonym);
    }
    int allowed = word.length() <= 4 ? 1 : MOST_EDITS;
    int best = allowed + 1;
    Optional<String> found = Optional.empty();
    for (String candidate : new TreeSet<>(known)) {
      if (candidate.equalsIgnoreCase(word)) {
        return Optional.of(candidate);
      }
      int distance = distance(word, candidate, allowed);
      boolean nearer =
          distance < best
              || distance == best
                  && found.isPresent()
                  && commonStart(word, candidate) > commonStart(word, found.get());
      if (nearer) {
        best = distance;
        found = Optional.of(candidate);
      }
    }
    return found;
  }

  private static int commonStart(String a, String b) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }

  /** Edits between two words, a swap of neighbours counting one; more than allowed is not exact. */
  static int distance(String a, String b, int allowed) {
    if (Math.abs(a.length() - b.length()) > allowed) {
      return allowed + 1;
    }
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      rows[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      rows[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least =
            Math.min(rows[i - 1][j - 1] + change, Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        rows[i][j] = swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
      }
    }
    return rows[a.length()][b.length()];
  }
}
