package dev.taffrail.stdlib;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A module with parameters that has a name of its own. */
public enum Profile {
  /** The Pod Security Standards, level baseline. */
  PSS_BASELINE("pss.baseline", "std.pss", Map.of("std.pss/level", "baseline")),
  /** The Pod Security Standards, level restricted, which demands all of baseline too. */
  PSS_RESTRICTED("pss.restricted", "std.pss", Map.of("std.pss/level", "restricted"));

  private final String word;
  private final Selection selection;

  Profile(String word, String module, Map<String, String> parameters) {
    this.word = word;
    this.selection = new Selection(List.of(module), parameters);
  }

  /** The name that users give. */
  public String word() {
    return word;
  }

  public Selection selection() {
    return selection;
  }

  /** The controls that are whole profiles, as the catalogue calls them. */
  static Set<String> inCatalogue() {
    return Set.of("pss-baseline-profile", "pss-restricted-profile");
  }

  public static Optional<Profile> of(String word) {
    return Arrays.stream(values()).filter(profile -> profile.word.equals(word)).findFirst();
  }
}
