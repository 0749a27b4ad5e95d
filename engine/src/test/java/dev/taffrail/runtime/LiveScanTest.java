package dev.taffrail.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicySet;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.runtime.inventory.ObjectKey;
import dev.taffrail.runtime.inventory.Retained;
import dev.taffrail.source.SourceFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Only the pairs that a change can matter to are judged again, and the findings are right. */
class LiveScanTest {
  private static final PolicyEngine ENGINE = PolicyEngine.builder().kubernetes("1.34").build();

  private static final PolicySet POLICIES =
      ENGINE
          .compile(
              List.of(
                  SourceFile.of(
                      "policy.rail",
                      """
                      module shop version "1.0.0"
                      index byHost of Ingress i by set r in i.spec.rules { r.host ?? "*" }
                      index policiesBySelector of NetworkPolicy np
                        by { ns: np.namespace, selector: np.spec.podSelector }
                      let accounts = cluster(ServiceAccount).size

                      policy Host {
                        target ingress: Ingress
                        for each r in ingress.spec.rules {
                          require byHost.others(r.host ?? "*") is empty message "taken"
                        }
                      }
                      policy Account {
                        target pod: Pod
                        require object(ServiceAccount, pod.namespace, pod.spec.serviceAccountName) is set
                          message "no account"
                      }
                      policy Covered {
                        target pod: Pod
                        require policiesBySelector[
                          { ns: pod.namespace, selector: pod.metadata.labels }] is not empty
                          message "not covered"
                      }
                      policy FewAccounts {
                        target snapshot: Snapshot
                        require accounts <= 1 message "{accounts} accounts"
                      }
                      policy Alone {
                        target ingress: Ingress
                        forbid ingress.name == "bad" message "bad name"
                      }
                      """)))
          .orThrow();

  private static final Set<GroupKind> COMPLETE =
      Set.of(
          new GroupKind("", "ServiceAccount"),
          new GroupKind("", "Pod"),
          new GroupKind("networking.k8s.io", "Ingress"),
          new GroupKind("networking.k8s.io", "NetworkPolicy"));

  private static KubernetesObject read(String yaml) {
    return new ManifestReader().read(SourceFile.of("objects.yaml", yaml)).objects().getFirst();
  }

  private static KubernetesObject ingress(String name, String host) {
    return read(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: %s}
        spec: {rules: [{host: %s}]}
        """
            .formatted(name, host));
  }

  private static KubernetesObject pod(String name, String app) {
    return read(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, labels: {app: %s}}
        spec: {serviceAccountName: %s, containers: []}
        """
            .formatted(name, app, app));
  }

  private static KubernetesObject account(String name) {
    return read("apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: %s}\n".formatted(name));
  }

  private static KubernetesObject networkPolicy(String name, String app) {
    return read(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: %s}
        spec: {podSelector: {matchLabels: {app: %s}}}
        """
            .formatted(name, app));
  }

  private static List<String> names(List<LiveScan.Pair> pairs) {
    return pairs.stream()
        .map(p -> p.policy().replace("shop/", "") + p.object().map(o -> " " + o.name()).orElse(""))
        .toList();
  }

  private static List<String> messages(LiveScan live) {
    return live.findings().stream()
        .map(f -> f.object().orElseThrow().name() + ": " + f.message())
        .toList();
  }

  private static LiveScan live() {
    return ENGINE.live(
        POLICIES,
        List.of(
            ingress("a", "west"),
            ingress("b", "east"),
            pod("p", "web"),
            pod("q", "db"),
            account("web")),
        COMPLETE);
  }

  @Test
  void atFirstEverythingIsJudged() {
    assertEquals(List.of("q: no account", "p: not covered", "q: not covered"), messages(live()));
  }

  @Test
  void onlyThoseWhoAskedForAChangedKeyAreJudgedAgain() {
    var live = live();
    assertEquals(List.of("alone c", "host a", "host c"), names(live.put(ingress("c", "west"))));
    assertEquals(2, messages(live).stream().filter(m -> m.endsWith("taken")).count());
    // From west to east: a is free again, b is not.
    assertEquals(
        List.of("alone c", "host a", "host b", "host c"), names(live.put(ingress("c", "east"))));
    assertEquals(List.of("host b"), names(live.remove(ObjectKey.of(ingress("c", "east")))));
    assertEquals(List.of("q: no account", "p: not covered", "q: not covered"), messages(live));
  }

  @Test
  void singleObjectsAreTrackedByName() {
    var live = live();
    assertEquals(List.of("account q", "few-accounts"), names(live.put(account("db"))));
    assertEquals(
        List.of("p: not covered", "q: not covered", "of what was given: 2 accounts"),
        messages(live));
  }

  @Test
  void selectorsAreTrackedByWhatTheySelect() {
    var live = live();
    assertEquals(List.of("covered p"), names(live.put(networkPolicy("np", "web"))));
    assertEquals(List.of("covered p", "covered q"), names(live.put(networkPolicy("np", "db"))));
  }

  @Test
  void whatNobodyLooksUpIsNotKept() {
    var live = live();
    assertEquals(
        List.of(), names(live.put(read("apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n"))));
    assertEquals(false, POLICIES.looksUp(new GroupKind("", "Secret")));
    assertEquals(true, POLICIES.looksUp(new GroupKind("", "ServiceAccount")));
  }

  /** After any changes the findings are those of judging everything anew. */
  @Test
  void findingsAreThoseOfAFreshStart() {
    for (int seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      var objects = new LinkedHashMap<ObjectKey, KubernetesObject>();
      var live = ENGINE.live(POLICIES, List.of(), COMPLETE);
      for (int step = 0; step < 40; step++) {
        var object = random(random);
        if (random.nextInt(4) == 0) {
          objects.remove(ObjectKey.of(object));
          live.remove(ObjectKey.of(object));
        } else {
          objects.put(ObjectKey.of(object), object);
          live.put(object);
        }
      }
      var fresh = ENGINE.live(POLICIES, objects.values(), COMPLETE);
      assertEquals(messages(fresh), messages(live), "seed " + seed);
      var inventory = Inventory.of(objects.values(), COMPLETE);
      var single = new ArrayList<String>();
      for (KubernetesObject object : objects.values()) {
        ENGINE.evaluate(POLICIES, object, inventory).findings().stream()
            .map(f -> f.object().orElseThrow().name() + ": " + f.message())
            .forEach(single::add);
      }
      assertEquals(
          single.stream().sorted().toList(),
          messages(live).stream().filter(m -> !m.endsWith("accounts")).sorted().toList(),
          "seed " + seed);
    }
  }

  private static KubernetesObject random(Random random) {
    String name = Stream.of("a", "b", "c").toList().get(random.nextInt(3));
    String value = Stream.of("west", "east", "bad").toList().get(random.nextInt(3));
    return switch (random.nextInt(4)) {
      case 0 -> ingress(name, value);
      case 1 -> pod(name, value);
      case 2 -> account(value);
      default -> networkPolicy(name, value);
    };
  }

  @Test
  void timeThatPassesConcernsOnlyWhatAskedForIt() {
    var policies =
        ENGINE
            .compile(
                List.of(
                    SourceFile.of(
                        "time.rail",
                        """
                        let limit = asOf - 1h
                        index aged of ServiceAccount a
                          where (a.metadata.creationTimestamp ?? limit) < limit by a.name
                        policy Young {
                          target pod: Pod
                          require (pod.metadata.creationTimestamp ?? asOf) > limit
                        }
                        policy NoOldAccount {
                          target pod: Pod
                          require aged[pod.spec.serviceAccountName] is empty
                        }
                        policy Timeless {
                          target pod: Pod
                          forbid pod.name == "bad"
                        }
                        """)))
            .orThrow();
    assertEquals(
        List.of(true, false, true),
        policies.policies().stream().map(dev.taffrail.PolicyInfo::timeDependent).toList());
    var pod =
        read(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, creationTimestamp: "2026-01-01T00:00:00Z"}
            spec: {serviceAccountName: robot, containers: [{name: c, image: i}]}
            """);
    var account =
        read(
            """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: robot, namespace: shop, creationTimestamp: "2026-01-01T00:30:00Z"}
            """);
    var begin = Instant.parse("2026-01-01T00:30:00Z");
    var scan = ENGINE.live(policies.asOf(begin), List.of(pod, account), COMPLETE);
    assertEquals(0, scan.findings().size());

    assertEquals(
        List.of("local/young Pod shop/web"),
        scan.at(Instant.parse("2026-01-01T01:00:00Z")).stream()
            .map(LiveScan.Pair::toString)
            .toList());
    assertEquals(1, scan.findings().size());

    assertEquals(
        List.of("local/no-old-account Pod shop/web", "local/young Pod shop/web"),
        scan.at(Instant.parse("2026-01-01T02:00:00Z")).stream()
            .map(LiveScan.Pair::toString)
            .toList());
    assertEquals(2, scan.findings().size());
  }

  private static KubernetesObject kubeletConfig(String name, int port) {
    return read(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: %s, namespace: kube-system}
        data:
          kubelet: |
            apiVersion: kubelet.config.k8s.io/v1beta1
            kind: KubeletConfiguration
            readOnlyPort: %d
        """
            .formatted(name, port));
  }

  private static KubernetesObject kubelet(String name, String config) {
    return read(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: kube-system}
        spec:
          containers:
          - name: kubelet
            image: example/kubelet:v1.34.1
            command: [kubelet, --config=/etc/k/kubelet]
            volumeMounts: [{name: config, mountPath: /etc/k}]
          volumes: [{name: config, configMap: {name: %s}}]
        """
            .formatted(name, config));
  }

  @Test
  void aComponentChangesWithItsConfigurationFile() {
    var policies =
        ENGINE
            .compile(
                List.of(
                    SourceFile.of(
                        "kubelet.rail",
                        """
                        policy Closed {
                          target kubelet: Kubelet
                          require kubelet.config.readOnlyPort == 0 message "open"
                        }
                        policy Named { target pod: Pod require pod.name != "bad" }
                        """)))
            .orThrow();
    var live =
        ENGINE.live(
            policies,
            List.of(
                kubelet("one", "first"),
                kubelet("two", "second"),
                kubeletConfig("first", 0),
                kubeletConfig("second", 0)),
            Set.of());
    assertEquals(List.of(), messages(live));

    assertEquals(
        List.of("local/closed Pod kube-system/one"),
        live.put(kubeletConfig("first", 10255)).stream().map(LiveScan.Pair::toString).toList());
    assertEquals(List.of("one: open"), messages(live));

    assertEquals(
        List.of("local/closed Pod kube-system/one"),
        live.remove(ObjectKey.of(kubeletConfig("first", 0))).stream()
            .map(LiveScan.Pair::toString)
            .toList());
    assertEquals(
        List.of(
            "one: `config` is not known, because the file that `--config` names is not among the"
                + " input"),
        messages(live));
  }

  @Test
  void whatIsSeenInsideOfObjectsIsLookedUpAnew() {
    var policies =
        ENGINE
            .compile(
                List.of(
                    SourceFile.of(
                        "closed.rail",
                        """
                        policy Closed {
                          target service: Service
                          forbid any k in cluster(KubeletConfiguration) { k.readOnlyPort != 0 }
                            message "open"
                        }
                        """)))
            .orThrow();
    var live =
        ENGINE.live(
            policies,
            List.of(
                kubeletConfig("kubelet-config", 0),
                read("apiVersion: v1\nkind: Service\nmetadata: {name: shop}\nspec: {}\n")),
            Set.of(new GroupKind("kubelet.config.k8s.io", "KubeletConfiguration")));
    assertEquals(List.of(), messages(live));

    assertEquals(
        List.of("local/closed Service default/shop"),
        live.put(kubeletConfig("kubelet-config", 10255)).stream()
            .map(LiveScan.Pair::toString)
            .toList());
    assertEquals(List.of("shop: open"), messages(live));
  }

  @Test
  void withoutTheTimeAskingForItIsAnError() {
    var policies =
        ENGINE
            .compile(
                List.of(
                    SourceFile.of(
                        "time.rail",
                        "policy P { target ns: Namespace require asOf < 2026-01-01T00:00Z }")))
            .orThrow();
    var evaluation =
        ENGINE.evaluate(policies, read("apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n"));
    assertEquals(
        List.of("ERROR `asOf` is not known: no time was given for this run"),
        evaluation.findings().stream().map(f -> f.outcome() + " " + f.message()).toList());
  }

  private static final String GOVERNED =
      """
      module shop version "1.0.0"
      policy Account {
        target pod: Pod
        require object(ServiceAccount, pod.namespace, pod.spec.serviceAccountName) is set
          message "no account"
      }
      enforce shop { warn when (namespace.metadata.labels["stage"] ?? "") == "test" deny }
      waive Account for Pod "w" until 2026-06-30 reason "it is being moved"
      """;

  private static KubernetesObject namespace(String stage) {
    return read(
        "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {stage: %s}}\n"
            .formatted(stage));
  }

  private static KubernetesObject shopPod() {
    return read(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: shop, annotations: {note: long}}
        spec:
          serviceAccountName: gone
          hostname: nobody-reads-this
          containers: []
        """);
  }

  private static List<String> levels(LiveScan live) {
    return live.findings().stream()
        .map(
            f ->
                f.object().map(o -> o.name()).orElse("-")
                    + " "
                    + f.outcome()
                    + " "
                    + f.enforcement())
        .toList();
  }

  /** As a scan would, also when a namespace changes or a waiver ends. */
  @Test
  void waiversAndEnforcementAreApplied() {
    var policies = ENGINE.compile(List.of(SourceFile.of("policy.rail", GOVERNED))).orThrow();
    var complete = Set.of(new GroupKind("", "ServiceAccount"));
    var live =
        ENGINE.live(
            policies.asOf(java.time.Instant.parse("2026-06-01T00:00:00Z")),
            List.of(namespace("test"), shopPod(), pod("w", "other")),
            complete);
    assertEquals(List.of("w WAIVED DENY", "p VIOLATION WARN"), levels(live));
    live.put(namespace("live"));
    assertEquals(List.of("w WAIVED DENY", "p VIOLATION DENY"), levels(live));
    live.at(java.time.Instant.parse("2026-07-01T00:00:00Z"));
    assertEquals(List.of("w VIOLATION DENY", "p VIOLATION DENY"), levels(live).subList(0, 2));
    assertEquals("taffrail.waiver/expired-waiver", live.findings().getLast().policy());
  }

  @Test
  void ofObjectsOnlyWhatIsReadIsHeld() {
    var policies = ENGINE.compile(List.of(SourceFile.of("policy.rail", GOVERNED))).orThrow();
    var secret = read("apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {a: YQ==}\n");
    var live = ENGINE.live(policies, List.of(shopPod(), secret), Set.of());
    // kind, version, name, namespace, metadata, spec, the account and the object
    assertEquals(new Retained(1, 8, 193), live.retained());
    live.remove(ObjectKey.of(secret));
    live.remove(ObjectKey.of(shopPod()));
    assertEquals(0, live.retained().objects());
  }
}
