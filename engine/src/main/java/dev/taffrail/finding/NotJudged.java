package dev.taffrail.finding;

import java.util.List;

/**
 * A policy that was left out, since it needs what was not given: objects of some kinds, or somebody
 * who answers its questions.
 *
 * @param policy qualified id
 * @param kinds the names of the kinds, sorted
 * @param providers the names of those who would have to answer, sorted
 */
public record NotJudged(String policy, List<String> kinds, List<String> providers)
    implements Comparable<NotJudged> {
  /** Longer lists are harder to read than to replace by all. */
  private static final int MOST_NAMED = 4;

  public NotJudged {
    kinds = List.copyOf(kinds);
    providers = List.copyOf(providers);
  }

  /** For want of objects alone. */
  public NotJudged(String policy, List<String> kinds) {
    this(policy, kinds, List.of());
  }

  /** For instance {@code shop/unique-host looks up Ingress, and none was given}. */
  public String message() {
    String asks = "asks %s, and nobody answers".formatted(words(providers));
    if (kinds.isEmpty()) {
      return policy + " " + asks;
    }
    String looks = "%s looks up %s, and none was given".formatted(policy, words(kinds));
    return providers.isEmpty() ? looks : looks + "; it " + asks;
  }

  /** How to have it judged. */
  public String help() {
    String answers = "give recorded answers with --evidence FILE";
    if (kinds.isEmpty()) {
      return answers;
    }
    return providers.isEmpty() ? objects() : objects() + "; " + answers;
  }

  private String objects() {
    return "give them with --inventory PATH, or say --complete %s if there are none"
        .formatted(kinds.size() > MOST_NAMED ? "all" : String.join(",", kinds));
  }

  private static String words(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  @Override
  public int compareTo(NotJudged other) {
    return policy.compareTo(other.policy);
  }
}
