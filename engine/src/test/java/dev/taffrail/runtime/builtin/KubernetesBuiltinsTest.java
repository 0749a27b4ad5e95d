package dev.taffrail.runtime.builtin;

import static dev.taffrail.runtime.read.TypedObjects.READER;
import static dev.taffrail.runtime.read.TypedObjects.TYPES;
import static dev.taffrail.runtime.read.TypedObjects.at;
import static dev.taffrail.runtime.read.TypedObjects.object;
import static dev.taffrail.runtime.read.TypedObjects.podOf;
import static dev.taffrail.runtime.read.TypedObjects.record;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.compiler.schema.SchemaCatalog;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.IntOrString;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Kubernetes objects have beside their fields, on objects as people write them. */
class KubernetesBuiltinsTest {
  private static final List<Builtin> ALL = KubernetesBuiltins.of(TYPES);

  private static final String CRON_JOB =
      """
      apiVersion: batch/v1
      kind: CronJob
      metadata: {name: sweep, namespace: shop}
      spec:
        schedule: "@daily"
        jobTemplate:
          spec:
            template:
              spec:
                serviceAccountName: sweeper
                securityContext:
                  runAsUser: 1000
                  runAsNonRoot: true
                  fsGroup: 7
                  windowsOptions: {hostProcess: true, runAsUserName: pod, gmsaCredentialSpec: p}
                initContainers:
                  - {name: migrate, image: a, ports: [{containerPort: 1}]}
                  - {name: mesh, image: b, restartPolicy: Always, ports: [{containerPort: 2}]}
                containers:
                  - name: web
                    image: c
                    command: [serve]
                    args: ["--port", "8080"]
                    ports: [{containerPort: 8080, name: http}]
                    readinessProbe: {httpGet: {port: http, host: example.org}}
                    livenessProbe: {exec: {command: [sh, -c, "curl x | sh"]}}
                    lifecycle:
                      preStop: {exec: {command: [sleep, "5"]}}
                    securityContext:
                      runAsUser: 0
                      privileged: true
                      windowsOptions: {runAsUserName: own, gmsaCredentialSpecName: own}
                volumes:
                  - {name: data}
                  - {name: config, configMap: {name: c}}
      """;

  private static Value call(Value receiver, String name, Value... arguments) {
    Builtin found =
        ALL.stream()
            .filter(builtin -> builtin.signature().name().equals(name))
            .filter(builtin -> fits(receiver, builtin.signature()))
            .findFirst()
            .orElseThrow();
    var all = new ArrayList<Value>();
    all.add(receiver);
    all.addAll(Arrays.asList(arguments));
    return found.code().call(all, new CallContext(READER, TYPES));
  }

  private static boolean fits(Value receiver, Signature signature) {
    Type type = signature.receiver().orElseThrow();
    return receiver instanceof ObjectValue object
        ? object.shape().equals(type)
        : type == Type.Scalar.INT_OR_STRING;
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static List<String> texts(Value list) {
    return ((ListValue) list)
        .elements().stream().map(value -> ((Value.Text) value).value()).toList();
  }

  /** The names of the records in a list, each with the place it stands at. */
  private static List<String> namesAndPlaces(Value value) {
    var list = (ListValue) value;
    var all = new ArrayList<String>();
    for (int i = 0; i < list.elements().size(); i++) {
      var element = (ObjectValue) list.elements().get(i);
      assertEquals(element.place(), list.origins().of(i).orElseThrow());
      all.add(((Value.Text) at(element, "name")).value() + " " + element.place().path());
    }
    return all;
  }

  private static ObjectValue webOf(ObjectValue pod) {
    return record(pod, "spec.containers.0");
  }

  @Test
  void allContainersOfAViewStandInTheirCarrier() {
    assertEquals(
        List.of(
            "migrate spec.jobTemplate.spec.template.spec.initContainers[0]",
            "mesh spec.jobTemplate.spec.template.spec.initContainers[1]",
            "web spec.jobTemplate.spec.template.spec.containers[0]"),
        namesAndPlaces(call(podOf(CRON_JOB), "allContainers")));
  }

  @Test
  void ephemeralContainersAreContainers() {
    ObjectValue pod =
        object(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: cart}
            spec:
              containers: [{name: web, image: a}]
              ephemeralContainers:
                - name: debug
                  image: busybox
                  targetContainerName: web
                  securityContext: {privileged: true}
            """);
    var containers = (ListValue) call(pod, "allContainers");
    assertEquals(
        List.of("web spec.containers[0]", "debug spec.ephemeralContainers[0]"),
        namesAndPlaces(containers));
    var debug = (ObjectValue) containers.elements().get(1);
    assertEquals("Container", debug.shape().name());
    assertEquals(Value.Bool.TRUE, at(debug, "securityContext.privileged"));
    assertEquals(text("ephemeral"), call(debug, "role"));
  }

  @Test
  void rolesFollowFromTheListAndTheRestartPolicy() {
    var containers = (ListValue) call(podOf(CRON_JOB), "allContainers");
    assertEquals(
        List.of("init", "sidecar", "app"),
        containers.elements().stream()
            .map(container -> ((Value.Text) call(container, "role")).value())
            .toList());
  }

  @Test
  void longRunningContainersAndTheirPortsLeaveOutInitContainers() {
    ObjectValue pod = podOf(CRON_JOB);
    assertEquals(
        List.of(
            "mesh spec.jobTemplate.spec.template.spec.initContainers[1]",
            "web spec.jobTemplate.spec.template.spec.containers[0]"),
        namesAndPlaces(call(pod, "longRunningContainers")));
    var ports = (ListValue) call(pod, "declaredPorts");
    assertEquals(
        List.of(new Value.Int(2), new Value.Int(8080)),
        ports.elements().stream().map(port -> at(port, "containerPort")).toList());
    assertEquals(
        "spec.jobTemplate.spec.template.spec.containers[0].ports[0]",
        ports.origins().of(1).orElseThrow().path().toString());
  }

  @Test
  void aListOfContainersThatIsNoListIsAnError() {
    ObjectValue pod =
        object(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: cart}
            spec:
              containers: [{name: web, image: a}]
              initContainers: {name: migrate}
            """);
    var error = assertThrows(EvaluationError.class, () -> call(pod, "allContainers"));
    assertEquals(ErrorCode.WRONG_SHAPE, error.code());
  }

  @Test
  void serviceAccountAndVolumesOfAPod() {
    ObjectValue pod = podOf(CRON_JOB);
    assertEquals(text("sweeper"), call(pod, "serviceAccount"));
    var volumes = (MapValue) call(pod, "volumesByName");
    assertEquals(at(pod, "spec.volumes.1"), volumes.get(text("config")));
    assertEquals(Value.absent(), volumes.get(text("other")));
  }

  @Test
  void theClaimsOfAStatefulSetAreVolumes() {
    ObjectValue pod =
        podOf(
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: store}
            spec:
              volumeClaimTemplates: [{metadata: {name: data}}, {metadata: 1}, {spec: {}}]
              template: {spec: {containers: [], volumes: [{name: config}]}}
            """);
    assertEquals(
        List.of(text("config"), text("data")), ((ListValue) call(pod, "volumeNames")).elements());
    ObjectValue other = podOf(CRON_JOB);
    assertTrue(((ListValue) call(other, "volumeNames")).elements().contains(text("config")));
  }

  @Test
  void aContainerInheritsWhatItDoesNotSet() {
    ObjectValue pod = podOf(CRON_JOB);
    var security = (ObjectValue) call(webOf(pod), "security");
    assertEquals(new Value.Int(0), at(security, "runAsUser"));
    assertEquals(Value.Bool.TRUE, at(security, "runAsNonRoot"));
    assertEquals(Value.absent(), at(security, "runAsGroup"));
    assertEquals(Value.Bool.TRUE, at(security, "privileged"));
    assertEquals("SecurityContext", security.shape().name());
  }

  @Test
  void inheritedValuesStandWhereTheyWereWritten() {
    var security = (ObjectValue) call(webOf(podOf(CRON_JOB)), "security");
    String spec = "spec.jobTemplate.spec.template.spec.";
    assertEquals(
        spec + "containers[0].securityContext.runAsUser",
        security.place().key("runAsUser").path().toString());
    assertEquals(
        spec + "securityContext.runAsNonRoot",
        security.place().key("runAsNonRoot").path().toString());
    assertEquals(
        spec + "containers[0].securityContext.runAsGroup",
        security.place().key("runAsGroup").path().toString());
    ObjectValue windows = record(security, "windowsOptions");
    assertEquals(
        spec + "securityContext.windowsOptions.hostProcess",
        windows.place().key("hostProcess").path().toString());
    assertEquals(
        spec + "containers[0].securityContext.windowsOptions.runAsUserName",
        windows.place().key("runAsUserName").path().toString());
  }

  @Test
  void windowsOptionsAreInheritedOneByOneAndCredentialsTogether() {
    ObjectValue windows = record(call(webOf(podOf(CRON_JOB)), "security"), "windowsOptions");
    assertEquals(Value.Bool.TRUE, at(windows, "hostProcess"));
    assertEquals(text("own"), at(windows, "runAsUserName"));
    assertEquals(text("own"), at(windows, "gmsaCredentialSpecName"));
    assertEquals(Value.absent(), at(windows, "gmsaCredentialSpec"));
  }

  @Test
  void aContainerWithoutASecurityContextTakesThePods() {
    ObjectValue pod = podOf(CRON_JOB);
    var security = (ObjectValue) call(record(pod, "spec.initContainers.0"), "security");
    assertEquals(new Value.Int(1000), at(security, "runAsUser"));
    assertEquals(Value.Bool.TRUE, at(security, "windowsOptions.hostProcess"));
    assertEquals(Value.Bool.FALSE, at(security, "privileged"));
    assertEquals(Value.Bool.TRUE, at(security, "allowPrivilegeEscalation"));
  }

  @Test
  void neitherSideSetsNothing() {
    ObjectValue pod =
        object(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: cart}
            spec: {containers: [{name: web, image: a, securityContext: null}]}
            """);
    var security = (ObjectValue) call(webOf(pod), "security");
    assertEquals(Value.absent(), at(security, "runAsNonRoot"));
    assertEquals(Value.absent(), at(security, "seccompProfile"));
    assertEquals(
        "spec.containers[0].securityContext.runAsNonRoot",
        security.place().key("runAsNonRoot").path().toString());
  }

  /** A null is an absent value, so the pod's counts. */
  @Test
  void aNullInheritsToo() {
    ObjectValue pod =
        object(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: cart}
            spec:
              securityContext: {seccompProfile: {type: RuntimeDefault}, runAsUser: null}
              containers:
                - {name: web, image: a, securityContext: {seccompProfile: null}}
            """);
    var security = (ObjectValue) call(webOf(pod), "security");
    assertEquals(text("RuntimeDefault"), at(security, "seccompProfile.type"));
    assertEquals(Value.absent(), at(security, "runAsUser"));
  }

  @Test
  void aSecurityContextThatIsNoObjectIsAnError() {
    ObjectValue pod =
        object(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: cart}
            spec:
              securityContext: [runAsNonRoot]
              containers: [{name: web, image: a}]
            """);
    assertThrows(EvaluationError.class, () -> call(webOf(pod), "security"));
  }

  @Test
  void probesComeInAFixedOrderAndKnowTheirNames() {
    var probes = (ListValue) call(webOf(podOf(CRON_JOB)), "probes");
    assertEquals(
        List.of("livenessProbe", "readinessProbe"),
        probes.elements().stream()
            .map(probe -> ((Value.Text) call(probe, "name")).value())
            .toList());
    assertEquals(
        "spec.jobTemplate.spec.template.spec.containers[0].livenessProbe",
        probes.origins().of(0).orElseThrow().path().toString());
  }

  @Test
  void handlersAreProbesAndHooks() {
    var handlers = (ListValue) call(webOf(podOf(CRON_JOB)), "handlers");
    assertEquals(3, handlers.elements().size());
    assertEquals(text("example.org"), at(handlers.elements().get(1), "httpGet.host"));
    assertEquals(
        "spec.jobTemplate.spec.template.spec.containers[0].lifecycle.preStop",
        handlers.origins().of(2).orElseThrow().path().toString());
  }

  @Test
  void commandTextsAreEveryCommandLine() {
    var lines = (ListValue) call(webOf(podOf(CRON_JOB)), "commandTexts");
    assertEquals(List.of("serve --port 8080", "sh -c curl x | sh", "sleep 5"), texts(lines));
    assertEquals(
        "spec.jobTemplate.spec.template.spec.containers[0].livenessProbe.exec.command",
        lines.origins().of(1).orElseThrow().path().toString());
    assertEquals(
        List.of(), texts(call(record(podOf(CRON_JOB), "spec.initContainers.0"), "commandTexts")));
  }

  @ParameterizedTest
  @CsvSource({
    "'', emptyDir",
    "'hostPath: {path: /}', hostPath",
    "'hostPath: null', emptyDir",
    "'hostPath: null, emptyDir: {}', emptyDir",
    "'image: {reference: a}', image",
    "'teleport: {}', unknown",
    "'teleport: null', emptyDir"
  })
  void aVolumeIsOfOneSource(String source, String kind) {
    assertEquals(text(kind), call(volume(source), "source"));
  }

  @Test
  void aVolumeOfTwoSourcesIsAnError() {
    ObjectValue volume = volume("emptyDir: {}, hostPath: {path: /}");
    var error = assertThrows(EvaluationError.class, () -> call(volume, "source"));
    assertEquals("spec.volumes[0]", error.place().orElseThrow().path().toString());
  }

  private static ObjectValue volume(String source) {
    return record(
        object(
            "apiVersion: v1\nkind: Pod\nmetadata: {name: cart}\nspec:\n  volumes:\n    - {name: v, "
                + source
                + "}\n"),
        "spec.volumes.0");
  }

  @Test
  void sourcesOfPersistentVolumesAreTheVolumePluginsAlone() {
    Type.TextEnum kinds =
        (Type.TextEnum)
            ALL.stream()
                .map(Builtin::signature)
                .filter(signature -> signature.toString().startsWith("PersistentVolumeSpec.source"))
                .findFirst()
                .orElseThrow()
                .result();
    assertEquals(
        List.of(
            "awsElasticBlockStore",
            "azureDisk",
            "azureFile",
            "cephfs",
            "cinder",
            "csi",
            "fc",
            "flexVolume",
            "flocker",
            "gcePersistentDisk",
            "glusterfs",
            "hostPath",
            "iscsi",
            "local",
            "nfs",
            "photonPersistentDisk",
            "portworxVolume",
            "quobyte",
            "rbd",
            "scaleIO",
            "storageos",
            "vsphereVolume",
            "unknown"),
        kinds.values());
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', true",
    "'{matchLabels: {app: cart}}', true",
    "'{matchLabels: {app: web}}', false",
    "'{matchLabels: {app: cart, tier: db}}', false",
    "'{matchExpressions: [{key: app, operator: In, values: [web, cart]}]}', true",
    "'{matchExpressions: [{key: app, operator: NotIn, values: [cart]}]}', false",
    "'{matchExpressions: [{key: tier, operator: NotIn, values: [db]}]}', true",
    "'{matchExpressions: [{key: app, operator: Exists}]}', true",
    "'{matchExpressions: [{key: tier, operator: Exists}]}', false",
    "'{matchExpressions: [{key: tier, operator: DoesNotExist}]}', true",
    "'{matchExpressions: [{key: app, operator: DoesNotExist}]}', false",
    "'{matchLabels: {app: cart}, matchExpressions: [{key: app, operator: DoesNotExist}]}', false"
  })
  void selectorsSelectAsTheApiServerDoes(String selector, boolean selects) {
    assertEquals(
        Value.Bool.of(selects), call(selector(selector), "selects", labels("app", "cart")));
  }

  @ParameterizedTest
  @CsvSource({
    "'{matchExpressions: [{key: app, operator: Equals, values: [a]}]}'",
    "'{matchExpressions: [{key: app, operator: In}]}'",
    "'{matchExpressions: [{key: app, operator: Exists, values: [a]}]}'"
  })
  void selectorsTheApiServerRefusesAreErrors(String selector) {
    assertThrows(
        EvaluationError.class, () -> call(selector(selector), "selects", labels("app", "cart")));
  }

  @Test
  void selectorsKnowTheirKeysAndWhetherTheyTakeAll() {
    ObjectValue selector =
        selector("{matchLabels: {b: x}, matchExpressions: [{key: a, operator: Exists}]}");
    var keys = (ListValue) call(selector, "keys");
    assertEquals(List.of("a", "b"), texts(keys));
    assertEquals(
        "spec.podSelector.matchExpressions[0].key",
        keys.origins().of(0).orElseThrow().path().toString());
    assertEquals(
        "spec.podSelector.matchLabels.b", keys.origins().of(1).orElseThrow().path().toString());
    assertEquals(Value.Bool.FALSE, call(selector, "isEverything"));
    assertEquals(Value.Bool.TRUE, call(selector("{}"), "isEverything"));
    assertEquals(Value.Bool.TRUE, call(selector("{matchLabels: {}}"), "isEverything"));
  }

  private static ObjectValue selector(String selector) {
    return record(policy("podSelector: " + selector), "spec.podSelector");
  }

  private static ObjectValue policy(String spec) {
    return object(
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: x}\nspec: {"
            + spec
            + "}\n");
  }

  private static MapValue labels(String... keysAndValues) {
    var labels = new LinkedHashMap<Value, Value>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      labels.put(text(keysAndValues[i]), text(keysAndValues[i + 1]));
    }
    return MapValue.of(labels);
  }

  @Test
  void aServiceSelectsByItsLabels() {
    ObjectValue service =
        object(
            """
            apiVersion: v1
            kind: Service
            metadata: {name: x}
            spec: {selector: {app: cart}, ports: [{port: 80}]}
            """);
    var selector = (ObjectValue) call(record(service, "spec"), "labelSelector");
    assertEquals(Value.Bool.TRUE, call(selector, "selects", labels("app", "cart", "x", "y")));
    assertEquals(Value.Bool.FALSE, call(selector, "selects", labels("app", "web")));
    assertEquals(
        "spec.selector.app",
        ((ListValue) call(selector, "keys")).origins().of(0).orElseThrow().path().toString());
  }

  @ParameterizedTest
  @CsvSource({"'selector: {}'", "'selector: null'", "'clusterIP: None'"})
  void aServiceWithoutLabelsSelectsNothingAndNotEverything(String line) {
    ObjectValue service =
        object("apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {" + line + "}\n");
    assertEquals(Value.absent(), call(record(service, "spec"), "labelSelector"));
  }

  @Test
  void networkPoliciesKnowTheirDirectionsAndRules() {
    ObjectValue policy =
        policy(
            "podSelector: {}, egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 53}]},"
                + " {}]");
    assertEquals(List.of("Ingress", "Egress"), texts(call(policy, "effectiveTypes")));
    var rules = (ListValue) call(policy, "rules", text("Egress"));
    assertEquals(2, rules.elements().size());
    assertEquals("spec.egress[1]", rules.origins().of(1).orElseThrow().path().toString());
    var first = (RecordValue) rules.elements().getFirst();
    assertEquals(at(policy, "spec.egress.0.to"), first.get("peers"));
    assertEquals(at(policy, "spec.egress.0.ports"), first.get("ports"));
    assertEquals(ListValue.EMPTY, call(policy, "rules", text("Ingress")));
    assertEquals(at(policy, "spec.egress.0.to"), call(record(policy, "spec.egress.0"), "peers"));
  }

  @ParameterizedTest
  @CsvSource({"8080, true", "80, false", "http, true", "https, false"})
  void aPortIsNamedByNumberOrByName(String port, boolean names) {
    ObjectValue declared = record(webOf(podOf(CRON_JOB)), "ports.0");
    assertEquals(Value.Bool.of(names), call(IntOrString.of(port), "names", declared));
  }

  @Test
  void aPortWithoutANameIsNotNamed() {
    ObjectValue declared = record(podOf(CRON_JOB), "spec.initContainers.0.ports.0");
    assertEquals(Value.Bool.FALSE, call(IntOrString.of("http"), "names", declared));
  }

  @Test
  void affinityTermsAreTheRequiredAndThePreferredOnes() {
    ObjectValue pod =
        object(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: cart}
            spec:
              affinity:
                podAntiAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                    - topologyKey: host
                  preferredDuringSchedulingIgnoredDuringExecution:
                    - weight: 1
                      podAffinityTerm: {topologyKey: zone}
            """);
    var terms = (ListValue) call(record(pod, "spec.affinity.podAntiAffinity"), "allTerms");
    assertEquals(
        List.of(text("host"), text("zone")),
        terms.elements().stream().map(term -> at(term, "topologyKey")).toList());
    assertTrue(
        terms.origins().of(1).orElseThrow().path().toString().endsWith("[0].podAffinityTerm"));
  }

  @ParameterizedTest
  @CsvSource({
    "'identity: {}', identity, 0",
    "'aescbc: {keys: [{name: a, secret: c2VjcmV0}]}', aescbc, 1",
    "'secretbox: {keys: []}', secretbox, 0",
    "'teleport: {}', unknown, 0"
  })
  void encryptionProvidersAreOfOneKind(String provider, String kind, int keys) {
    ObjectValue configuration =
        object(
            "apiVersion: apiserver.config.k8s.io/v1\nkind: EncryptionConfiguration\nresources:\n"
                + "  - resources: [secrets]\n    providers: [{"
                + provider
                + "}]\n");
    ObjectValue read = record(configuration, "resources.0.providers.0");
    assertEquals(text(kind), call(read, "kind"));
    assertEquals(keys, ((ListValue) call(read, "staticKeys")).elements().size());
  }

  @ParameterizedTest
  @CsvSource({
    "'storageclass.kubernetes.io/is-default-class: \"true\"', true",
    "'storageclass.beta.kubernetes.io/is-default-class: \"true\"', true",
    "'storageclass.kubernetes.io/is-default-class: \"false\"', false",
    "'', false"
  })
  void anAnnotationMakesAStorageClassTheDefault(String annotation, boolean isDefault) {
    ObjectValue storage =
        object(
            "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nprovisioner: p\n"
                + "metadata: {name: x, annotations: {"
                + annotation
                + "}}\n");
    assertEquals(Value.Bool.of(isDefault), call(storage, "isDefault"));
  }

  @Test
  void everyVersionHasTheSameMembers() {
    List<String> newest = ALL.stream().map(Builtin::signature).map(Signature::name).toList();
    for (String version : SchemaCatalog.versions()) {
      assertEquals(
          newest,
          KubernetesBuiltins.of(SchemaCatalog.of(version)).stream()
              .map(Builtin::signature)
              .map(Signature::name)
              .toList(),
          version);
    }
  }
}
