package dev.taffrail.compiler.schema;

import dev.taffrail.compiler.type.DeclaredView;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.object.GroupKind;
import dev.taffrail.value.PathPattern.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The ConfigMaps in which kubeadm keeps configuration files.
 *
 * <p>Source: kubernetes.io/docs/reference/setup-tools/kubeadm/implementation-details, and
 * cmd/kubeadm/app/constants. Until 1.23 the version stood behind the name {@code kubelet-config}.
 */
final class ConfigCarriers {
  /** The name of the ConfigMap, the key, the kind. */
  private static final List<List<String>> ALL =
      List.of(
          List.of("kubeadm-config", "ClusterConfiguration", "ClusterConfiguration"),
          List.of("kubelet-config*", "kubelet", "KubeletConfiguration"),
          List.of("kube-proxy", "config.conf", "KubeProxyConfiguration"),
          List.of("kube-proxy", "kubeconfig.conf", "Config"));

  private ConfigCarriers() {}

  static List<DeclaredView> of(Function<String, Optional<ObjectType>> types) {
    return ALL.stream()
        .flatMap(
            line ->
                types
                    .apply(line.get(2))
                    .map(seen -> Stream.of(view(line.get(0), line.get(1), seen)))
                    .orElse(Stream.empty()))
        .toList();
  }

  private static DeclaredView view(String name, String key, ObjectType seen) {
    return new DeclaredView(
        new GroupKind("", "ConfigMap"),
        Optional.of("kube-system"),
        Optional.of(name),
        List.of(new Step.Key("data"), new Step.Key(key)),
        seen,
        DeclaredView.Form.TEXT,
        false);
  }
}
