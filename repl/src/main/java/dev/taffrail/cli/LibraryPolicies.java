package dev.taffrail.cli;

import dev.taffrail.PolicyInfo;
import dev.taffrail.stdlib.Selection;
import dev.taffrail.stdlib.StandardLibrary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of the policies of the standard library; only what is asked for is compiled. */
final class LibraryPolicies {
  private LibraryPolicies() {}

  /** The ids of all policies, sorted. */
  static List<String> ids() {
    return StandardLibrary.modules().stream()
        .flatMap(module -> StandardLibrary.policies(module).stream().map(p -> module + "/" + p))
        .sorted()
        .toList();
  }

  /** Those that a selection means, sorted by id. */
  static List<PolicyInfo> of(Selection selection) throws UsageMistake {
    return Choices.engine(Optional.empty())
        .compile(StandardLibrary.files(selection))
        .orThrow()
        .policies()
        .stream()
        .sorted(Comparator.comparing(PolicyInfo::id))
        .toList();
  }

  /** Those with one of these ids. */
  static List<PolicyInfo> of(List<String> ids) throws UsageMistake {
    var modules = ids.stream().map(id -> id.substring(0, id.indexOf('/'))).distinct().sorted();
    return of(new Selection(modules.toList(), ids, Map.of()));
  }
}
