package dev.taffrail.conformance;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why we disagree with another tool about cases of a check, and want to.
 *
 * @param cases the ids, where {@code *} stands for any text; without, all of the check
 * @param expectation only cases of which the other tool expects this
 * @param why a sentence
 * @param place where the note stands
 */
record Note(
    String source,
    String check,
    Optional<String> cases,
    Optional<Case.Expectation> expectation,
    Reason reason,
    String why,
    String place) {

  enum Reason {
    /** Its verdict is not what its own documentation, or Kubernetes, says. */
    PEER_IS_WRONG,
    /** We report more, and mean it. */
    STRICTER_ON_PURPOSE,
    /** The two ask different questions of the object. */
    DIFFERENT_SCOPE;

    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Optional<Reason> of(String words) {
      return Stream.of(values()).filter(reason -> reason.words().equals(words)).findFirst();
    }
  }

  boolean isAbout(Case expected) {
    return expected.source().equals(source)
        && (expected.check().equals(check) || expected.controls().contains(check));
  }

  boolean explains(Case expected) {
    return isAbout(expected)
        && (expectation.isEmpty() || expectation.get() == expected.expectation())
        && (cases.isEmpty() || matches(cases.get(), expected.id()));
  }

  private static boolean matches(String pattern, String id) {
    String[] parts = pattern.split("\\*", -1);
    if (parts.length == 1) {
      return pattern.equals(id);
    }
    int at = parts[0].length();
    int end = id.length() - parts[parts.length - 1].length();
    if (!id.startsWith(parts[0]) || end < at || !id.endsWith(parts[parts.length - 1])) {
      return false;
    }
    for (int i = 1; i < parts.length - 1; i++) {
      int found = id.indexOf(parts[i], at);
      if (found < 0 || found + parts[i].length() > end) {
        return false;
      }
      at = found + parts[i].length();
    }
    return true;
  }
}
