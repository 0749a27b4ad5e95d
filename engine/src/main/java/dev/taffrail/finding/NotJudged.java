package dev.taffrail.finding;

import java.util.List;

/**
 * A policy that was left out, since it looks up objects of kinds of which nothing was given.
 *
 * @param policy qualified id
 * @param kinds the names of the kinds, sorted
 */
public record NotJudged(String policy, List<String> kinds) implements Comparable<NotJudged> {
  /** Longer lists are harder to read than to replace by all. */
  private static final int MOST_NAMED = 4;

  public NotJudged {
    kinds = List.copyOf(kinds);
  }

  /** For instance {@code shop/unique-host looks up Ingress, and none was given}. */
  public String message() {
    return "%s looks up %s, and none was given".formatted(policy, words());
  }

  /** How to have it judged. */
  public String help() {
    return "give them with --inventory PATH, or say --complete %s if there are none"
        .formatted(kinds.size() > MOST_NAMED ? "all" : String.join(",", kinds));
  }

  private String words() {
    int last = kinds.size() - 1;
    return last < 1
        ? String.join("", kinds)
        : String.join(", ", kinds.subList(0, last)) + " and " + kinds.get(last);
  }

  @Override
  public int compareTo(NotJudged other) {
    return policy.compareTo(other.policy);
  }
}
