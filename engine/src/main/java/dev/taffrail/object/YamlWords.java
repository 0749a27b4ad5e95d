package dev.taffrail.object;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words that are no strings in kubectl's YAML. */
final class YamlWords {
  private YamlWords() {}

  static Map<String, YamlScalar> all() {
    var words = new HashMap<String, YamlScalar>();
    for (String word : List.of("y", "yes", "true", "on")) {
      spellings(words, word, new YamlScalar.Bool(true));
    }
    for (String word : List.of("n", "no", "false", "off")) {
      spellings(words, word, new YamlScalar.Bool(false));
    }
    spellings(words, "null", new YamlScalar.Null());
    words.put("~", new YamlScalar.Null());
    for (String word : List.of(".nan", ".NaN", ".NAN")) {
      words.put(word, new YamlScalar.Floating(Double.NaN));
    }
    for (String word : List.of(".inf", ".Inf", ".INF")) {
      words.put(word, new YamlScalar.Floating(Double.POSITIVE_INFINITY));
      words.put("+" + word, new YamlScalar.Floating(Double.POSITIVE_INFINITY));
      words.put("-" + word, new YamlScalar.Floating(Double.NEGATIVE_INFINITY));
    }
    return Map.copyOf(words);
  }

  /** Lower case, upper case, and with one capital; {@code yEs} is a string. */
  private static void spellings(Map<String, YamlScalar> words, String word, YamlScalar value) {
    words.put(word, value);
    words.put(word.toUpperCase(java.util.Locale.ROOT), value);
    words.put(Character.toUpperCase(word.charAt(0)) + word.substring(1), value);
  }
}
