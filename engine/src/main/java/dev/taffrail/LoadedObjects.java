package dev.taffrail;

import dev.taffrail.finding.Evidence;
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
 * @param further what is looked up and not judged; a scan adds what it judges
 * @param inventory all that can be looked up
 * @param moment the time for which everything is judged, if somebody said it
 * @param evidence what external functions answered, if somebody recorded it
 */
record LoadedObjects(
    List<Manifest> manifests,
    Inventory further,
    Inventory inventory,
    Optional<Instant> moment,
    Optional<Evidence> evidence) {
  static final LoadedObjects NONE =
      new LoadedObjects(
          List.of(), Inventory.none(), Inventory.none(), Optional.empty(), Optional.empty());

  LoadedObjects {
    manifests = List.copyOf(manifests);
  }

  /** Others at the same moment. */
  LoadedObjects with(Collection<Manifest> others, Inventory more) {
    var given =
        others.stream()
            .flatMap(m -> m.objects().stream())
            .filter(object -> object.admission().isEmpty())
            .toList();
    return new LoadedObjects(
        List.copyOf(others), more, more.with(Inventory.of(given)), moment, evidence);
  }

  /** The same with another object in the place of one. */
  LoadedObjects replacing(KubernetesObject object, KubernetesObject next) {
    boolean isJudged = manifests.stream().anyMatch(m -> m.objects().contains(object));
    return isJudged
        ? with(manifests.stream().map(m -> replacing(m, object, next)).toList(), further)
        : with(manifests, further.with(next));
  }

  private static Manifest replacing(
      Manifest manifest, KubernetesObject object, KubernetesObject next) {
    var objects = manifest.objects().stream().map(o -> o == object ? next : o).toList();
    return new Manifest(manifest.source(), objects, manifest.problems(), manifest.skipped());
  }

  LoadedObjects asOf(Instant other) {
    return new LoadedObjects(manifests, further, inventory, Optional.of(other), evidence);
  }

  LoadedObjects answering(Evidence recorded) {
    return new LoadedObjects(manifests, further, inventory, moment, Optional.of(recorded));
  }

  /** Every object there is, in the order read. */
  List<KubernetesObject> all() {
    var all = new LinkedHashSet<KubernetesObject>();
    manifests.forEach(m -> all.addAll(m.objects()));
    all.addAll(inventory.objects());
    return List.copyOf(all);
  }
}
