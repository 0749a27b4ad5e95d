package dev.taffrail.cli;

import dev.taffrail.PolicyInfo;
import dev.taffrail.stdlib.Profile;
import dev.taffrail.stdlib.StandardLibrary;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the policies of the standard library.
 *
 * @param all sorted by id
 */
record LibraryPolicies(List<PolicyInfo> all) {
  LibraryPolicies {
    all = List.copyOf(all);
  }

  static LibraryPolicies read() throws UsageMistake {
    var compiled =
        Choices.engine(Optional.empty())
            .compile(List.of(), StandardLibrary.modules(), List.of())
            .orThrow();
    return new LibraryPolicies(
        compiled.policies().stream().sorted(Comparator.comparing(PolicyInfo::id)).toList());
  }

  /** Those that a profile judges. */
  List<PolicyInfo> of(Profile profile) {
    var selection = profile.selection();
    return all.stream().filter(policy -> selection.has(policy.id())).toList();
  }
}
