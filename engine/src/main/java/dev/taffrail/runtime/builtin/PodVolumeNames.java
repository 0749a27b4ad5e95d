package dev.taffrail.runtime.builtin;

import dev.taffrail.object.GroupKind;
import dev.taffrail.object.Node;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.runtime.read.Surroundings;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The names by which containers of a pod can mount volumes. Those of the claims of a StatefulSet
 * stand beside the template of the pod and not in it.
 */
final class PodVolumeNames {
  private PodVolumeNames() {}

  static Value of(ObjectValue pod, FieldReader reader) {
    Set<Value> names = new LinkedHashSet<>();
    ObjectMember.record(pod, "spec", reader)
        .map(spec -> ObjectMember.list(spec, "volumes", reader).elements())
        .orElse(List.of())
        .forEach(volume -> names.add(reader.read((ObjectValue) volume, "name")));
    if (GroupKind.of(pod.place().object().kind()).toString().equals("StatefulSet.apps")) {
      names.addAll(claims(pod));
    }
    return ListValue.of(List.copyOf(names));
  }

  /** A claim that is not written as one has no name; the schema of its kind says so. */
  private static List<Value> claims(ObjectValue pod) {
    Optional<Node> templates =
        Surroundings.up(pod.place(), 1)
            .flatMap(Surroundings::mapping)
            .flatMap(spec -> spec.find("volumeClaimTemplates"));
    return templates.orElse(null) instanceof Node.Sequence list
        ? list.elements().stream().flatMap(claim -> name(claim).stream()).toList()
        : List.of();
  }

  private static Optional<Value> name(Node claim) {
    return claim instanceof Node.Mapping written
            && written.find("metadata").orElse(null) instanceof Node.Mapping metadata
            && metadata.find("name").orElse(null) instanceof Node.Text name
        ? Optional.of(new Value.Text(name.value()))
        : Optional.empty();
  }
}
