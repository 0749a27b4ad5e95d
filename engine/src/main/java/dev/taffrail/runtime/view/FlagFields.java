package dev.taffrail.runtime.view;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.ObjectType;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a configuration file that flags stand for.
 *
 * <p>Most are called alike. Sources: cmd/kubelet/app/options/options.go AddKubeletConfigFlags,
 * cmd/kube-proxy/app/options.go AddFlags, cmd/kube-scheduler/app/options/deprecated.go.
 */
final class FlagFields {
  private static final Map<String, String> KUBELET =
      Map.ofEntries(
          Map.entry("anonymous-auth", "authentication.anonymous.enabled"),
          Map.entry("authentication-token-webhook", "authentication.webhook.enabled"),
          Map.entry("authentication-token-webhook-cache-ttl", "authentication.webhook.cacheTTL"),
          Map.entry("authorization-mode", "authorization.mode"),
          Map.entry(
              "authorization-webhook-cache-authorized-ttl",
              "authorization.webhook.cacheAuthorizedTTL"),
          Map.entry(
              "authorization-webhook-cache-unauthorized-ttl",
              "authorization.webhook.cacheUnauthorizedTTL"),
          Map.entry("cgroups-per-qos", "cgroupsPerQOS"),
          Map.entry("client-ca-file", "authentication.x509.clientCAFile"),
          Map.entry("cluster-dns", "clusterDNS"),
          Map.entry("contention-profiling", "enableContentionProfiling"),
          Map.entry("cpu-cfs-quota", "cpuCFSQuota"),
          Map.entry("cpu-cfs-quota-period", "cpuCFSQuotaPeriod"),
          Map.entry("event-qps", "eventRecordQPS"),
          Map.entry("image-gc-high-threshold", "imageGCHighThresholdPercent"),
          Map.entry("image-gc-low-threshold", "imageGCLowThresholdPercent"),
          Map.entry("kube-api-burst", "kubeAPIBurst"),
          Map.entry("kube-api-content-type", "contentType"),
          Map.entry("kube-api-qps", "kubeAPIQPS"),
          Map.entry("make-iptables-util-chains", "makeIPTablesUtilChains"),
          Map.entry("manifest-url", "staticPodURL"),
          Map.entry("manifest-url-header", "staticPodURLHeader"),
          Map.entry("minimum-image-ttl-duration", "imageMinimumGCAge"),
          Map.entry("pod-cidr", "podCIDR"),
          Map.entry("pod-manifest-path", "staticPodPath"),
          Map.entry("pod-max-pids", "podPidsLimit"),
          Map.entry("provider-id", "providerID"),
          Map.entry("registry-qps", "registryPullQPS"),
          Map.entry("reserved-cpus", "reservedSystemCPUs"),
          Map.entry("rotate-server-certificates", "serverTLSBootstrap"),
          Map.entry("runonce", "runOnce"));

  private static final Map<String, String> KUBE_PROXY =
      Map.ofEntries(
          Map.entry("cluster-cidr", "clusterCIDR"),
          Map.entry("conntrack-max-per-core", "conntrack.maxPerCore"),
          Map.entry("conntrack-min", "conntrack.min"),
          Map.entry("conntrack-tcp-be-liberal", "conntrack.tcpBeLiberal"),
          Map.entry("conntrack-tcp-timeout-close-wait", "conntrack.tcpCloseWaitTimeout"),
          Map.entry("conntrack-tcp-timeout-established", "conntrack.tcpEstablishedTimeout"),
          Map.entry("conntrack-udp-timeout", "conntrack.udpTimeout"),
          Map.entry("conntrack-udp-timeout-stream", "conntrack.udpStreamTimeout"),
          Map.entry("iptables-localhost-nodeports", "iptables.localhostNodePorts"),
          Map.entry("iptables-masquerade-bit", "iptables.masqueradeBit"),
          Map.entry("iptables-min-sync-period", "iptables.minSyncPeriod"),
          Map.entry("iptables-sync-period", "iptables.syncPeriod"),
          Map.entry("ipvs-exclude-cidrs", "ipvs.excludeCIDRs"),
          Map.entry("ipvs-min-sync-period", "ipvs.minSyncPeriod"),
          Map.entry("ipvs-scheduler", "ipvs.scheduler"),
          Map.entry("ipvs-strict-arp", "ipvs.strictARP"),
          Map.entry("ipvs-sync-period", "ipvs.syncPeriod"),
          Map.entry("ipvs-tcp-timeout", "ipvs.tcpTimeout"),
          Map.entry("ipvs-tcpfin-timeout", "ipvs.tcpFinTimeout"),
          Map.entry("ipvs-udp-timeout", "ipvs.udpTimeout"),
          Map.entry("kube-api-burst", "clientConnection.burst"),
          Map.entry("kube-api-content-type", "clientConnection.contentType"),
          Map.entry("kube-api-qps", "clientConnection.qps"),
          Map.entry("kubeconfig", "clientConnection.kubeconfig"),
          Map.entry("masquerade-all", "iptables.masqueradeAll"),
          Map.entry("nodeport-addresses", "nodePortAddresses"),
          Map.entry("pod-bridge-interface", "detectLocal.bridgeInterface"),
          Map.entry("pod-interface-name-prefix", "detectLocal.interfaceNamePrefix"),
          Map.entry("profiling", "enableProfiling"),
          Map.entry("proxy-mode", "mode"));

  private static final Map<String, String> KUBE_SCHEDULER =
      Map.ofEntries(
          Map.entry("contention-profiling", "enableContentionProfiling"),
          Map.entry("kube-api-burst", "clientConnection.burst"),
          Map.entry("kube-api-content-type", "clientConnection.contentType"),
          Map.entry("kube-api-qps", "clientConnection.qps"),
          Map.entry("kubeconfig", "clientConnection.kubeconfig"),
          Map.entry("leader-elect", "leaderElection.leaderElect"),
          Map.entry("leader-elect-lease-duration", "leaderElection.leaseDuration"),
          Map.entry("leader-elect-renew-deadline", "leaderElection.renewDeadline"),
          Map.entry("leader-elect-resource-lock", "leaderElection.resourceLock"),
          Map.entry("leader-elect-resource-name", "leaderElection.resourceName"),
          Map.entry("leader-elect-resource-namespace", "leaderElection.resourceNamespace"),
          Map.entry("leader-elect-retry-period", "leaderElection.retryPeriod"),
          Map.entry("profiling", "enableProfiling"));

  private FlagFields() {}

  /** The path of the field; empty for a flag that the file has no field for. */
  static Optional<String> of(Component component, String flag, ObjectType configuration) {
    Map<String, String> others =
        switch (component) {
          case KUBELET -> KUBELET;
          case KUBE_PROXY -> KUBE_PROXY;
          case KUBE_SCHEDULER -> KUBE_SCHEDULER;
          case KUBE_APISERVER, KUBE_CONTROLLER_MANAGER, ETCD -> Map.of();
        };
    String same = Component.field(flag);
    return Optional.ofNullable(others.get(flag))
        .or(() -> configuration.fields().containsKey(same) ? Optional.of(same) : Optional.empty());
  }
}
