package dev.taffrail.runtime.builtin;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.List;

/** The kind of source that a volume has. */
final class VolumeBuiltins {
  private static final String NAME = "name";

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
    OneOf source = sources(volume, List.of(NAME));
    OneOf persistentSource = sources(persistent, NO_SOURCES_OF_PERSISTENT);
    return List.of(
        ObjectMember.of(
            volume,
            "source",
            source.type(),
            "The kind of source, `hostPath` and so on; `emptyDir` if it names none, `unknown` if"
                + " this version of Kubernetes does not know it.",
            "pod.spec.volumes.first!.source == \"configMap\"",
            (receiver, reader) -> source.of(receiver).orElseGet(() -> withoutSource(receiver))),
        ObjectMember.of(
            persistent,
            "source",
            persistentSource.type(),
            "The kind of source, `csi` and so on; `unknown` if this version of Kubernetes does not"
                + " know it.",
            "persistentVolume.spec.source == \"csi\"",
            (receiver, reader) -> persistentSource.of(receiver).orElse(OneOf.UNKNOWN)));
  }

  private static OneOf sources(ObjectType volume, List<String> others) {
    return new OneOf(
        "source",
        volume.fields().keySet().stream().filter(field -> !others.contains(field)).toList());
  }

  /** The API server makes an emptyDir of a volume that has nothing but its name. */
  private static Value withoutSource(ObjectValue volume) {
    for (int i = 0; i < volume.node().size(); i++) {
      String key = volume.node().key(i);
      if (!key.equals(NAME) && OneOf.isSet(volume, key)) {
        return OneOf.UNKNOWN;
      }
    }
    return new Value.Text("emptyDir");
  }
}
