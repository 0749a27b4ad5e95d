package dev.taffrail.runtime.view;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.object.Node;
import dev.taffrail.value.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The arguments that kubeadm gives a component: those it always writes, and the extra arguments of
 * the ClusterConfiguration, which win.
 *
 * <p>Sources: kubernetes.io/docs/reference/setup-tools/kubeadm/implementation-details, and
 * cmd/kubeadm/app/phases/controlplane/manifests.go, cmd/kubeadm/app/phases/etcd/local.go; what
 * depends on the node is not here, so a default of the component is not taken for granted there.
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
              Map.entry("etcd-cafile", PKI + "/etcd/ca.crt"),
              Map.entry("etcd-certfile", PKI + "/apiserver-etcd-client.crt"),
              Map.entry("etcd-keyfile", PKI + "/apiserver-etcd-client.key"),
              Map.entry("etcd-servers", "https://127.0.0.1:2379"),
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
              "bind-address",
              "127.0.0.1",
              "client-ca-file",
              PKI + "/ca.crt",
              "leader-elect",
              "true",
              "root-ca-file",
              PKI + "/ca.crt",
              "service-account-private-key-file",
              PKI + "/sa.key",
              "use-service-account-credentials",
              "true"),
          Component.KUBE_SCHEDULER,
          Map.of("bind-address", "127.0.0.1", "leader-elect", "true"),
          Component.ETCD,
          Map.of(
              "cert-file",
              PKI + "/etcd/server.crt",
              "client-cert-auth",
              "true",
              "key-file",
              PKI + "/etcd/server.key",
              "listen-metrics-urls",
              "http://127.0.0.1:2381",
              "peer-cert-file",
              PKI + "/etcd/peer.crt",
              "peer-client-cert-auth",
              "true",
              "peer-key-file",
              PKI + "/etcd/peer.key",
              "peer-trusted-ca-file",
              PKI + "/etcd/ca.crt",
              "trusted-ca-file",
              PKI + "/etcd/ca.crt"));

  /** What tells the API server of an etcd elsewhere, and where the ClusterConfiguration says it. */
  private static final Map<String, String> EXTERNAL_ETCD =
      Map.of("etcd-cafile", "caFile", "etcd-certfile", "certFile", "etcd-keyfile", "keyFile");

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
    var own = new TreeMap<>(WRITTEN.getOrDefault(component, Map.of()));
    own.replaceAll(
        (name, value) -> value.startsWith(PKI) ? folder + value.substring(PKI.length()) : value);
    if (component == Component.KUBE_APISERVER) {
      configuration
          .mapping("etcd")
          .flatMap(etcd -> etcd.mapping("external"))
          .ifPresent(etcd -> tellOf(etcd, own));
    }
    own.forEach(
        (name, value) -> {
          String instead = INSTEAD.getOrDefault(name, name);
          if (extra.stream().noneMatch(g -> g.name().equals(name) || g.name().equals(instead))) {
            arguments.add(new Argument(name, value, list, list.key("--" + name), start, start));
          }
        });
    arguments.addAll(extra);
    return arguments;
  }

  private static void tellOf(Node.Mapping externalEtcd, Map<String, String> arguments) {
    EXTERNAL_ETCD.forEach(
        (flag, field) -> {
          arguments.remove(flag);
          externalEtcd.text(field).ifPresent(file -> arguments.put(flag, file));
        });
    arguments.put(
        "etcd-servers",
        externalEtcd.elements("endpoints", Node.Text.class).stream()
            .map(Node.Text::value)
            .collect(Collectors.joining(",")));
  }
}
