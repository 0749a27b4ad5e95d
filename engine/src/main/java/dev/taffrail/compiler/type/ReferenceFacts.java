package dev.taffrail.compiler.type;

import dev.taffrail.object.GroupKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Fields of built-in kinds that name another object. Source: the field comments of {@code
 * k8s.io/api}, release 1.34.
 */
public final class ReferenceFacts {
  /**
   * A field that holds a name.
   *
   * @param holder the kind that has it; for Pod the path is that of the pod inside workloads too
   * @param path names of fields, with {@code []} behind those that hold a list
   * @param target the kind that is named
   * @param apiVersion of the target
   * @param namespaced the target lies in the namespace of the holder
   * @param key the field beside the name that says which entry is meant
   */
  public record Fact(
      GroupKind holder,
      List<String> path,
      GroupKind target,
      String apiVersion,
      boolean namespaced,
      Optional<String> key) {
    public Fact {
      path = List.copyOf(path);
    }
  }

  private static final String POD = "Pod";

  /** Holder, path, target, apiVersion of the target, whether it is namespaced. */
  private static final String TABLE =
      """
      Pod spec.serviceAccountName ServiceAccount v1 same
      Pod spec.imagePullSecrets[].name Secret v1 same
      Pod spec.priorityClassName PriorityClass scheduling.k8s.io/v1 none
      Pod spec.runtimeClassName RuntimeClass node.k8s.io/v1 none
      Pod spec.volumes[].secret.secretName Secret v1 same
      Pod spec.volumes[].configMap.name ConfigMap v1 same
      Pod spec.volumes[].persistentVolumeClaim.claimName PersistentVolumeClaim v1 same
      Pod spec.volumes[].projected.sources[].secret.name Secret v1 same
      Pod spec.volumes[].projected.sources[].configMap.name ConfigMap v1 same
      Pod spec.volumes[].csi.nodePublishSecretRef.name Secret v1 same
      Pod spec.CONTAINERS[].env[].valueFrom.secretKeyRef.name Secret v1 same key
      Pod spec.CONTAINERS[].env[].valueFrom.configMapKeyRef.name ConfigMap v1 same key
      Pod spec.CONTAINERS[].envFrom[].secretRef.name Secret v1 same
      Pod spec.CONTAINERS[].envFrom[].configMapRef.name ConfigMap v1 same
      ServiceAccount secrets[].name Secret v1 same
      ServiceAccount imagePullSecrets[].name Secret v1 same
      PersistentVolumeClaim spec.storageClassName StorageClass storage.k8s.io/v1 none
      PersistentVolumeClaim spec.volumeName PersistentVolume v1 none
      PersistentVolume spec.storageClassName StorageClass storage.k8s.io/v1 none
      StatefulSet.apps spec.serviceName Service v1 same
      Ingress.networking.k8s.io spec.ingressClassName IngressClass networking.k8s.io/v1 none
      Ingress.networking.k8s.io spec.tls[].secretName Secret v1 same
      Ingress.networking.k8s.io spec.defaultBackend.service.name Service v1 same
      Ingress.networking.k8s.io spec.rules[].http.paths[].backend.service.name Service v1 same
      """;

  private static final List<Fact> ALL = TABLE.lines().flatMap(ReferenceFacts::read).toList();

  private ReferenceFacts() {}

  private static Stream<Fact> read(String line) {
    if (line.contains("CONTAINERS")) {
      return Stream.of("initContainers", "containers", "ephemeralContainers")
          .flatMap(list -> read(line.replace("CONTAINERS", list)));
    }
    String[] words = line.split(" ");
    String apiVersion = words[3];
    int slash = apiVersion.indexOf('/');
    var target = new GroupKind(slash < 0 ? "" : apiVersion.substring(0, slash), words[2]);
    return Stream.of(
        new Fact(
            kind(words[0]),
            List.of(words[1].split("\\.")),
            target,
            apiVersion,
            words[4].equals("same"),
            words.length > 5 ? Optional.of(words[5]) : Optional.empty()));
  }

  private static GroupKind kind(String word) {
    int dot = word.indexOf('.');
    return dot < 0
        ? new GroupKind("", word)
        : new GroupKind(word.substring(dot + 1), word.substring(0, dot));
  }

  /** The facts of a kind itself. */
  public static List<Fact> of(GroupKind holder) {
    return ALL.stream().filter(fact -> fact.holder().equals(holder)).toList();
  }

  /** The facts of pods, wherever they stand. */
  public static List<Fact> ofPods() {
    return of(new GroupKind("", POD));
  }

  /** The names of kinds that can name an object, workloads included; sorted. */
  public static List<String> holders(SchemaTypes types) {
    Set<String> names = new TreeSet<>();
    ALL.forEach(fact -> names.add(fact.holder().kind()));
    names.addAll(types.podCarriers());
    return new ArrayList<>(names);
  }
}
