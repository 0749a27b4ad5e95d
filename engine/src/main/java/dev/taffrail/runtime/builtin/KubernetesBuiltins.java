package dev.taffrail.runtime.builtin;

import dev.taffrail.compiler.type.SchemaTypes;
import java.util.ArrayList;
import java.util.List;

/** What Kubernetes objects have beside the fields of their schema. */
final class KubernetesBuiltins {
  private KubernetesBuiltins() {}

  /** None if the schema is not that of Kubernetes, as in tests of the language itself. */
  static List<Builtin> of(SchemaTypes types) {
    if (types.type("Pod").isEmpty()) {
      return List.of();
    }
    var all = new ArrayList<Builtin>();
    all.addAll(PodBuiltins.all(types));
    all.addAll(CarrierBuiltins.all(types));
    all.addAll(ContainerBuiltins.all(types));
    all.addAll(VolumeBuiltins.all(types));
    all.addAll(AffinityBuiltins.all(types));
    all.addAll(LabelSelectorBuiltins.all(types));
    all.addAll(NetworkPolicyBuiltins.all(types));
    all.addAll(EncryptionBuiltins.all(types));
    all.addAll(StorageBuiltins.all(types));
    return List.copyOf(all);
  }
}
