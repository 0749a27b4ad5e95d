package dev.taffrail.runtime;

import dev.taffrail.compiler.type.ReferenceFact;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.finding.UnknownReferences;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts objects of kinds without facts about references.
 *
 * <p>A kind of Kubernetes without facts has no such fields, as the table of references is held
 * against its schema by people; of any other kind nobody looked.
 */
final class ReferenceGaps {
  private final SchemaTypes types;
  private final Set<GroupKind> holders;

  ReferenceGaps(SchemaTypes types) {
    this.types = types;
    this.holders =
        types.referenceFacts().stream().map(ReferenceFact::holder).collect(Collectors.toSet());
  }

  /** By kind, in the order of kinds. */
  List<UnknownReferences> among(Collection<KubernetesObject> objects) {
    var counts = new TreeMap<GroupKind, Integer>();
    for (KubernetesObject object : objects) {
      if (!isKnown(object)) {
        counts.merge(GroupKind.of(object.kind()), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .map((Map.Entry<GroupKind, Integer> e) -> new UnknownReferences(e.getKey(), e.getValue()))
        .toList();
  }

  private boolean isKnown(KubernetesObject object) {
    GroupKind kind = GroupKind.of(object.kind());
    return holders.contains(kind)
        || types.podTemplate(object.kind()).isPresent()
        || types.servedVersions(kind).isEmpty() && types.isKnown(object.kind());
  }
}
