package dev.taffrail.runtime.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.PolicyEngine;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Indexes by selector and by labels find what trying every object finds. */
class SelectorIndexTest {
  private static final String POLICIES =
      """
      module pairs version "1.0.0"
      index bySelector of NetworkPolicy np by { ns: np.namespace, selector: np.spec.podSelector }
      index byLabels of Pod only p by { ns: p.namespace, labels: p.metadata.labels }
      index onlySelector of NetworkPolicy np by np.spec.podSelector

      policy Selecting {
        target pod: Pod only
        let tried = filter np in cluster(NetworkPolicy) {
          np.spec.podSelector.selects(pod.metadata.labels)
        }
        let here = filter np in tried { np.namespace == pod.namespace }
        require bySelector[{ ns: pod.namespace, selector: pod.metadata.labels }] == here
        require onlySelector[pod.metadata.labels] == tried
        // So that agreeing on nothing is noticed.
        require here is empty message "selected"
      }

      policy Selected {
        target np: NetworkPolicy
        let tried = filter pod in cluster(Pod) {
          pod.namespace == np.namespace and np.spec.podSelector.selects(pod.metadata.labels)
        }
        require byLabels[{ ns: np.namespace, labels: np.spec.podSelector }] == tried
      }

      policy SameLabels {
        target pod: Pod only
        let tried = filter other in cluster(Pod) {
          other.namespace == pod.namespace and other.metadata.labels == pod.metadata.labels
        }
        require byLabels[{ ns: pod.namespace, labels: pod.metadata.labels }] == tried
      }
      """;

  private final PolicyEngine engine = PolicyEngine.builder().build();
  private final SplittableRandom random = new SplittableRandom(11);

  @Test
  void theyAgreeOnRandomLabels() {
    var policies = engine.compile(List.of(SourceFile.of("pairs.rail", POLICIES))).orThrow();
    var objects = new ArrayList<KubernetesObject>();
    for (int i = 0; i < 60; i++) {
      objects.addAll(read(pod(i)));
      objects.addAll(read(networkPolicy(i)));
    }
    var known = policies.reading(Inventory.of(objects).completeForAll());
    var messages =
        objects.stream()
            .flatMap(object -> engine.evaluate(known, object).findings().stream())
            .map(finding -> finding.message())
            .toList();
    assertTrue(messages.size() > 20, () -> messages.toString());
    assertEquals(List.of("selected"), messages.stream().distinct().toList());
  }

  @Test
  void aSelectorThatCannotBeReadIsNotLeftOut() {
    var policies = engine.compile(List.of(SourceFile.of("pairs.rail", POLICIES))).orThrow();
    var objects = new ArrayList<>(read(pod(1)));
    objects.addAll(
        read(
            networkPolicy(1)
                .replaceFirst(
                    "podSelector: .*",
                    "podSelector: {matchExpressions: [{key: nobody, operator: Has}]}")));
    var known = policies.reading(Inventory.of(objects).completeForAll());
    var findings = engine.evaluate(known, objects.getFirst()).findings();
    assertTrue(
        findings.stream().anyMatch(f -> f.message().contains("operator")), findings::toString);
  }

  private static List<KubernetesObject> read(String text) {
    return new ManifestReader().read(SourceFile.of("objects.yaml", text)).objects();
  }

  private String pod(int i) {
    String labels =
        IntStream.range(0, random.nextInt(4))
            .mapToObj(k -> "l%d: v%d".formatted(k, random.nextInt(3)))
            .collect(Collectors.joining(", ", "{", "}"));
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: p%d, namespace: n%d, labels: %s}\nspec: {containers: []}\n"
        .formatted(i, i % 2, labels);
  }

  private String networkPolicy(int i) {
    String labels =
        IntStream.range(0, random.nextInt(3))
            .mapToObj(k -> "l%d: v%d".formatted(k, random.nextInt(3)))
            .collect(Collectors.joining(", ", "{", "}"));
    String expressions =
        IntStream.range(0, random.nextInt(3))
            .mapToObj(k -> expression())
            .collect(Collectors.joining(", "));
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: np%d, namespace: n%d}
    spec:
      podSelector: {matchLabels: %s, matchExpressions: [%s]}
    """
        .formatted(i, i % 2, labels, expressions);
  }

  private String expression() {
    String key = "l" + random.nextInt(4);
    return switch (random.nextInt(4)) {
      case 0 -> "{key: %s, operator: In, values: [v0, v%d]}".formatted(key, random.nextInt(3));
      case 1 -> "{key: %s, operator: NotIn, values: [v%d]}".formatted(key, random.nextInt(3));
      case 2 -> "{key: %s, operator: Exists}".formatted(key);
      default -> "{key: %s, operator: DoesNotExist}".formatted(key);
    };
  }
}
