package dev.taffrail.runtime.view;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the configuration file that a flag names among what is known: in the ConfigMap that is
 * mounted there, or as a document in a file of the same name.
 *
 * @param objects what is known of a kind
 * @param views what ConfigMaps hold
 */
record ConfigFiles(Function<GroupKind, List<KubernetesObject>> objects, DeclaredViews views) {
  /** The kinds that stand for a component. */
  static final Map<Component, GroupKind> KINDS =
      Map.of(
          Component.KUBELET, new GroupKind("kubelet.config.k8s.io", "KubeletConfiguration"),
          Component.KUBE_PROXY, new GroupKind("kubeproxy.config.k8s.io", "KubeProxyConfiguration"),
          Component.KUBE_SCHEDULER,
              new GroupKind("kubescheduler.config.k8s.io", "KubeSchedulerConfiguration"));

  /** The group of what the flags of the API server name. */
  static final String API_SERVER = "apiserver.config.k8s.io";

  static final GroupKind CONFIG_MAP = new GroupKind("", "ConfigMap");

  /** A configuration file and where it stands. */
  record Found(Node.Mapping node, Place place) {}

  /**
   * The file.
   *
   * @param path the value of the flag
   * @param kind what it holds
   * @param carrier the pod or workload that runs the component
   * @param spec of the pod
   */
  Optional<Found> find(
      String path,
      GroupKind kind,
      KubernetesObject carrier,
      Optional<Node.Mapping> spec,
      Optional<Node.Mapping> container) {
    return container
        .flatMap(c -> mounted(path, kind, carrier, spec, c))
        .or(() -> ofSameName(path, kind));
  }

  private Optional<Found> mounted(
      String path,
      GroupKind kind,
      KubernetesObject carrier,
      Optional<Node.Mapping> spec,
      Node.Mapping container) {
    for (Node.Mapping mount : container.elements("volumeMounts", Node.Mapping.class)) {
      String folder = mount.text("mountPath").orElse("").replaceFirst("/+$", "");
      if (folder.isEmpty() || !path.startsWith(folder + "/") && !path.equals(folder)) {
        continue;
      }
      String file = path.equals(folder) ? mount.text("subPath").orElse("") : tail(path, folder);
      for (Node.Mapping volume :
          spec.map(s -> s.elements("volumes", Node.Mapping.class)).orElse(List.of())) {
        Optional<Node.Mapping> map = volume.mapping("configMap");
        if (map.isPresent() && volume.text("name").equals(mount.text("name"))) {
          return inConfigMap(map.get(), key(map.get(), file), kind, carrier);
        }
      }
    }
    return Optional.empty();
  }

  private static String tail(String path, String folder) {
    return path.substring(folder.length() + 1);
  }

  private static String key(Node.Mapping volume, String file) {
    for (Node.Mapping item : volume.elements("items", Node.Mapping.class)) {
      if (item.text("path").filter(file::equals).isPresent()) {
        return item.text("key").orElse(file);
      }
    }
    return file;
  }

  private Optional<Found> inConfigMap(
      Node.Mapping volume, String key, GroupKind kind, KubernetesObject carrier) {
    String name = volume.text("name").orElse("");
    String namespace = carrier.namespace().orElse("default");
    return objects.apply(CONFIG_MAP).stream()
        .filter(map -> map.name().equals(name))
        .filter(map -> map.namespace().orElse("default").equals(namespace))
        .flatMap(map -> views.documentsAt(map, List.of("data", key)).stream())
        .filter(found -> isOf(found, kind))
        .map(found -> new Found(found.node(), found.place()))
        .findFirst();
  }

  private static boolean isOf(ObjectValue document, GroupKind kind) {
    return document.node().text("kind").filter(kind.kind()::equals).isPresent();
  }

  /** Several files of one name say nothing: which of them is meant nobody knows. */
  private Optional<Found> ofSameName(String path, GroupKind kind) {
    List<KubernetesObject> found =
        objects.apply(kind).stream()
            .filter(object -> baseName(object.source().name()).equals(baseName(path)))
            .toList();
    return found.size() == 1
        ? Optional.of(
            new Found(found.getFirst().root(), new Place(found.getFirst(), FieldPath.ROOT)))
        : Optional.empty();
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
