package dev.taffrail.runtime.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicySet;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.object.Nodes;
import dev.taffrail.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of an inventory only what policies read is kept, as it stood in its file. */
class PruningTest {
  private static final PolicyEngine ENGINE = PolicyEngine.builder().kubernetes("1.34").build();

  private static final String OBJECTS =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
        labels: {app: shop}
        annotations: {note: long}
      spec:
        type: ClusterIP
        selector: {app: shop}
        ports:
        - name: http
          port: 80
          targetPort: 8080
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: password}
      data: {password: c2VjcmV0}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: shop}
      spec:
        replicas: 2
        template:
          metadata: {labels: {app: shop}}
          spec:
            hostNetwork: true
            containers:
            - image: a:1
              ports:
              - containerPort: 8080
      """;

  private static PolicySet policies(String text) {
    return ENGINE.compile(List.of(SourceFile.of("policy.rail", text))).orThrow();
  }

  private static List<KubernetesObject> kept(String policy) {
    return new ManifestReader()
        .keeping(policies(policy).pruning())
        .read(SourceFile.of("objects.yaml", OBJECTS))
        .objects();
  }

  private static String tree(KubernetesObject object) {
    return Nodes.toJson(object.root());
  }

  @Test
  void fieldsThatNobodyReadsAreLeftOut() {
    var kept =
        kept(
            """
            index services of Service s by s.spec.selector["app"] ?? ""
            policy P {
              target pod: Pod
              require any s in services["shop"], p in s.spec.ports { p.port > 1 }
            }
            """);
    assertEquals(
        List.of(
            "{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"shop\"},"
                + "\"spec\":{\"type\":\"ClusterIP\",\"selector\":{\"app\":\"shop\"},"
                + "\"ports\":[{\"name\":\"http\",\"port\":80}]}}"),
        kept.stream().map(PruningTest::tree).toList());
  }

  /** Of a workload the pod in it stays a pod; every kind can own one. */
  @Test
  void podsInsideWorkloadsStay() {
    var kept = kept("policy P { target s: Secret require cluster(Pod).size > 0 }");
    assertEquals(3, kept.size());
    assertEquals(
        "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"password\"}}",
        tree(kept.get(1)));
    assertEquals(
        "{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"metadata\":{\"name\":\"shop\"},"
            + "\"spec\":{\"replicas\":2,\"template\":{\"metadata\":{\"labels\":{}}}}}",
        tree(kept.get(2)));
  }

  @Test
  void documentsInTextsStay() {
    var policies =
        policies(
            """
            policy P {
              target pod: Pod
              require all k in cluster(KubeletConfiguration) { k.readOnlyPort == 0 }
            }
            """);
    var map =
        new ManifestReader()
            .keeping(policies.pruning())
            .read(
                SourceFile.of(
                    "map.yaml",
                    """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: kubelet-config, namespace: kube-system}
                    data:
                      kubelet: |
                        apiVersion: kubelet.config.k8s.io/v1beta1
                        kind: KubeletConfiguration
                        readOnlyPort: 10255
                    """))
            .objects();
    var pod =
        new ManifestReader()
            .read(SourceFile.of("p.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n"))
            .objects()
            .getFirst();
    var findings = ENGINE.evaluate(policies, pod, Inventory.of(map)).findings();

    assertEquals(
        List.of("8: data.kubelet.readOnlyPort"),
        findings.stream()
            .flatMap(finding -> finding.related().stream())
            .map(to -> to.span().startPosition().line() + ": " + to.path())
            .toList());
  }

  @Test
  void withoutLookUpsNothingIsKept() {
    assertEquals(List.of(), kept("policy P { target pod: Pod forbid pod.spec.hostNetwork }"));
  }

  @Test
  void whatIsComparedIsKeptWhole() {
    var kept =
        kept(
            """
            policy P {
              target pod: Pod
              require any s in cluster(Service) { s.spec.ports == s.spec.ports }
            }
            """);
    assertEquals(true, tree(kept.getFirst()).contains("\"targetPort\":8080"));
  }

  @Test
  void linesThatNobodyNeedsAreForgottenAndTheOthersKeepTheirNumbers() {
    var service =
        kept("""
        index services of Service s by s.spec.type
        policy P { target pod: Pod require services["ClusterIP"] is empty }
        """)
            .getFirst();
    assertEquals(
        "apiVersion: v1\nkind: Service\nmetadata:\n  name: shop\nspec:\n  type: ClusterIP\n",
        service.source().text());
    var spec = service.root().mapping("spec").orElseThrow();
    assertEquals("objects.yaml:8:3", service.source().span(spec.start(), spec.start()).toString());
    assertEquals("  type: ClusterIP", service.source().line(8));
    assertEquals("", service.source().line(9));
  }

  @Test
  void aLibraryHoldsNoMoreThanIsRead() {
    var policies =
        policies(
            "policy P { target pod: Pod require object(Service, \"default\", \"shop\") is set }");
    var objects = new ManifestReader().read(SourceFile.of("objects.yaml", OBJECTS)).objects();
    var pruned = Inventory.of(objects).pruned(policies.pruning());
    assertEquals(new Retained(3, 44, OBJECTS.length() + 331), Retained.of(objects));
    assertEquals(new Retained(1, 5, 91), Retained.of(pruned.objects()));
    assertEquals(true, pruned.isComplete(new GroupKind("", "Secret")));
  }
}
