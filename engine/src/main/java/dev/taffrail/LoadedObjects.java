package dev.taffrail;

import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.runtime.inventory.Inventory;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What there is to judge and to look up at a workbench.
 *
 * @param moment the time for which everything is judged, if somebody said it
 */
record LoadedObjects(List<Manifest> manifests, Inventory inventory, Optional<Instant> moment) {
  static final LoadedObjects NONE =
      new LoadedObjects(List.of(), Inventory.none(), Optional.empty());

  LoadedObjects {
    manifests = List.copyOf(manifests);
  }

  /** Others at the same moment. */
  LoadedObjects with(Collection<Manifest> others, Inventory further) {
    var given =
        others.stream()
            .flatMap(m -> m.objects().stream())
            .filter(object -> object.admission().isEmpty())
            .toList();
    return new LoadedObjects(List.copyOf(others), further.with(Inventory.of(given)), moment);
  }

  LoadedObjects asOf(Instant other) {
    return new LoadedObjects(manifests, inventory, Optional.of(other));
  }

  /** Every object there is, in the order read. */
  List<KubernetesObject> all() {
    var all = new LinkedHashSet<KubernetesObject>();
    manifests.forEach(m -> all.addAll(m.objects()));
    all.addAll(inventory.objects());
    return List.copyOf(all);
  }
}
