package dev.taffrail.bench;

import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicySet;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.runtime.inventory.Retained;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * Judges some objects by policies that look up others in a large inventory, and in one of half the
 * size: time and memory must not grow faster than the inventory.
 */
final class InventoryScale {
  private static final int OBJECTS_OF_A_FILE = 500;

  private static final String POLICIES =
      """
      module scale version "1.0.0"
      index hosts of Ingress i by set r in i.spec.rules { r.host ?? "*" }
      index services of Service s by { ns: s.namespace, app: s.spec.selector["app"] ?? "" }
      index budgets of PodDisruptionBudget b where b.spec.selector is set
        by { ns: b.namespace, selector: b.spec.selector }

      policy UniqueHost {
        target ingress: Ingress
        for each r in ingress.spec.rules { require hosts.others(r.host ?? "*") is empty }
      }
      policy HasService {
        target pod: Pod
        require services[{ ns: pod.namespace, app: pod.metadata.labels["app"] ?? "" }] is not empty
      }
      policy HasBudget {
        target pod: Pod
        require budgets[{ ns: pod.namespace, selector: pod.metadata.labels }] is not empty
      }
      policy SecretExists {
        target pod: Pod
        for each v in pod.spec.volumes where v.secret.secretName is set {
          require object(Secret, pod.namespace, v.secret.secretName) is set
        }
      }
      """;

  private final PolicyEngine engine = PolicyEngine.builder().build();
  private final PolicySet policies =
      engine.compile(List.of(SourceFile.of("scale.rail", POLICIES))).orThrow();

  /** What one run took. */
  private record Run(
      int objects, double readSeconds, double judgeSeconds, Retained kept, long bytes) {}

  void print(int objects) {
    run(objects / 10);
    Run half = run(objects / 2);
    Run whole = run(objects);
    System.out.printf(
        "%-10s %10s %10s %14s %16s %12s%n",
        "objects", "read", "judge", "values kept", "characters kept", "memory");
    List.of(half, whole).forEach(InventoryScale::line);
    System.out.printf(
        "%-10s %10.2f %10.2f %14.2f %16.2f %12.2f%n",
        "ratio",
        whole.readSeconds() / half.readSeconds(),
        whole.judgeSeconds() / half.judgeSeconds(),
        (double) whole.kept().values() / half.kept().values(),
        (double) whole.kept().characters() / half.kept().characters(),
        (double) whole.bytes() / half.bytes());
  }

  private static void line(Run run) {
    System.out.printf(
        "%-10d %8.2f s %8.2f s %14d %16d %9.1f MB%n",
        run.objects(),
        run.readSeconds(),
        run.judgeSeconds(),
        run.kept().values(),
        run.kept().characters(),
        run.bytes() / 1e6);
  }

  private Run run(int objects) {
    long begin = System.nanoTime();
    var held = new AtomicReference<>(inventory(objects));
    double read = (System.nanoTime() - begin) / 1e9;
    var kept = Retained.of(held.get().objects());
    long resumed = System.nanoTime();
    var summary = engine.scan(policies, judged(objects), held.get()).summary();
    double judged = (System.nanoTime() - resumed) / 1e9;
    if (summary.errors() > 0 || summary.violations() == 0) {
      throw new IllegalStateException("the run has not judged what it should: " + summary);
    }
    long with = used();
    held.set(Inventory.none());
    return new Run(objects, read, judged, kept, with - used());
  }

  private Inventory inventory(int objects) {
    var reader = new ManifestReader().keeping(policies.pruning());
    var kept = new ArrayList<KubernetesObject>();
    for (int from = 0; from < objects; from += OBJECTS_OF_A_FILE) {
      kept.addAll(reader.read(file(from, Math.min(objects, from + OBJECTS_OF_A_FILE))).objects());
    }
    return Inventory.of(kept).completeForAll();
  }

  /** One in twenty is judged, too: pods and Ingresses with names of their own. */
  private static List<Manifest> judged(int objects) {
    String text =
        String.join(
            "---\n",
            IntStream.range(0, objects / 20)
                .mapToObj(i -> i % 2 == 0 ? pod("judged-" + i, i) : ingress("judged-" + i, i))
                .toList());
    return List.of(new ManifestReader().read(SourceFile.of("judged.yaml", text)));
  }

  private static SourceFile file(int from, int to) {
    String text =
        String.join("---\n", IntStream.range(from, to).mapToObj(InventoryScale::object).toList());
    return SourceFile.of("cluster-%d.yaml".formatted(from), text);
  }

  private static String object(int i) {
    return switch (i % 10) {
      case 0, 1, 2, 3 -> pod("pod-" + i, i);
      case 4, 5 -> service(i);
      case 6 -> ingress("ingress-" + i, i);
      case 7 -> data("Secret", i);
      case 8 -> data("ConfigMap", i);
      default -> budget(i);
    };
  }

  private static String head(String apiVersion, String kind, String name, int i) {
    return """
    apiVersion: %s
    kind: %s
    metadata:
      name: %s
      namespace: ns-%d
      labels: {app: app-%d, tier: web, release: "%d"}
      annotations: {description: "an object that was made to be looked up", owner: team-%d}
    """
        .formatted(apiVersion, kind, name, i % 50, i / 10, i, i % 7);
  }

  private static String pod(String name, int i) {
    return head("v1", "Pod", name, i)
        + """
        spec:
          serviceAccountName: app
          containers:
          - name: app
            image: registry.example/shop/app:1.%d
            ports: [{containerPort: 8080}]
            env: [{name: MODE, value: live}, {name: REGION, value: west}]
            resources:
              requests: {cpu: 100m, memory: 128Mi}
              limits: {memory: 256Mi}
          volumes:
          - name: credentials
            secret: {secretName: data-%d}
        """
            .formatted(i, i - i % 10 + 7);
  }

  private static String service(int i) {
    return head("v1", "Service", "service-" + i, i)
        + "spec:\n  selector: {app: app-%d}\n  ports: [{port: 80, targetPort: 8080}]\n"
            .formatted(i / 10);
  }

  private static String ingress(String name, int i) {
    return head("networking.k8s.io/v1", "Ingress", name, i)
        + "spec:\n  rules:\n  - host: host-%d.example.org\n".formatted(i);
  }

  private static String data(String kind, int i) {
    return head("v1", kind, "data-" + i, i) + "data:\n  value: " + "YWJj".repeat(250) + "\n";
  }

  private static String budget(int i) {
    return head("policy/v1", "PodDisruptionBudget", "budget-" + i, i)
        + "spec:\n  minAvailable: 1\n  selector: {matchLabels: {app: app-%d}}\n".formatted(i / 10);
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
