package dev.taffrail.compiler.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.object.GroupVersionKind;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCatalogTest {
  private static final SchemaCatalog NEWEST = SchemaCatalog.newest();

  @ParameterizedTest
  @CsvSource({
    "Deployment, io.k8s.api.apps.v1.Deployment",
    "Container, io.k8s.api.core.v1.Container",
    "Event, io.k8s.api.core.v1.Event",
    "events.Event, io.k8s.api.events.v1.Event",
    "Subject, io.k8s.api.rbac.v1.Subject",
    "flowcontrol.Subject, io.k8s.api.flowcontrol.v1.Subject",
    "PolicyRule, io.k8s.api.rbac.v1.PolicyRule",
    "rbac.PolicyRule, io.k8s.api.rbac.v1.PolicyRule",
    "audit.PolicyRule, io.k8s.apiserver.pkg.apis.audit.v1.PolicyRule",
    "audit.Policy, io.k8s.apiserver.pkg.apis.audit.v1.Policy",
    "HorizontalPodAutoscaler, io.k8s.api.autoscaling.v2.HorizontalPodAutoscaler",
    "autoscaling.v1.HorizontalPodAutoscaler, io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler",
    "LabelSelector, io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector",
    "KubeletConfiguration, io.k8s.kubelet.config.v1beta1.KubeletConfiguration",
    "ClusterConfiguration, io.k8s.kubernetes.cmd.kubeadm.app.apis.kubeadm.v1beta4.ClusterConfiguration",
    "EndpointPort, io.k8s.api.core.v1.EndpointPort",
    "discovery.EndpointPort, io.k8s.api.discovery.v1.EndpointPort"
  })
  void namesMeanThePreferredDefinition(String name, String definition) {
    assertEquals(definition, NEWEST.type(name).orElseThrow().id());
  }

  @Test
  void unknownNamesMeanNothing() {
    assertEquals(Optional.empty(), NEWEST.type("Deploymint"));
    assertEquals(Optional.empty(), NEWEST.type("apps.Container"));
    assertEquals(Optional.empty(), NEWEST.textEnum("Deployment"));
  }

  @Test
  void everyNameOfATypeMeansIt() {
    for (String name : NEWEST.names()) {
      ObjectType type = NEWEST.type(name).orElseThrow();
      assertSame(type, NEWEST.type(type.name()).orElseThrow(), name);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "apps/v1, Deployment, Deployment, true",
    "v1, Namespace, Namespace, false",
    "autoscaling/v1, HorizontalPodAutoscaler, autoscaling.v1.HorizontalPodAutoscaler, true",
    "audit.k8s.io/v1, Policy, Policy, false",
    "kubelet.config.k8s.io/v1beta1, KubeletConfiguration, KubeletConfiguration, false"
  })
  void objectsHaveTheTypeOfExactlyTheirVersion(
      String apiVersion, String kind, String name, boolean namespaced) {
    var identity = GroupVersionKind.of(apiVersion, kind);
    ObjectType type = NEWEST.typeOf(identity).orElseThrow();
    assertEquals(name, type.name());
    assertEquals(identity, type.kind().orElseThrow().identity());
    assertEquals(namespaced, type.kind().orElseThrow().namespaced());
  }

  @ParameterizedTest
  @CsvSource({
    "extensions/v1beta1, Deployment",
    "apps/v1, Deploymint",
    "acme.io/v1, Widget",
    "policy/v1beta1, PodSecurityPolicy"
  })
  void whatThisVersionDoesNotServeHasNoType(String apiVersion, String kind) {
    assertEquals(Optional.empty(), NEWEST.typeOf(GroupVersionKind.of(apiVersion, kind)));
  }

  @Test
  void kindsComeAndGoWithVersions() {
    var policy = GroupVersionKind.of("admissionregistration.k8s.io/v1", "MutatingAdmissionPolicy");
    assertTrue(SchemaCatalog.of("1.36").typeOf(policy).isPresent());
    assertFalse(SchemaCatalog.of("1.33").typeOf(policy).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "apps/v1, Deployment, spec.template",
    "apps/v1beta1, StatefulSet, spec.template",
    "extensions/v1beta1, DaemonSet, spec.template",
    "v1, ReplicationController, spec.template",
    "v1, PodTemplate, template",
    "batch/v1, Job, spec.template",
    "batch/v1, CronJob, spec.jobTemplate.spec.template",
    "batch/v1beta1, CronJob, spec.jobTemplate.spec.template"
  })
  void workloadsCarryPodTemplates(String apiVersion, String kind, String path) {
    assertEquals(
        Optional.of(List.of(path.split("\\."))),
        NEWEST.podTemplate(GroupVersionKind.of(apiVersion, kind)));
  }

  @ParameterizedTest
  @CsvSource({"v1, Pod", "acme.io/v1, Deployment", "apps/v1, ControllerRevision"})
  void othersCarryNone(String apiVersion, String kind) {
    assertEquals(Optional.empty(), NEWEST.podTemplate(GroupVersionKind.of(apiVersion, kind)));
  }

  @Test
  void carriersAreSorted() {
    assertEquals(
        List.of(
            "CronJob",
            "DaemonSet",
            "Deployment",
            "Job",
            "PodTemplate",
            "ReplicaSet",
            "ReplicationController",
            "StatefulSet"),
        NEWEST.podCarriers());
  }

  @Test
  void kindNamesAreSortedAndHoldNoRecords() {
    List<String> kinds = NEWEST.kindNames();
    assertEquals(List.copyOf(new TreeSet<>(kinds)), kinds);
    assertTrue(kinds.containsAll(List.of("Pod", "NetworkPolicy", "EncryptionConfiguration")));
    assertFalse(kinds.contains("Container"));
  }

  @Test
  void thereIsOneCatalogueForEachVersion() {
    assertSame(SchemaCatalog.of("1.34"), SchemaCatalog.of("1.34"));
    assertEquals("1.34", SchemaCatalog.of("1.34").version());
    assertThrows(IllegalArgumentException.class, () -> SchemaCatalog.of("1.12"));
  }
}
