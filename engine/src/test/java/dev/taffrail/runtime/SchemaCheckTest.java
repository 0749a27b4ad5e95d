package dev.taffrail.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.taffrail.compiler.schema.SchemaCatalog;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.runtime.read.TypedObjects;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCheckTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: cart}
      spec:
        containers:
          - name: web
            image: nginx
            %s
      """;

  private static List<String> problems(String yaml) {
    return problems(TypedObjects.read(yaml), SchemaCatalog.newest());
  }

  private static List<String> problems(KubernetesObject object, SchemaCatalog types) {
    return SchemaCheck.check(object, types).stream()
        .map(problem -> problem.code() + " " + problem.path())
        .toList();
  }

  private static String message(String yaml) {
    return SchemaCheck.check(TypedObjects.read(yaml), SchemaCatalog.newest()).getFirst().message();
  }

  @ParameterizedTest
  @CsvSource({
    "'securityContext: {privileged: \"yes\"}', wrong-type, securityContext.privileged",
    "'securityContext: [privileged]', wrong-type, securityContext",
    "'env: {A: b}', wrong-type, env",
    "'env: [{name: A, value: 1}]', wrong-type, env[0].value",
    "'env: [null]', wrong-type, env[0]",
    "'ports: [{containerPort: \"80\"}]', wrong-type, ports[0].containerPort",
    "'resources: {limits: {memory: 1 gigabyte}}', wrong-type, resources.limits.memory",
    "'ports: [{hostPort: 80}]', missing-field, ports[0].containerPort",
    "'ports: [{containerPort: null}]', missing-field, ports[0].containerPort",
    "'imagePullPolicy: always', unknown-value, imagePullPolicy",
    "'securityContext: {seccompProfile: {type: \"\"}}', unknown-value,"
        + " securityContext.seccompProfile.type",
    "'securitycontext: {}', unknown-field, securitycontext"
  })
  void whatTheApiServerRefusesIsFound(String line, String code, String field) {
    assertEquals(List.of(code + " spec.containers[0]." + field), problems(POD.formatted(line)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "securityContext: null",
        "unheardOf: null",
        "args: [null, x]",
        "imagePullPolicy: ''",
        "resources: {limits: {cpu: 1, memory: ' 1Gi ', 'nvidia.com/gpu': '2'}}",
        "resources: {limits: {cpu: 0.5, memory: null}}",
        "livenessProbe: {httpGet: {port: http, httpHeaders: [{name: A}]}}",
        "livenessProbe: {httpGet: {port: 80}}",
        "workingDir: ''",
        "command: []"
      })
  void whatTheApiServerTakesIsNot(String line) {
    assertEquals(List.of(), problems(POD.formatted(line)));
  }

  /** The API server does not look into images. */
  @Test
  void anyTextIsAnImage() {
    assertEquals(List.of(), problems(POD.formatted("").replace("nginx", "<YOUR-IMAGE>")));
  }

  @Test
  void anOldStatefulSetNeedsNoServiceName() {
    KubernetesObject object =
        TypedObjects.read(
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec: {containers: [{name: db, image: postgres}]}
            """);
    for (String version : SchemaCatalog.versions()) {
      assertEquals(List.of(), problems(object, SchemaCatalog.of(version)), version);
    }
  }

  @Test
  void aFieldOfALaterVersionIsUnknownBeforeIt() {
    KubernetesObject object =
        TypedObjects.read(POD.formatted("restartPolicyRules: [{action: Restart}]"));
    assertEquals(
        List.of("unknown-field spec.containers[0].restartPolicyRules"),
        problems(object, SchemaCatalog.of("1.33")));
    assertEquals(List.of(), problems(object, SchemaCatalog.of("1.34")));
  }

  @Test
  void whatTheApiServerWouldThrowAwayIsNotLookedAt() {
    assertEquals(
        List.of(),
        problems(
            """
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: x, creationTimestamp: null}
            spec: {minAvailable: 50%}
            status: {teapot: true}
            """));
  }

  @Test
  void customResourcesHaveNoSchema() {
    assertEquals(
        List.of(),
        problems("apiVersion: acme.io/v1\nkind: Widget\nmetadata: {name: x}\nspec: 3\n"));
  }

  @Test
  void bytesAreBase64() {
    assertEquals(
        List.of("wrong-type data.key"),
        problems(
            """
            apiVersion: v1
            kind: Secret
            metadata: {name: x}
            data: {key: "not base64!", other: c2VjcmV0}
            """));
  }

  @Test
  void timesHaveTheirForm() {
    assertEquals(
        List.of("wrong-type spec.taints[0].timeAdded"),
        problems(
            """
            apiVersion: v1
            kind: Node
            metadata: {name: x}
            spec:
              taints:
                - {key: a, effect: NoSchedule, timeAdded: yesterday}
                - {key: b, effect: NoSchedule, timeAdded: "2026-01-02T03:04:05Z"}
            """));
  }

  @Test
  void configurationFilesAreChecked() {
    assertEquals(
        List.of("unknown-value authorization.mode", "unknown-field readonlyPort"),
        problems(
            """
            apiVersion: kubelet.config.k8s.io/v1beta1
            kind: KubeletConfiguration
            authorization: {mode: AlwaysDeny}
            readonlyPort: 0
            """));
  }

  @Test
  void messagesSayWhatIsMeantAndWhatIsThere() {
    assertEquals(
        "Container has no field `securitycontext`, so it has no effect; did you mean"
            + " `securityContext`?",
        message(POD.formatted("securitycontext: {}")));
    assertEquals(
        "`spec.containers[0].securityContext.privileged` must be a Boolean, but it is a string,"
            + " \"yes\"",
        message(POD.formatted("securityContext: {privileged: \"yes\"}")));
    assertEquals(
        "`spec.containers[0].imagePullPolicy` is `always`, which is none of Always, IfNotPresent,"
            + " Never",
        message(POD.formatted("imagePullPolicy: always")));
    assertEquals(
        "ContainerPort needs `containerPort`, which is not set",
        message(POD.formatted("ports: [{hostPort: 80}]")));
  }

  /**
   * Manifests of well-known projects break their schemas only where they really do: these are
   * misspelt, left to be filled in, written for plug-ins that never had such a field, or of an API
   * version that is gone.
   */
  @Test
  void wellKnownManifestsKeepTheirSchemas() throws IOException {
    var corpus = ProjectFolders.shared("corpus");
    assumeTrue(corpus.isPresent(), "skipped: there is no folder shared/corpus");
    assertEquals(
        List.of(
            "cockroachdb-statefulset.yaml unknown-kind apiVersion",
            "newrelic-infra-daemonset.yaml unknown-kind apiVersion",
            "policies.yaml unknown-kind apiVersion",
            "policies.yaml unknown-kind apiVersion",
            "aws-ebs-web.yaml unknown-value spec.containers[0].ports[0].protocol",
            "storageclass-account-hdd.yaml unknown-kind apiVersion",
            "storageclass-dedicated-hdd.yaml unknown-kind apiVersion",
            "storageclass-shared-hdd.yaml unknown-kind apiVersion",
            "storageclass-shared-ssd.yaml unknown-kind apiVersion",
            "storageclass-managed-hdd.yaml unknown-kind apiVersion",
            "storageclass-managed-ssd.yaml unknown-kind apiVersion",
            "cinder-web.yaml unknown-value spec.containers[0].ports[0].protocol",
            "fc.yaml wrong-type spec.volumes[0].fc.lun",
            "ds.yaml unknown-kind apiVersion",
            "rbd.yaml unknown-field spec.volumes[0].rbd.imageformat",
            "rbd.yaml unknown-field spec.volumes[0].rbd.imagefeatures",
            "pod.yaml unknown-field spec.volumes[0].scaleIO.protectionDoamin",
            "storageos-pod.yaml unknown-field spec.volumes[0].storageos.pool",
            "storageos-pv.yaml unknown-field spec.storageos.secretName"),
        problemsIn(corpus.get()));
  }

  private static List<String> problemsIn(Path folder) throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(SchemaCheckTest::isManifest).sorted().toList()) {
        for (KubernetesObject object : new ManifestReader().read(file.toString(), file).objects()) {
          for (String problem : problems(object, SchemaCatalog.newest())) {
            found.add(file.getFileName() + " " + problem);
          }
        }
      }
    }
    return found;
  }

  private static boolean isManifest(Path file) {
    return file.toString().matches(".*\\.(ya?ml|json)");
  }
}
