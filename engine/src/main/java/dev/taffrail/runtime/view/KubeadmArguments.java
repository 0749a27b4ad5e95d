package dev.taffrail.runtime.view;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.object.Node;
import dev.taffrail.value.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The arguments that kubeadm gives a component: those it always writes, and the extra arguments of
 * the ClusterConfiguration, which win.
 *
 * <p>Sources: kubernetes.io/docs/reference/setup-tools/kubeadm/implementation-details, and
 * cmd/kubeadm/app/phases/controlplane/manifests.go; what depends on the node (addresses, ports,
 * etcd) is not here, so a default of the component is not taken for granted.
 */
final class KubeadmArguments {
  private static final String PKI = "/etc/kubernetes/pki";

  private static final Map<Component, Map<String, String>> WRITTEN =
      Map.of(
          Component.KUBE_APISERVER,
          Map.ofEntries(
              Map.entry("allow-privileged", "true"),
              Map.entry("authorization-mode", "Node,RBAC"),
              Map.entry("client-ca-file", PKI + "/ca.crt"),
              Map.entry("enable-admission-plugins", "NodeRestriction"),
              Map.entry("enable-bootstrap-token-auth", "true"),
              Map.entry("kubelet-client-certificate", PKI + "/apiserver-kubelet-client.crt"),
              Map.entry("kubelet-client-key", PKI + "/apiserver-kubelet-client.key"),
              Map.entry("kubelet-preferred-address-types", "InternalIP,ExternalIP,Hostname"),
              Map.entry("proxy-client-cert-file", PKI + "/front-proxy-client.crt"),
              Map.entry("proxy-client-key-file", PKI + "/front-proxy-client.key"),
              Map.entry("requestheader-allowed-names", "front-proxy-client"),
              Map.entry("requestheader-client-ca-file", PKI + "/front-proxy-ca.crt"),
              Map.entry("requestheader-extra-headers-prefix", "X-Remote-Extra-"),
              Map.entry("requestheader-group-headers", "X-Remote-Group"),
              Map.entry("requestheader-username-headers", "X-Remote-User"),
              Map.entry("service-account-key-file", PKI + "/sa.pub"),
              Map.entry("service-account-signing-key-file", PKI + "/sa.key"),
              Map.entry("tls-cert-file", PKI + "/apiserver.crt"),
              Map.entry("tls-private-key-file", PKI + "/apiserver.key")),
          Component.KUBE_CONTROLLER_MANAGER,
          Map.of(
              "leader-elect",
              "true",
              "root-ca-file",
              PKI + "/ca.crt",
              "service-account-private-key-file",
              PKI + "/sa.key",
              "use-service-account-credentials",
              "true"),
          Component.KUBE_SCHEDULER,
          Map.of("leader-elect", "true"));

  /** A flag that kubeadm does not write if another is given. */
  private static final Map<String, String> INSTEAD =
      Map.of("authorization-mode", "authorization-config");

  private KubeadmArguments() {}

  /**
   * The arguments, those of kubeadm first.
   *
   * @param configuration the ClusterConfiguration
   * @param list where the extra arguments of the component stand
   */
  static List<Argument> of(
      Component component, Node.Mapping configuration, List<Argument> extra, Place list) {
    String folder = configuration.text("certificatesDir").orElse(PKI);
    int start = configuration.start();
    var arguments = new ArrayList<Argument>();
    new TreeMap<>(WRITTEN.getOrDefault(component, Map.of()))
        .forEach(
            (name, value) -> {
              String instead = INSTEAD.getOrDefault(name, name);
              if (extra.stream()
                  .noneMatch(g -> g.name().equals(name) || g.name().equals(instead))) {
                String written =
                    value.startsWith(PKI) ? folder + value.substring(PKI.length()) : value;
                arguments.add(
                    new Argument(name, written, list, list.key("--" + name), start, start));
              }
            });
    arguments.addAll(extra);
    return arguments;
  }
}
