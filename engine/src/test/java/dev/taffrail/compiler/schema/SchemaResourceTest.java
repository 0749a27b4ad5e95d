package dev.taffrail.compiler.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.compiler.schema.RawType.Scalar;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Facts of the published API that policies lean on. */
final class SchemaResourceTest {
  private static final String CORE = "io.k8s.api.core.v1.";
  private static final String META = "io.k8s.apimachinery.pkg.apis.meta.v1.";

  private final SchemaResource oldest = SchemaResource.load("1.31");
  private final SchemaResource newest = SchemaResource.load(SchemaResource.newest());

  @Test
  void versionsAreInOrder() {
    assertEquals(
        List.of("1.31", "1.32", "1.33", "1.34", "1.35", "1.36"), SchemaResource.versions());
    assertEquals("1.36", SchemaResource.newest());
  }

  @Test
  void anUnknownVersionIsRefused() {
    var problem = assertThrows(IllegalArgumentException.class, () -> SchemaResource.load("1.30"));
    assertTrue(problem.getMessage().contains("1.31, 1.32"), problem.getMessage());
  }

  @Test
  void workloadsAreNamespacedAndRolesOfTheClusterAreNot() {
    RawKind deployment = newest.kind("apps/v1", "Deployment").orElseThrow();
    assertEquals("deployments", deployment.plural());
    assertEquals("apps", deployment.group());
    assertEquals("io.k8s.api.apps.v1.Deployment", deployment.definitionId());
    assertTrue(deployment.namespaced());
    assertFalse(kind("rbac.authorization.k8s.io/v1", "ClusterRole").namespaced());
    assertTrue(kind("rbac.authorization.k8s.io/v1", "Role").namespaced());
    assertFalse(kind("v1", "Namespace").namespaced());
    assertFalse(kind("v1", "Node").namespaced());
    assertFalse(kind("v1", "PersistentVolume").namespaced());
    assertTrue(kind("v1", "PersistentVolumeClaim").namespaced());
    assertEquals("", kind("v1", "Pod").group());
  }

  @Test
  void kindsOfOneNameAreKeptApart() {
    assertEquals(CORE + "Event", kind("v1", "Event").definitionId());
    assertEquals("io.k8s.api.events.v1.Event", kind("events.k8s.io/v1", "Event").definitionId());
    assertEquals(
        new RawType.Ref(CORE + "EndpointPort"),
        element(field(newest, CORE + "EndpointSubset", "ports")));
    assertEquals(
        new RawType.Ref("io.k8s.api.discovery.v1.EndpointPort"),
        element(field(newest, "io.k8s.api.discovery.v1.EndpointSlice", "ports")));
    assertEquals(
        new RawType.Ref("io.k8s.api.rbac.v1.Subject"),
        element(field(newest, "io.k8s.api.rbac.v1.RoleBinding", "subjects")));
    assertEquals(
        new RawType.Ref("io.k8s.api.flowcontrol.v1.Subject"),
        element(field(newest, "io.k8s.api.flowcontrol.v1.PolicyRulesWithSubjects", "subjects")));
    assertEquals(
        new RawType.Ref("io.k8s.api.admissionregistration.v1.ServiceReference"),
        field(newest, "io.k8s.api.admissionregistration.v1.WebhookClientConfig", "service").type());
    assertEquals(
        new RawType.Ref("io.k8s.api.storage.v1.TokenRequest"),
        element(field(newest, "io.k8s.api.storage.v1.CSIDriverSpec", "tokenRequests")));
  }

  @Test
  void servedVersionsFollowKubernetes() {
    String flowControl = "flowcontrol.apiserver.k8s.io/v1beta3";
    assertTrue(oldest.kind(flowControl, "FlowSchema").isPresent());
    assertTrue(SchemaResource.load("1.32").kind(flowControl, "FlowSchema").isEmpty());
    assertTrue(SchemaResource.load("1.33").kind("resource.k8s.io/v1", "DeviceClass").isEmpty());
    assertTrue(SchemaResource.load("1.34").kind("resource.k8s.io/v1", "DeviceClass").isPresent());
    assertTrue(newest.kind("extensions/v1beta1", "Deployment").isEmpty());
    assertTrue(newest.kind("policy/v1beta1", "PodSecurityPolicy").isEmpty());
  }

  @Test
  void historyTellsWhenAKindCameAndWent() {
    assertEquals(
        Optional.of("1.32"),
        history("flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema").removedIn());
    assertEquals(Optional.of("1.16"), history("extensions/v1beta1", "Deployment").removedIn());
    assertEquals(Optional.of("1.22"), history("extensions/v1beta1", "Ingress").removedIn());
    assertEquals(Optional.of("1.25"), history("policy/v1beta1", "PodSecurityPolicy").removedIn());
    assertEquals(Optional.of("1.25"), history("batch/v1beta1", "CronJob").removedIn());
    assertEquals(
        Optional.of("1.26"), history("autoscaling/v2beta2", "HorizontalPodAutoscaler").removedIn());
    assertEquals(
        Optional.of("1.27"), history("storage.k8s.io/v1beta1", "CSIStorageCapacity").removedIn());
    assertEquals(
        Optional.of("1.29"),
        history("flowcontrol.apiserver.k8s.io/v1beta2", "FlowSchema").removedIn());
    assertEquals(Optional.of("1.34"), history("resource.k8s.io/v1", "DeviceClass").since());
    assertEquals(Optional.empty(), history("apps/v1", "Deployment").removedIn());
    assertEquals(Optional.empty(), history("apps/v1", "Deployment").since());
    assertEquals(Optional.empty(), newest.history("example.com/v1", "Widget"));
  }

  @Test
  void containerFields() {
    assertEquals(Scalar.STRING, container("image").type());
    assertFalse(container("image").required());
    assertTrue(container("name").required());
    assertEquals(
        List.of("Always", "IfNotPresent", "Never"), container("imagePullPolicy").enumValues());
    assertEquals(Scalar.STRING, container("restartPolicy").type());
    assertEquals(new RawType.Ref(CORE + "SecurityContext"), container("securityContext").type());
    assertEquals(new RawType.ListOf(Scalar.STRING), container("args").type());
    assertEquals(List.of("containerPort", "protocol"), container("ports").listMapKeys());
    assertTrue(field(newest, CORE + "ContainerPort", "containerPort").required());
    assertEquals(Scalar.INT, field(newest, CORE + "ContainerPort", "containerPort").type());
    assertEquals(
        new RawType.MapOf(Scalar.QUANTITY),
        field(newest, CORE + "ResourceRequirements", "limits").type());
  }

  @Test
  void podSpecFields() {
    RawField containers = field(newest, CORE + "PodSpec", "containers");
    assertTrue(containers.required());
    assertEquals(List.of("name"), containers.listMapKeys());
    assertEquals(Optional.of("map"), containers.listType());
    assertEquals(Optional.of("name"), containers.mergeKey());
    assertEquals(Optional.of("merge"), containers.patchStrategy());
    assertEquals(
        new RawType.Ref(CORE + "EphemeralContainer"),
        element(field(newest, CORE + "PodSpec", "ephemeralContainers")));
    assertEquals(
        new RawType.Ref(CORE + "Sysctl"),
        element(field(newest, CORE + "PodSecurityContext", "sysctls")));
    assertEquals(Scalar.BOOL, field(newest, CORE + "PodSpec", "hostUsers").type());
    assertEquals(
        List.of("Always", "Never", "OnFailure"),
        field(newest, CORE + "PodSpec", "restartPolicy").enumValues());
    assertEquals(
        List.of(
            "",
            "BlockDevice",
            "CharDevice",
            "Directory",
            "DirectoryOrCreate",
            "File",
            "FileOrCreate",
            "Socket"),
        field(newest, CORE + "HostPathVolumeSource", "type").enumValues());
  }

  @Test
  void networkFields() {
    assertEquals(Scalar.INT_OR_STRING, field(newest, CORE + "ServicePort", "targetPort").type());
    assertTrue(field(newest, CORE + "ServicePort", "port").required());
    assertEquals(
        Optional.of("\"TCP\""), field(newest, CORE + "ServicePort", "protocol").defaultJson());
    assertEquals(
        List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort"),
        field(newest, CORE + "ServiceSpec", "type").enumValues());
    String policyPort = "io.k8s.api.networking.v1.NetworkPolicyPort";
    assertEquals(Scalar.INT_OR_STRING, field(newest, policyPort, "port").type());
    assertEquals(Scalar.INT, field(newest, policyPort, "endPort").type());
    assertEquals(
        List.of("Egress", "Ingress"),
        field(newest, "io.k8s.api.networking.v1.NetworkPolicySpec", "policyTypes").enumValues());
    assertEquals(
        new RawType.Ref(META + "LabelSelector"),
        field(newest, "io.k8s.api.networking.v1.NetworkPolicyPeer", "podSelector").type());
  }

  @Test
  void otherScalars() {
    assertEquals(new RawType.MapOf(Scalar.BYTES), field(newest, CORE + "Secret", "data").type());
    assertEquals(Scalar.TIMESTAMP, field(newest, META + "ObjectMeta", "creationTimestamp").type());
    assertEquals(
        new RawType.MapOf(Scalar.STRING), field(newest, META + "ObjectMeta", "labels").type());
    assertEquals(Scalar.QUANTITY, field(newest, CORE + "EmptyDirVolumeSource", "sizeLimit").type());
    String jsonSchema = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps";
    assertEquals(Scalar.JSON, field(newest, jsonSchema, "additionalProperties").type());
    assertEquals(
        new RawType.MapOf(new RawType.Ref(jsonSchema)),
        field(newest, jsonSchema, "properties").type());
    assertEquals(Scalar.STRING, field(newest, jsonSchema, "$ref").type());
    assertEquals(
        Scalar.JSON, field(newest, "io.k8s.api.apps.v1.ControllerRevision", "data").type());
  }

  @Test
  void enumsGrowWithTheirVersion() {
    String toleration = CORE + "Toleration";
    assertEquals(List.of("Equal", "Exists"), field(oldest, toleration, "operator").enumValues());
    assertEquals(
        List.of("Equal", "Exists", "Gt", "Lt"), field(newest, toleration, "operator").enumValues());
  }

  @Test
  void zeroValuesAreNoDefaults() {
    assertEquals(Optional.empty(), container("name").defaultJson());
    assertEquals(Optional.empty(), field(newest, CORE + "ServicePort", "port").defaultJson());
    assertEquals(
        Optional.empty(), field(newest, "io.k8s.api.apps.v1.Deployment", "spec").defaultJson());
  }

  @Test
  void fieldsComeWithTheirVersion() {
    assertEquals(
        Optional.empty(),
        find(SchemaResource.load("1.33"), CORE + "Container", "restartPolicyRules"));
    assertTrue(
        find(SchemaResource.load("1.34"), CORE + "Container", "restartPolicyRules").isPresent());
    assertTrue(SchemaResource.load("1.33").definition(CORE + "ContainerRestartRule").isEmpty());
    assertTrue(SchemaResource.load("1.34").definition(CORE + "ContainerRestartRule").isPresent());
    assertEquals(Optional.empty(), newest.definition(CORE + "Kontainer"));
  }

  private RawKind kind(String apiVersion, String kind) {
    return newest.kind(apiVersion, kind).orElseThrow();
  }

  private KindHistory history(String apiVersion, String kind) {
    KindHistory history = newest.history(apiVersion, kind).orElseThrow();
    assertEquals(apiVersion + " " + kind, history.apiVersion() + " " + history.kind());
    return history;
  }

  private RawField container(String name) {
    return field(newest, CORE + "Container", name);
  }

  private static RawField field(SchemaResource schema, String id, String name) {
    return find(schema, id, name).orElseThrow();
  }

  private static Optional<RawField> find(SchemaResource schema, String id, String name) {
    return schema.definition(id).map(RawDefinition::fields).map(fields -> fields.get(name));
  }

  private static RawType element(RawField field) {
    return ((RawType.ListOf) field.type()).element();
  }
}
