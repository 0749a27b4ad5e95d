package dev.taffrail.tooling.api;

import java.util.Optional;

/**
 * One difference between two versions.
 *
 * @param effect what it means for others
 * @param what the sort of thing, {@code parameter}
 * @param id its qualified name; of the older version if it is gone
 * @param words what happened, {@code is gone}
 * @param was what is promised no more, as written
 * @param is what is promised now, as written
 */
public record Change(
    Effect effect,
    String what,
    String id,
    String words,
    Optional<String> was,
    Optional<String> is) {
  /** What a difference means for those who import or bind the policies. */
  public enum Effect {
    /** What worked may not compile or load any more. */
    BREAKING,
    /** It compiles and loads, and may judge otherwise. */
    BEHAVIOUR,
    /** Nothing that existed changes. */
    ADDED;

    /** As it is printed. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
