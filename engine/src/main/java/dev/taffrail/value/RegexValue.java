package dev.taffrail.value;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A compiled regular expression in RE2 syntax; equality is by its text.
 *
 * <p>Matching takes time linear in the text, with the size of the program as the factor, so that
 * size is limited.
 */
public record RegexValue(Pattern pattern) implements Value {
  private static final int LARGEST_PROGRAM = 5000;

  /** Compiles it; empty if {@link #problem} knows why not. */
  public static Optional<RegexValue> parse(String text) {
    if (problem(text).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(new RegexValue(Pattern.compile(text)));
  }

  /** What keeps a text from being a usable regular expression, for messages. */
  public static Optional<String> problem(String text) {
    if (RegexSize.estimate(text) > LARGEST_PROGRAM) {
      return Optional.of("it is too large, repetitions counted");
    }
    if (FoldingTrap.isIn(text)) {
      return Optional.of("letters from U+1C80 to U+1C88 cannot be compared without case");
    }
    try {
      return Pattern.compile(text).programSize() > LARGEST_PROGRAM
          ? Optional.of("it is too large, repetitions counted")
          : Optional.empty();
    } catch (PatternSyntaxException broken) {
      // The library calls a bracket that closes nothing an internal error.
      if (broken.getDescription().contains("internal error")) {
        return Optional.of("a `)` closes nothing");
      }
      String part = broken.getPattern();
      return Optional.of(broken.getDescription() + (part.isEmpty() ? "" : " at `" + part + "`"));
    }
  }

  public String text() {
    return pattern.pattern();
  }

  /** Whether the whole text matches. */
  public boolean matches(String candidate) {
    return pattern.matches(candidate);
  }

  /** What the named groups took, in the order of their names; empty if the text does not match. */
  public Map<String, String> captures(String candidate) {
    Matcher found = pattern.matcher(candidate);
    var captures = new TreeMap<String, String>();
    if (found.matches()) {
      pattern.namedGroups().keySet().stream()
          .filter(name -> found.group(name) != null)
          .forEach(name -> captures.put(name, found.group(name)));
    }
    return captures;
  }

  /** Whether a part of the text matches. */
  public boolean find(String candidate) {
    return pattern.matcher(candidate).find();
  }
}
