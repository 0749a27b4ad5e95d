package dev.taffrail.schemagen;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Lists the kinds that were gone before the oldest bundled version, with the version they left in.
 */
final class RemovedKinds {

  /** The kinds one past or bundled version served. */
  record Served(Releases.Release release, List<ServedKind> kinds) {}

  /**
   * Facts of the deprecation guide that the artifacts cannot tell: no artifact describes 1.21, 1.26
   * and 1.29, and the workloads that 1.16 stopped serving stayed in its OpenAPI until 1.18.
   */
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("apps/v1beta1 ControllerRevision", "1.16"),
          Map.entry("apps/v1beta1 Deployment", "1.16"),
          Map.entry("apps/v1beta1 StatefulSet", "1.16"),
          Map.entry("apps/v1beta2 ControllerRevision", "1.16"),
          Map.entry("apps/v1beta2 DaemonSet", "1.16"),
          Map.entry("apps/v1beta2 Deployment", "1.16"),
          Map.entry("apps/v1beta2 ReplicaSet", "1.16"),
          Map.entry("apps/v1beta2 StatefulSet", "1.16"),
          Map.entry("extensions/v1beta1 DaemonSet", "1.16"),
          Map.entry("extensions/v1beta1 Deployment", "1.16"),
          Map.entry("extensions/v1beta1 NetworkPolicy", "1.16"),
          Map.entry("extensions/v1beta1 PodSecurityPolicy", "1.16"),
          Map.entry("extensions/v1beta1 ReplicaSet", "1.16"),
          Map.entry("batch/v2alpha1 CronJob", "1.21"),
          Map.entry("flowcontrol.apiserver.k8s.io/v1alpha1 FlowSchema", "1.21"),
          Map.entry("flowcontrol.apiserver.k8s.io/v1alpha1 PriorityLevelConfiguration", "1.21"),
          Map.entry("admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration", "1.22"),
          Map.entry("admissionregistration.k8s.io/v1beta1 ValidatingWebhookConfiguration", "1.22"),
          Map.entry("apiextensions.k8s.io/v1beta1 CustomResourceDefinition", "1.22"),
          Map.entry("apiregistration.k8s.io/v1beta1 APIService", "1.22"),
          Map.entry("authentication.k8s.io/v1beta1 TokenReview", "1.22"),
          Map.entry("authorization.k8s.io/v1beta1 LocalSubjectAccessReview", "1.22"),
          Map.entry("authorization.k8s.io/v1beta1 SelfSubjectAccessReview", "1.22"),
          Map.entry("authorization.k8s.io/v1beta1 SelfSubjectRulesReview", "1.22"),
          Map.entry("authorization.k8s.io/v1beta1 SubjectAccessReview", "1.22"),
          Map.entry("certificates.k8s.io/v1beta1 CertificateSigningRequest", "1.22"),
          Map.entry("coordination.k8s.io/v1beta1 Lease", "1.22"),
          Map.entry("extensions/v1beta1 Ingress", "1.22"),
          Map.entry("networking.k8s.io/v1beta1 Ingress", "1.22"),
          Map.entry("networking.k8s.io/v1beta1 IngressClass", "1.22"),
          Map.entry("rbac.authorization.k8s.io/v1beta1 ClusterRole", "1.22"),
          Map.entry("rbac.authorization.k8s.io/v1beta1 ClusterRoleBinding", "1.22"),
          Map.entry("rbac.authorization.k8s.io/v1beta1 Role", "1.22"),
          Map.entry("rbac.authorization.k8s.io/v1beta1 RoleBinding", "1.22"),
          Map.entry("scheduling.k8s.io/v1beta1 PriorityClass", "1.22"),
          Map.entry("storage.k8s.io/v1beta1 CSIDriver", "1.22"),
          Map.entry("storage.k8s.io/v1beta1 CSINode", "1.22"),
          Map.entry("storage.k8s.io/v1beta1 StorageClass", "1.22"),
          Map.entry("storage.k8s.io/v1beta1 VolumeAttachment", "1.22"),
          Map.entry("autoscaling/v2beta2 HorizontalPodAutoscaler", "1.26"),
          Map.entry("flowcontrol.apiserver.k8s.io/v1beta1 FlowSchema", "1.26"),
          Map.entry("flowcontrol.apiserver.k8s.io/v1beta1 PriorityLevelConfiguration", "1.26"),
          Map.entry("storage.k8s.io/v1beta1 CSIStorageCapacity", "1.27"),
          Map.entry("flowcontrol.apiserver.k8s.io/v1beta2 FlowSchema", "1.29"),
          Map.entry("flowcontrol.apiserver.k8s.io/v1beta2 PriorityLevelConfiguration", "1.29"),
          Map.entry("networking.k8s.io/v1alpha1 ClusterCIDR", "1.29"));

  private RemovedKinds() {}

  /**
   * One line a kind: apiVersion, kind, plural, scope and the first version without it.
   *
   * @param history every version in order, the oldest bundled one last
   */
  static List<String> lines(List<Served> history) {
    Served oldestBundled = history.get(history.size() - 1);
    Set<String> alive =
        oldestBundled.kinds().stream().map(RemovedKinds::name).collect(Collectors.toSet());
    var lines = new TreeMap<String, String>();
    for (int i = 0; i < history.size() - 1; i++) {
      Served last = history.get(i);
      Served next = history.get(i + 1);
      for (ServedKind kind : last.kinds()) {
        if (!alive.contains(name(kind)) && !serves(next, kind)) {
          lines.put(name(kind), line(kind, removedIn(kind, last.release(), next.release())));
        }
      }
    }
    return List.copyOf(lines.values());
  }

  private static String line(ServedKind kind, String removedIn) {
    return String.join(" ", name(kind), kind.plural(), kind.scope(), removedIn);
  }

  private static boolean serves(Served version, ServedKind kind) {
    return version.kinds().stream().anyMatch(other -> name(other).equals(name(kind)));
  }

  private static String removedIn(ServedKind kind, Releases.Release last, Releases.Release next) {
    String known = KNOWN.get(name(kind));
    if (known != null) {
      return known;
    }
    if (next.minor() != last.minor() + 1) {
      throw new IllegalStateException(
          name(kind)
              + " left between "
              + last.kubernetes()
              + " and "
              + next.kubernetes()
              + ": name the version in RemovedKinds.KNOWN");
    }
    return next.kubernetes();
  }

  private static String name(ServedKind kind) {
    return kind.apiVersion() + " " + kind.kind();
  }
}
