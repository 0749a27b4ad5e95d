package dev.taffrail.repl;

import dev.taffrail.Workbench;
import dev.taffrail.object.GroupKind;
import dev.taffrail.runtime.inventory.Inventory;
import java.util.ArrayList;
import java.util.List;

/** Says what a session is about, in one line. */
final class Banner {
  /** More names make nobody wiser. */
  private static final int MOST_KINDS = 6;

  private Banner() {}

  static String of(Workbench bench) {
    var counts = new ArrayList<String>();
    counts.add("Kubernetes " + bench.reference().types().version());
    int policies = bench.policies().size() + bench.waiting().size();
    counts.add(ReplSession.count(policies, "policy", "policies"));
    counts.add(
        ReplSession.count(bench.objects().size(), "object", "objects")
            + complete(bench.inventory()));
    return String.join(" · ", counts);
  }

  /** The kinds of which nothing is missing, since of others absence is an error. */
  private static String complete(Inventory inventory) {
    if (inventory.isCompleteForAll()) {
      return " (every kind complete)";
    }
    List<String> kinds =
        inventory.completeKinds().stream().map(GroupKind::kind).distinct().sorted().toList();
    if (kinds.isEmpty()) {
      return "";
    }
    int more = kinds.size() - MOST_KINDS;
    return " ("
        + String.join(", ", kinds.subList(0, Math.min(kinds.size(), MOST_KINDS)))
        + (more > 0 ? " and %d more".formatted(more) : "")
        + " complete)";
  }
}
