package dev.taffrail.runtime.read;

import static dev.taffrail.runtime.read.TypedObjects.at;
import static dev.taffrail.runtime.read.TypedObjects.object;
import static dev.taffrail.runtime.read.TypedObjects.podOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.IntOrString;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reading an unset field gives, in objects as people write them. */
class DefaultsTest {
  private static String pod(String specLines) {
    return """
        apiVersion: v1
        kind: Pod
        metadata: {name: cart}
        spec:
        %s"""
        .formatted(specLines.indent(2));
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value number(long number) {
    return new Value.Int(number);
  }

  @Test
  void aPodThatSaysNothingHasTheDefaultsOfTheApiServer() {
    ObjectValue pod = object(pod("containers: [{name: web, image: nginx}]"));
    assertEquals(Value.Bool.FALSE, at(pod, "spec.hostNetwork"));
    assertEquals(Value.Bool.TRUE, at(pod, "spec.hostUsers"));
    assertEquals(text("Always"), at(pod, "spec.restartPolicy"));
    assertEquals(Value.absent(), at(pod, "spec.automountServiceAccountToken"));
    assertEquals(text("default"), at(pod, "spec.serviceAccountName"));
    assertEquals(Value.absent(), at(pod, "spec.containers.0.securityContext"));
  }

  @ParameterizedTest
  @CsvSource({
    "nginx, Always",
    "nginx:latest, Always",
    "nginx:1.27, IfNotPresent",
    "localhost:5000/nginx, Always",
    "localhost:5000/nginx:1.27, IfNotPresent",
    "'nginx@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', IfNotPresent",
    "'nginx:latest@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', Always"
  })
  void theTagDecidesWhetherAnImageIsAlwaysPulled(String image, String policy) {
    ObjectValue pod = object(pod("containers: [{name: web, image: '" + image + "'}]"));
    assertEquals(text(policy), at(pod, "spec.containers.0.imagePullPolicy"));
  }

  @Test
  void anEmptyPullPolicyIsNone() {
    ObjectValue pod =
        object(pod("containers: [{name: web, image: 'nginx:1', imagePullPolicy: ''}]"));
    assertEquals(text("IfNotPresent"), at(pod, "spec.containers.0.imagePullPolicy"));
  }

  @Test
  void theOldServiceAccountFieldCountsWhereTheNewOneIsNotSet() {
    ObjectValue pod = object(pod("serviceAccount: old\ncontainers: []"));
    assertEquals(text("old"), at(pod, "spec.serviceAccountName"));
    ObjectValue both = object(pod("serviceAccount: old\nserviceAccountName: new"));
    assertEquals(text("new"), at(both, "spec.serviceAccountName"));
    ObjectValue empty = object(pod("serviceAccount: ''\nserviceAccountName: ''"));
    assertEquals(text("default"), at(empty, "spec.serviceAccountName"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"containers", "initContainers"})
  void portsOfAPodInTheNetworkOfItsHostAreHostPorts(String list) {
    String containers = list + ": [{name: web, image: nginx, ports: [{containerPort: 80}]}]";
    ObjectValue own = object(pod(containers));
    assertEquals(number(0), at(own, "spec." + list + ".0.ports.0.hostPort"));
    ObjectValue host = object(pod("hostNetwork: true\n" + containers));
    assertEquals(number(80), at(host, "spec." + list + ".0.ports.0.hostPort"));
  }

  @Test
  void aHostPortOfZeroIsNone() {
    ObjectValue host =
        object(
            pod(
                """
                hostNetwork: true
                containers: [{name: web, image: nginx, ports: [{containerPort: 80, hostPort: 0}]}]
                """));
    assertEquals(number(80), at(host, "spec.containers.0.ports.0.hostPort"));
  }

  @Test
  void aHostPortIsFoundInATemplateToo() {
    ObjectValue pod =
        podOf(
            """
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: sweep}
            spec:
              schedule: "@daily"
              jobTemplate:
                spec:
                  template:
                    spec:
                      hostNetwork: true
                      containers:
                        - {name: web, image: nginx, ports: [{containerPort: 8080}]}
            """);
    assertEquals(number(8080), at(pod, "spec.containers.0.ports.0.hostPort"));
  }

  @Test
  void aHostNetworkThatIsNoBooleanIsAnErrorAndNotFalse() {
    ObjectValue pod =
        object(
            pod(
                """
                hostNetwork: "true"
                containers: [{name: web, image: nginx, ports: [{containerPort: 80}]}]
                """));
    var error =
        assertThrows(EvaluationError.class, () -> at(pod, "spec.containers.0.ports.0.hostPort"));
    assertEquals(ErrorCode.WRONG_SHAPE, error.code());
    assertEquals("spec.hostNetwork", error.place().orElseThrow().path().toString());
  }

  @Test
  void anImageThatIsMissingIsAnError() {
    ObjectValue pod = object(pod("containers: [{name: web}]"));
    var error = assertThrows(EvaluationError.class, () -> at(pod, "spec.containers.0.image"));
    assertEquals(ErrorCode.REQUIRED_FIELD_MISSING, error.code());
  }

  @Test
  void aPodWithoutASpecIsAnErrorAndNotAPodOfDefaults() {
    ObjectValue pod = object("apiVersion: v1\nkind: Pod\nmetadata: {name: cart}\n");
    assertThrows(EvaluationError.class, () -> at(pod, "spec.hostNetwork"));
  }

  @Test
  void anOldAndEmptyNetworkPolicySelectsEverythingForIngress() {
    ObjectValue policy =
        object(
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: x}
            """);
    assertTrue(at(policy, "spec.podSelector") instanceof ObjectValue);
    assertEquals(ListValue.of(List.of(text("Ingress"))), at(policy, "spec.policyTypes"));
  }

  @ParameterizedTest
  @CsvSource({
    "'egress: [{}]', 'Ingress,Egress'",
    "'egress: []', 'Ingress'",
    "'ingress: [{}]', 'Ingress'",
    "'policyTypes: []', 'Ingress'",
    "'policyTypes: [Egress]', 'Egress'"
  })
  void policyTypesFollowFromTheRules(String spec, String types) {
    ObjectValue policy =
        object(
            "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: x}\n"
                + "spec: {podSelector: {}, "
                + spec
                + "}\n");
    String read =
        String.join(
            ",",
            ((ListValue) at(policy, "spec.policyTypes"))
                .elements().stream().map(value -> ((Value.Text) value).value()).toList());
    assertEquals(types, read);
  }

  @ParameterizedTest
  @CsvSource({"'', 80", "'targetPort: 0', 80", "'targetPort: 8080', 8080"})
  void theTargetPortOfAServiceIsItsPort(String target, long port) {
    ObjectValue service =
        object(
            "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {ports: [{port: 80, "
                + target
                + "}]}\n");
    assertEquals(new IntOrString(number(port)), at(service, "spec.ports.0.targetPort"));
  }

  @Test
  void subjectsAreOfTheGroupTheirKindIsOf() {
    ObjectValue binding =
        object(
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: x}
            roleRef: {kind: ClusterRole, name: view}
            subjects:
              - {kind: ServiceAccount, name: a, namespace: shop}
              - {kind: Group, name: devs}
            """);
    assertEquals(text(""), at(binding, "subjects.0.apiGroup"));
    assertEquals(text("rbac.authorization.k8s.io"), at(binding, "subjects.1.apiGroup"));
    assertEquals(text("rbac.authorization.k8s.io"), at(binding, "roleRef.apiGroup"));
  }

  @Test
  void aWebhookFailsClosedAndSeesEverything() {
    ObjectValue config =
        object(
            """
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingWebhookConfiguration
            metadata: {name: x}
            webhooks:
              - name: a.example.org
                clientConfig: {url: "https://example.org"}
                sideEffects: None
                admissionReviewVersions: [v1]
            """);
    assertEquals(text("Fail"), at(config, "webhooks.0.failurePolicy"));
    assertEquals(text("Equivalent"), at(config, "webhooks.0.matchPolicy"));
    assertEquals(number(10), at(config, "webhooks.0.timeoutSeconds"));
    assertTrue(at(config, "webhooks.0.namespaceSelector") instanceof ObjectValue);
  }

  /** Such objects are judged with the types of v1 where a policy names the kind. */
  @Test
  void aWebhookOfTheOldVersionIsReadWithItsOwnDefaults() {
    var old =
        TypedObjects.read(
            """
            apiVersion: admissionregistration.k8s.io/v1beta1
            kind: ValidatingWebhookConfiguration
            metadata: {name: x}
            webhooks: [{name: a.example.org, clientConfig: {url: "https://example.org"}}]
            """);
    ObjectValue config =
        ObjectValue.root(
            TypedObjects.TYPES.type("ValidatingWebhookConfiguration").orElseThrow(),
            old.root(),
            new dev.taffrail.value.Place(old, dev.taffrail.object.FieldPath.ROOT));
    assertEquals(text("Ignore"), at(config, "webhooks.0.failurePolicy"));
    assertEquals(text("Exact"), at(config, "webhooks.0.matchPolicy"));
    assertEquals(number(30), at(config, "webhooks.0.timeoutSeconds"));
  }

  @Test
  void anAutoscalerWithoutMetricsMeasuresTheCpu() {
    ObjectValue autoscaler =
        object(
            """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: x}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: cart}
              maxReplicas: 5
            """);
    assertEquals(text("cpu"), at(autoscaler, "spec.metrics.0.resource.name"));
    assertEquals(number(80), at(autoscaler, "spec.metrics.0.resource.target.averageUtilization"));
    assertEquals(number(1), at(autoscaler, "spec.minReplicas"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 6, TerminatingOrFailed",
    "'backoffLimitPerIndex: 1', 2147483647, TerminatingOrFailed",
    "'podFailurePolicy: {rules: []}', 6, Failed"
  })
  void jobsRetryAsTheirPoliciesSay(String line, long backoff, String replacement) {
    ObjectValue job =
        object(
            "apiVersion: batch/v1\nkind: Job\nmetadata: {name: x}\nspec: {template: {}, "
                + line
                + "}\n");
    assertEquals(number(backoff), at(job, "spec.backoffLimit"));
    assertEquals(text(replacement), at(job, "spec.podReplacementPolicy"));
  }

  @Test
  void aReplicationControllerSelectsWhatItsTemplateIsLabelled() {
    ObjectValue controller =
        object(
            """
            apiVersion: v1
            kind: ReplicationController
            metadata: {name: x}
            spec:
              template:
                metadata: {labels: {app: cart}}
                spec: {containers: [{name: web, image: nginx}]}
            """);
    assertEquals(at(controller, "spec.template.metadata.labels"), at(controller, "spec.selector"));
  }
}
