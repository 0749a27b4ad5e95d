package dev.taffrail.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses the word that was meant from one that is not known. */
public final class Suggestions {
  /** More mistakes than this and the guess is more often wrong than right. */
  private static final int MOST_MISTAKES = 2;

  private Suggestions() {}

  /**
   * The known word that differs in case only, or by one or two mistakes: a letter missing, too
   * much, wrong, or two swapped. Of equally near words the first.
   */
  public static Optional<String> nearest(String word, Collection<String> known) {
    String best = "";
    int fewest = Math.min(MOST_MISTAKES, word.length() / 2) + 1;
    for (String candidate : known) {
      int mistakes =
          candidate.equalsIgnoreCase(word) ? 0 : distance(lower(word), lower(candidate), fewest);
      if (mistakes < fewest && !candidate.equals(word)) {
        fewest = mistakes;
        best = candidate;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** Optimal string alignment; gives up with {@code limit} when it cannot be less. */
  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
