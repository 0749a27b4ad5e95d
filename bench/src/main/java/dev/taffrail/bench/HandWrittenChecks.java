package dev.taffrail.bench;

import static dev.taffrail.bench.Fields.at;
import static dev.taffrail.bench.Fields.has;
import static dev.taffrail.bench.Fields.isFalse;
import static dev.taffrail.bench.Fields.isTrue;
import static dev.taffrail.bench.Fields.list;
import static dev.taffrail.bench.Fields.number;
import static dev.taffrail.bench.Fields.text;

import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The checks as Java over the object tree: what an interpreter can at best come near to.
 *
 * <p>It knows deployments only, gives a bit instead of a finding with its place, and reads missing
 * fields however the author remembered to.
 */
final class HandWrittenChecks implements Verdicts {
  private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");

  private record Check(String name, Predicate<Subject> holds) {}

  /** What the checks look at, fetched once for all of them. */
  private record Subject(
      Node.Mapping deployment,
      @Nullable Node pod,
      @Nullable Node podSecurity,
      List<Node> containers,
      List<Node> allContainers) {
    static Subject of(Node.Mapping deployment) {
      Node pod = at(at(at(deployment, "spec"), "template"), "spec");
      var containers = list(at(pod, "containers"));
      var all = new ArrayList<Node>(containers);
      all.addAll(list(at(pod, "initContainers")));
      all.addAll(list(at(pod, "ephemeralContainers")));
      return new Subject(deployment, pod, at(pod, "securityContext"), containers, all);
    }
  }

  private static final List<Check> CHECKS =
      List.of(
          each("no-privileged-containers", c -> !isTrue(at(security(c), "privileged"))),
          each(
              "no-privilege-escalation", c -> isFalse(at(security(c), "allowPrivilegeEscalation"))),
          new Check("run-as-non-root", s -> all(s, c -> isTrue(own(s, c, "runAsNonRoot")))),
          new Check(
              "run-as-user-not-zero", s -> all(s, c -> number(own(s, c, "runAsUser"), 1) != 0)),
          each("read-only-root-filesystem", c -> isTrue(at(security(c), "readOnlyRootFilesystem"))),
          each("drop-all-capabilities", c -> contains(capabilities(c, "drop"), "ALL")),
          each(
              "few-added-capabilities",
              c -> every(capabilities(c, "add"), a -> "NET_BIND_SERVICE".equals(text(a)))),
          new Check("seccomp-profile", s -> all(s, c -> seccomp(own(s, c, "seccompProfile")))),
          new Check(
              "no-host-namespaces",
              s ->
                  !isTrue(at(s.pod, "hostNetwork"))
                      && !isTrue(at(s.pod, "hostPID"))
                      && !isTrue(at(s.pod, "hostIPC"))),
          new Check(
              "no-host-path-volumes",
              s -> every(list(at(s.pod, "volumes")), v -> !has(v, "hostPath"))),
          each(
              "no-host-ports",
              c -> every(list(at(c, "ports")), p -> number(at(p, "hostPort"), 0) == 0)),
          new Check(
              "no-service-account-token", s -> isFalse(at(s.pod, "automountServiceAccountToken"))),
          each(
              "resource-requests",
              c -> has(resources(c, "requests"), "cpu") && has(resources(c, "requests"), "memory")),
          each("memory-limit", c -> has(resources(c, "limits"), "memory")),
          new Check("readiness-probe", s -> every(s.containers, c -> has(c, "readinessProbe"))),
          new Check("liveness-probe", s -> every(s.containers, c -> has(c, "livenessProbe"))),
          each("pinned-images", c -> isPinned(text(at(c, "image")))),
          each(
              "approved-registry",
              c ->
                  Optional.ofNullable(text(at(c, "image")))
                      .filter(i -> i.startsWith("registry.example.com/"))
                      .isPresent()),
          new Check("replicas", s -> number(at(at(s.deployment, "spec"), "replicas"), 1) >= 2),
          new Check("labels", s -> labels(at(at(s.deployment, "metadata"), "labels"))));

  /** The names, in the order of the bits. */
  static List<String> names() {
    return CHECKS.stream().map(Check::name).toList();
  }

  @Override
  public int judge(KubernetesObject object) {
    var subject = Subject.of(object.root());
    int verdicts = 0;
    for (int i = 0; i < CHECKS.size(); i++) {
      if (CHECKS.get(i).holds.test(subject)) {
        verdicts |= 1 << i;
      }
    }
    return verdicts;
  }

  private static Check each(String name, Predicate<Node> holds) {
    return new Check(name, subject -> all(subject, holds));
  }

  private static boolean all(Subject subject, Predicate<Node> holds) {
    return every(subject.allContainers, holds);
  }

  private static boolean every(List<Node> nodes, Predicate<Node> holds) {
    for (Node node : nodes) {
      if (!holds.test(node)) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(List<Node> nodes, String wanted) {
    return !every(nodes, node -> !wanted.equals(text(node)));
  }

  private static @Nullable Node security(Node container) {
    return at(container, "securityContext");
  }

  /** A setting of the container, or of its pod if the container has none. */
  private static @Nullable Node own(Subject subject, Node container, String setting) {
    Node found = at(security(container), setting);
    return found == null ? at(subject.podSecurity, setting) : found;
  }

  private static List<Node> capabilities(Node container, String which) {
    return list(at(at(security(container), "capabilities"), which));
  }

  private static @Nullable Node resources(Node container, String which) {
    return at(at(container, "resources"), which);
  }

  private static boolean seccomp(@Nullable Node profile) {
    String type = text(at(profile, "type"));
    return type != null && SECCOMP.contains(type);
  }

  private static boolean isPinned(@Nullable String image) {
    if (image == null || image.endsWith(":latest")) {
      return false;
    }
    int colon = image.lastIndexOf(':');
    return colon > 0
        && colon + 1 < image.length()
        && consistsOf(image, colon + 1, c -> isAsciiLetterOrDigit(c) || "_.-".indexOf(c) >= 0);
  }

  private static boolean labels(@Nullable Node labels) {
    String team = text(at(labels, "team"));
    return has(labels, "app.kubernetes.io/name")
        && team != null
        && !team.isEmpty()
        && team.charAt(0) >= 'a'
        && team.charAt(0) <= 'z'
        && consistsOf(team, 1, c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
  }

  private interface CharTest {
    boolean test(char c);
  }

  private static boolean consistsOf(String text, int from, CharTest allowed) {
    for (int i = from; i < text.length(); i++) {
      if (!allowed.test(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
