package dev.taffrail.runtime.view;

import dev.taffrail.object.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The paths at which volumes are mounted into a component. */
final class Mounts {
  /** What kubeadm mounts of the host into its static pods, beside the certificates. */
  private static final List<String> OF_KUBEADM =
      List.of(
          "/etc/ca-certificates",
          "/etc/ssl/certs",
          "/usr/local/share/ca-certificates",
          "/usr/share/ca-certificates");

  private Mounts() {}

  static Node.Sequence ofContainer(Node.Mapping container) {
    return paths(
        container.elements("volumeMounts", Node.Mapping.class), List.of(), container.start());
  }

  /**
   * Those of a static pod of kubeadm. Source: kubeadm's app/phases/controlplane/volumes.go.
   *
   * @param section of the ClusterConfiguration that is about the component
   */
  static Node.Sequence ofKubeadm(
      Node.Mapping configuration, Optional<Node.Mapping> section, boolean etcd) {
    String certificates = configuration.text("certificatesDir").orElse("/etc/kubernetes/pki");
    var given = new ArrayList<String>();
    if (etcd) {
      given.add(certificates + "/etcd");
      given.add(section.flatMap(s -> s.text("dataDir")).orElse("/var/lib/etcd"));
    } else {
      given.add(certificates);
      given.addAll(OF_KUBEADM);
    }
    return paths(
        section.map(s -> s.elements("extraVolumes", Node.Mapping.class)).orElse(List.of()),
        given,
        configuration.start());
  }

  private static Node.Sequence paths(List<Node.Mapping> mounts, List<String> given, int start) {
    var paths = new ArrayList<Node>();
    given.forEach(path -> paths.add(new Node.Text(path, start, start)));
    for (Node.Mapping mount : mounts) {
      mount.find("mountPath").filter(path -> path instanceof Node.Text).ifPresent(paths::add);
    }
    return new Node.Sequence(paths, start, start);
  }
}
