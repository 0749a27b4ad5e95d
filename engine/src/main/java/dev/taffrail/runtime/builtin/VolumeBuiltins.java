package dev.taffrail.runtime.builtin;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.Node;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The kind of source that a volume has. */
final class VolumeBuiltins {
  private static final String UNKNOWN = "unknown";

  private static final List<String> NO_SOURCES_OF_PERSISTENT =
      List.of(
          "accessModes",
          "capacity",
          "claimRef",
          "mountOptions",
          "nodeAffinity",
          "persistentVolumeReclaimPolicy",
          "storageClassName",
          "volumeAttributesClassName",
          "volumeMode");

  private VolumeBuiltins() {}

  static List<Builtin> all(SchemaTypes types) {
    ObjectType volume = types.type("Volume").orElseThrow();
    ObjectType persistent = types.type("PersistentVolumeSpec").orElseThrow();
    List<String> sources = sources(volume, List.of("name"));
    List<String> persistentSources = sources(persistent, NO_SOURCES_OF_PERSISTENT);
    return List.of(
        ObjectMember.of(
            volume,
            "source",
            kinds(sources),
            "The kind of source, `hostPath` and so on; `emptyDir` if it names none, `unknown` if"
                + " this version of Kubernetes does not know it.",
            "pod.spec.volumes.first!.source == \"configMap\"",
            (receiver, reader) -> source(receiver, sources, others(receiver, "name"))),
        ObjectMember.of(
            persistent,
            "source",
            kinds(persistentSources),
            "The kind of source, `csi` and so on; `unknown` if this version of Kubernetes does not"
                + " know it.",
            "persistentVolume.spec.source == \"csi\"",
            (receiver, reader) -> source(receiver, persistentSources, true)));
  }

  private static Type kinds(List<String> sources) {
    var kinds = new ArrayList<>(sources);
    kinds.add(UNKNOWN);
    return new Type.TextEnum(Optional.empty(), kinds, false);
  }

  private static List<String> sources(ObjectType volume, List<String> others) {
    return volume.fields().keySet().stream().filter(field -> !others.contains(field)).toList();
  }

  /**
   * @param unknown whether no known source means an unknown one; else it means an emptyDir, which
   *     is what the API server makes of it
   */
  private static Value source(ObjectValue volume, List<String> sources, boolean unknown) {
    List<String> set = sources.stream().filter(source -> isSet(volume, source)).toList();
    if (set.size() > 1) {
      throw new EvaluationError(
          ErrorCode.WRONG_SHAPE,
          "`%s` sets `%s` and `%s`, but a volume has one source"
              .formatted(volume.place().path(), set.get(0), set.get(1)),
          Optional.of(volume.place()));
    }
    String absent = unknown ? UNKNOWN : "emptyDir";
    return new Value.Text(set.isEmpty() ? absent : set.getFirst());
  }

  private static boolean others(ObjectValue volume, String name) {
    for (int i = 0; i < volume.node().size(); i++) {
      if (!volume.node().key(i).equals(name) && isSet(volume, volume.node().key(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSet(ObjectValue volume, String field) {
    int at = volume.node().indexOf(field);
    return at >= 0 && !(volume.node().value(at) instanceof Node.Null);
  }
}
