package dev.taffrail.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.taffrail.finding.Outcome;
import dev.taffrail.object.KubernetesObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is compared must be the same: three ways to write a check give one verdict. */
class AgreementTest {
  private static final RailChecks RAIL = new RailChecks();
  private static final HandWrittenChecks HAND_WRITTEN = new HandWrittenChecks();
  private static final CelChecks CEL = new CelChecks();

  /** A change of the object that is measured, and the checks that it breaks. */
  record Variant(String title, String before, String after, List<String> broken) {
    @Override
    public String toString() {
      return title;
    }
  }

  private static Variant breaks(String check, String title, String before, String after) {
    return new Variant(title, before, after, List.of(check));
  }

  private static Variant breaksNothing(String title, String before, String after) {
    return new Variant(title, before, after, List.of());
  }

  static Stream<Variant> variants() {
    return Stream.of(
        breaksNothing("as measured", "", ""),
        breaks("no-privileged-containers", "privileged", "privileged: false", "privileged: true"),
        breaksNothing("privileged not said", "            privileged: false\n", ""),
        breaksNothing("privileged null", "privileged: false", "privileged: null"),
        breaks(
            "no-privilege-escalation",
            "may escalate",
            "allowPrivilegeEscalation: false",
            "allowPrivilegeEscalation: true"),
        breaks(
            "no-privilege-escalation",
            "escalation not said",
            "            allowPrivilegeEscalation: false\n",
            ""),
        breaks(
            "run-as-non-root",
            "pod may run as root",
            "        runAsNonRoot: true\n        runAsUser",
            "        runAsNonRoot: false\n        runAsUser"),
        breaks(
            "run-as-non-root",
            "pod does not say who it runs as",
            "        runAsNonRoot: true\n        runAsUser",
            "        runAsUser"),
        breaks(
            "run-as-non-root",
            "container may run as root",
            "            runAsNonRoot: true",
            "            runAsNonRoot: false"),
        breaksNothing("container inherits", "            runAsNonRoot: true\n", ""),
        breaks("run-as-user-not-zero", "pod of root", "runAsUser: 10001", "runAsUser: 0"),
        breaks("run-as-user-not-zero", "container of root", "runAsUser: 10002", "runAsUser: 0"),
        breaksNothing("no user for the pod", "        runAsUser: 10001\n", ""),
        breaks(
            "read-only-root-filesystem",
            "writable",
            "readOnlyRootFilesystem: true",
            "readOnlyRootFilesystem: false"),
        breaks(
            "read-only-root-filesystem",
            "writable by default",
            "            readOnlyRootFilesystem: true\n",
            ""),
        breaks("drop-all-capabilities", "drops one", "drop: [\"ALL\"]", "drop: [\"KILL\"]"),
        breaks("drop-all-capabilities", "drops none", "drop: [\"ALL\"]", "drop: []"),
        breaksNothing("drops more", "drop: [\"ALL\"]", "drop: [\"KILL\", \"ALL\"]"),
        breaks(
            "few-added-capabilities",
            "adds",
            "\"NET_BIND_SERVICE\"",
            "\"NET_BIND_SERVICE\", \"KILL\""),
        breaksNothing("adds nothing", "              add: [\"NET_BIND_SERVICE\"]\n", ""),
        breaks(
            "seccomp-profile",
            "no profile for the pod",
            "        seccompProfile:\n          type: RuntimeDefault\n      containers",
            "      containers"),
        breaks("seccomp-profile", "unconfined", "type: RuntimeDefault", "type: Unconfined"),
        breaksNothing("profile of its own", "type: RuntimeDefault", "type: Localhost"),
        breaks("no-host-namespaces", "host network", "hostNetwork: false", "hostNetwork: true"),
        breaks("no-host-namespaces", "host processes", "hostPID: false", "hostPID: true"),
        breaks("no-host-namespaces", "host IPC", "hostIPC: false", "hostIPC: true"),
        breaksNothing(
            "namespaces not said", "      hostNetwork: false\n      hostPID: false\n", ""),
        breaks(
            "no-host-path-volumes",
            "host path",
            "          emptyDir:\n            sizeLimit: 64Mi",
            "          hostPath:\n            path: /var/run"),
        breaks(
            "no-host-ports",
            "host port",
            "containerPort: 9102",
            "containerPort: 9102\n              hostPort: 9102"),
        breaksNothing(
            "host port 0", "containerPort: 9102", "containerPort: 9102\n              hostPort: 0"),
        breaks(
            "no-service-account-token",
            "token",
            "automountServiceAccountToken: false",
            "automountServiceAccountToken: true"),
        breaks(
            "no-service-account-token",
            "token by default",
            "      automountServiceAccountToken: false\n",
            ""),
        breaks("resource-requests", "no CPU requested", "              cpu: 20m\n", ""),
        breaks(
            "resource-requests",
            "nothing requested",
            "            requests:\n              cpu: 20m\n              memory: 32Mi\n",
            ""),
        breaks("memory-limit", "no limit", "            limits:\n              memory: 64Mi\n", ""),
        breaks(
            "memory-limit",
            "limit of CPU",
            "limits:\n              memory: 64Mi",
            "limits:\n              cpu: 1"),
        breaks("readiness-probe", "never ready", "readinessProbe:", "startupProbe:"),
        breaks("liveness-probe", "never alive", "livenessProbe:", "startupProbe:"),
        breaks("pinned-images", "latest", "exporter:1.9.2", "exporter:latest"),
        breaks("pinned-images", "no tag", "exporter:1.9.2", "exporter"),
        breaksNothing(
            "digest", "exporter:1.9.2", "exporter@sha256:" + "0123456789abcdef".repeat(4)),
        breaks("approved-registry", "elsewhere", "registry.example.com/pl", "docker.io/pl"),
        breaks("replicas", "one replica", "replicas: 3", "replicas: 1"),
        breaks("replicas", "one replica by default", "  replicas: 3\n", ""),
        breaks("labels", "no team", "    team: payments\n  annotations", "  annotations"),
        breaks(
            "labels",
            "team in capitals",
            "    team: payments\n  annotations",
            "    team: Payments\n  annotations"),
        breaks(
            "labels",
            "team with a line end",
            "    team: payments\n  annotations",
            "    team: \"payments\\n\"\n  annotations"),
        new Variant(
            "init container without anything",
            "      containers:\n",
            "      initContainers:\n        - name: wait\n          image: busybox\n      containers:\n",
            List.of(
                "approved-registry",
                "drop-all-capabilities",
                "memory-limit",
                "no-privilege-escalation",
                "pinned-images",
                "read-only-root-filesystem",
                "resource-requests")));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void theThreeAgree(Variant variant) {
    String text = Samples.text(Samples.DEPLOYMENT);
    String changed = text.replace(variant.before, variant.after);
    if (!variant.before.isEmpty()) {
      assertNotEquals(text, changed, "the object has no `" + variant.before + "`");
    }
    KubernetesObject object = Samples.read("deployment.yaml", changed);

    assertEquals(new TreeSet<>(variant.broken), broken(RAIL.judge(object)), "policies");
    assertEquals(new TreeSet<>(variant.broken), broken(HAND_WRITTEN.judge(object)), "Java");
    assertEquals(new TreeSet<>(variant.broken), broken(CEL.judge(object)), "CEL");
    assertFalse(RAIL.findings(object).stream().anyMatch(f -> f.outcome() == Outcome.ERROR));
  }

  @Test
  void everyCheckIsBrokenByAVariant() {
    Set<String> broken =
        variants().flatMap(v -> v.broken.stream()).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(CheckNames.ALL), broken);
  }

  @Test
  void theBitsMeanTheSame() {
    assertEquals(CheckNames.ALL, HandWrittenChecks.names());
    assertEquals(CheckNames.ALL, CEL.names());
    assertEquals(CheckNames.ALL.stream().sorted().toList(), RAIL.names());
  }

  @Test
  void theViolatingSampleBreaksFourChecks() {
    KubernetesObject object = Samples.read("deployment.yaml", Samples.violating());
    var expected =
        Set.of("no-privileged-containers", "read-only-root-filesystem", "memory-limit", "replicas");
    assertEquals(new TreeSet<>(expected), broken(HAND_WRITTEN.judge(object)));
    assertEquals(8, RAIL.findings(object).size());
  }

  private static Set<String> broken(int verdicts) {
    var names = new TreeSet<String>();
    for (int i = 0; i < CheckNames.ALL.size(); i++) {
      if ((verdicts & 1 << i) == 0) {
        names.add(CheckNames.ALL.get(i));
      }
    }
    return names;
  }
}
