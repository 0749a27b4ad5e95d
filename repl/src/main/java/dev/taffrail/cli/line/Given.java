package dev.taffrail.cli.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands behind a command.
 *
 * @param options values by the longest name of their option; one that takes nothing has none
 * @param words what is no option
 */
public record Given(Map<String, List<String>> options, List<String> words) {
  public Given {
    options = Map.copyOf(options);
    words = List.copyOf(words);
  }

  /** Says why words cannot stand where they do. */
  public static final class Misplaced extends Exception {
    private static final long serialVersionUID = 1;

    private final Why why;
    private final String word;

    private Misplaced(Why why, String word) {
      super(why + " " + word);
      this.why = why;
      this.word = word;
    }

    public Why why() {
      return why;
    }

    /** The word or option that it is about. */
    public String word() {
      return word;
    }
  }

  /** What is wrong with a word. */
  public enum Why {
    ONE_TOO_MANY,
    UNKNOWN_OPTION,
    GIVEN_TWICE,
    WITHOUT_VALUE,
    TAKES_NO_VALUE
  }

  /** Takes words apart; everything behind {@code --} is no option. */
  public static Given of(CommandSpec spec, List<String> line) throws Misplaced {
    var options = new LinkedHashMap<String, List<String>>();
    var words = new ArrayList<String>();
    boolean onlyWords = false;
    for (int i = 0; i < line.size(); i++) {
      String word = line.get(i);
      if (!onlyWords && word.equals("--")) {
        onlyWords = true;
      } else if (onlyWords || !word.startsWith("-") || word.equals("-")) {
        if (!spec.takesWord(words.size())) {
          throw new Misplaced(Why.ONE_TOO_MANY, word);
        }
        words.add(word);
      } else {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        OptionSpec option =
            spec.option(name).orElseThrow(() -> new Misplaced(Why.UNKNOWN_OPTION, name));
        String key = option.longestName();
        boolean takesValue = option.takes() != OptionSpec.Takes.NOTHING;
        if (takesValue && equals < 0 && i + 1 == line.size()) {
          throw new Misplaced(Why.WITHOUT_VALUE, key);
        }
        if (!takesValue && equals >= 0) {
          throw new Misplaced(Why.TAKES_NO_VALUE, key);
        }
        if (options.containsKey(key) && option.takes() == OptionSpec.Takes.ONE) {
          throw new Misplaced(Why.GIVEN_TWICE, key);
        }
        var values = options.computeIfAbsent(key, first -> new ArrayList<>());
        if (takesValue) {
          String value = equals < 0 ? line.get(++i) : word.substring(equals + 1);
          if (equals < 0 && isOption(spec, value)) {
            throw new Misplaced(Why.WITHOUT_VALUE, key);
          }
          values.add(value);
        }
      }
    }
    return new Given(options, words);
  }

  /** {@code --format --quiet} lacks a format; with {@code =} a value may be called so. */
  private static boolean isOption(CommandSpec spec, String word) {
    int equals = word.indexOf('=');
    return spec.option(equals < 0 ? word : word.substring(0, equals)).isPresent();
  }

  public boolean has(String option) {
    return options.containsKey(option);
  }

  /** What stands behind an option that is given once at most. */
  public Optional<String> value(String option) {
    return values(option).stream().findFirst();
  }

  public List<String> values(String option) {
    return List.copyOf(options.getOrDefault(option, List.of()));
  }

  public Optional<String> word(int place) {
    return place < words.size() ? Optional.of(words.get(place)) : Optional.empty();
  }
}
