package dev.taffrail.runtime.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Texts that people take for each other: what a text looks like, and how far two are apart. */
final class Lookalikes {
  /** Characters of the longest text whose distance is computed; it takes the square of that. */
  static final int LONGEST = 256;

  private static final Map<Integer, String> TABLE = table();

  private Lookalikes() {}

  /** One spelling for all texts that look alike. */
  static String skeleton(String text) {
    var out = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> !isInvisible(c))
        .forEach(c -> out.append(TABLE.getOrDefault(c, Character.toString(c))));
    String lower = out.toString().toLowerCase(Locale.ROOT);
    return lower.replace('0', 'o').replace('1', 'l').replace("rn", "m");
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      default -> false;
    };
  }

  /** How many characters have to be put in, taken out or replaced (Levenshtein). */
  static int distance(String a, String b) {
    int[] from = a.codePoints().toArray();
    int[] to = b.codePoints().toArray();
    int[] row = new int[to.length + 1];
    for (int j = 0; j <= to.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length; i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length; j++) {
        int above = row[j];
        int replaced = from[i - 1] == to[j - 1] ? diagonal : diagonal + 1;
        row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[to.length];
  }

  private static Map<Integer, String> table() {
    var table = new HashMap<Integer, String>();
    table.put((int) 'I', "l");
    table.put((int) '|', "l");
    try (InputStream in = Lookalikes.class.getResourceAsStream("lookalikes.txt")) {
      if (in == null) {
        throw new IllegalStateException("lookalikes.txt is not in the build");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .forEach(
              words -> {
                for (int i = 1; i < words.length; i++) {
                  table.put(Integer.parseInt(words[i], 16), words[0]);
                }
              });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return table;
  }
}
