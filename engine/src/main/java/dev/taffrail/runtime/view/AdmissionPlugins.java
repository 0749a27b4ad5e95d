package dev.taffrail.runtime.view;

import dev.taffrail.object.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The admission plugins that an API server runs: those of its version, without the disabled ones,
 * with the enabled ones.
 *
 * <p>Source: pkg/kubeapiserver/options/plugins.go DefaultOffAdmissionPlugins, which lists those
 * that are on.
 */
final class AdmissionPlugins {
  /** The plugins that are on, and the minor version since which they are, of 1. */
  private static final Map<String, Integer> ON = on();

  private AdmissionPlugins() {}

  private static Map<String, Integer> on() {
    var plugins = new LinkedHashMap<String, Integer>();
    for (String always :
        List.of(
            "CertificateApproval",
            "CertificateSigning",
            "CertificateSubjectRestriction",
            "ClusterTrustBundleAttest",
            "DefaultIngressClass",
            "DefaultStorageClass",
            "DefaultTolerationSeconds",
            "LimitRanger",
            "MutatingAdmissionWebhook",
            "NamespaceLifecycle",
            "PersistentVolumeClaimResize",
            "PodSecurity",
            "Priority",
            "ResourceQuota",
            "RuntimeClass",
            "ServiceAccount",
            "StorageObjectInUseProtection",
            "TaintNodesByCondition",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionWebhook")) {
      plugins.put(always, 0);
    }
    plugins.put("MutatingAdmissionPolicy", 32);
    plugins.put("PodTopologyLabels", 33);
    return plugins;
  }

  /**
   * The names.
   *
   * @param kubernetes the version of the run, {@code 1.34}
   */
  static Node.Sequence of(Node.Mapping flags, String kubernetes) {
    int minor = Integer.parseInt(kubernetes.substring(kubernetes.indexOf('.') + 1));
    var plugins = new LinkedHashMap<String, Node>();
    int start = flags.start();
    ON.forEach(
        (name, since) -> {
          if (minor >= since) {
            plugins.put(name, new Node.Text(name, start, start));
          }
        });
    flags
        .elements("disableAdmissionPlugins", Node.Text.class)
        .forEach(text -> plugins.remove(text.value()));
    flags
        .elements("enableAdmissionPlugins", Node.Text.class)
        .forEach(text -> plugins.put(text.value(), text));
    return new Node.Sequence(new ArrayList<>(plugins.values()), start, start);
  }
}
