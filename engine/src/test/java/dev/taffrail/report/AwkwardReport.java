package dev.taffrail.report;

import dev.taffrail.finding.Control;
import dev.taffrail.finding.DataFile;
import dev.taffrail.finding.Evidence;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.NotJudged;
import dev.taffrail.finding.Note;
import dev.taffrail.finding.ObjectRef;
import dev.taffrail.finding.Outcome;
import dev.taffrail.finding.PolicyDescription;
import dev.taffrail.finding.Severity;
import dev.taffrail.finding.UnknownReferences;
import dev.taffrail.object.GroupKind;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import dev.taffrail.value.ErrorCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report with everything in it that has ever broken a report. */
final class AwkwardReport {
  private static final SourceFile CART =
      SourceFile.of(
          "examples/shop/cart.yaml",
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: cart, namespace: shop}
          spec:
            template:
              spec:
                containers:
                - name: cart
                  securityContext:
                    privileged: true
                  resources:
                    limits:
                      memory: 8Gi
          """);

  private static final SourceFile STRANGE =
      SourceFile.of(
          "odd, names/50%: \"a\" <b> & größe.yaml",
          "kind: Pod\n\tname: \u001b[31m\"漢字\" 👩‍🚀 e\u0301\u0000 # \u202e\n");

  private static final SourceFile ONE_LINE =
      SourceFile.of(
          "dump.json",
          "{\"items\":["
              + "{\"kind\":\"Pod\"},".repeat(40)
              + "{\"hostNetwork\":true}"
              + "]}"
              + " ".repeat(9));

  private static final SourceFile RULES =
      SourceFile.of("policies/pods.rail", "policy Pods {\n  forbid pod.spec.hostNetwork\n}\n");

  private static final ObjectRef CART_OBJECT =
      new ObjectRef("apps/v1", "Deployment", Optional.of("shop"), "cart");

  private AwkwardReport() {}

  static Report report() {
    var findings =
        List.of(
            privileged(),
            memory(),
            wholeObject(),
            strangeText(),
            strangeText(),
            oneLine(),
            notEvaluated(),
            unreadable());
    var notes =
        List.of(
            new Note(span(CART, "apiVersion"), "no Kubernetes object: `kind` is missing"),
            new Note(span(SourceFile.of("empty.yaml", ""), ""), "nothing but comments"));
    return new Report(
        "1.2.3",
        new Summary(14, 20, 250, 6, 2, 1, 22, 3, 2, 0),
        findings,
        notes,
        notJudged(),
        List.of(
            new UnknownReferences(new GroupKind("", "Strange\u001b"), 1),
            new UnknownReferences(new GroupKind("shop.example", "Widget"), 2)),
        Evidence.NONE,
        List.of(
            new DataFile("tables/releases.yaml", "0a1b", Optional.of(LocalDate.of(2026, 6, 28))),
            new DataFile("tables/strange\u001b.csv", "2c3d", Optional.empty())),
        List.of(description()),
        Map.of(),
        List.of(ComplianceTest.awkward()));
  }

  private static PolicyDescription description() {
    return new PolicyDescription(
        "std.pss/no-privileged-containers",
        "A privileged container is\n`root` of its node.\n\nRemove it: <script>\u202e</script>.\n",
        List.of("the handbook", "javascript:alert(1)", "https://shop.example/policies#privileged"),
        List.of("std.old/privileged"));
  }

  private static List<NotJudged> notJudged() {
    return List.of(
        new NotJudged("shop/known-account", List.of("ServiceAccount")),
        new NotJudged("shop/unique-host", List.of("Ingress", "Service")),
        new NotJudged("strange/\u001b[31m<&>\u202e", List.of("Pod")));
  }

  static Report nothingFound() {
    return new Report(
        "1.2.3", new Summary(1, 1, 1, 0, 0, 0, 0, 0, 0, 0), List.of(), List.of(), List.of());
  }

  private static Finding privileged() {
    return new Finding(
        "std.pss/no-privileged-containers",
        "Containers must not be privileged",
        Optional.empty(),
        Outcome.VIOLATION,
        Optional.empty(),
        Severity.HIGH,
        "app container `cart` is privileged",
        Optional.of(CART_OBJECT),
        span(CART, "privileged: true"),
        "spec.template.spec.containers[0].securityContext.privileged",
        "true, must be false",
        List.of(new Control("cis", "5.2.2"), new Control("pss", "baseline")),
        List.of(),
        "remove it, or set it to false",
        Optional.of(span(RULES, "forbid pod.spec.hostNetwork")));
  }

  private static Finding memory() {
    var service =
        SourceFile.of("examples/shop/service.yaml", "kind: Service\nmetadata:\n  name: cart\n");
    return new Finding(
        "acme/limits",
        "Memory is limited",
        Optional.of("memory"),
        Outcome.VIOLATION,
        Optional.empty(),
        Severity.CRITICAL,
        "app container `cart` may use 8Gi,\nwhich is more than a node has\r\n",
        Optional.of(CART_OBJECT),
        span(CART, "8Gi"),
        "spec.template.spec.containers[0].resources.limits.memory",
        "8Gi, must be at most 4Gi",
        List.of(),
        List.of(
            new Finding.Related(
                new ObjectRef("v1", "Service", Optional.empty(), ""),
                span(service, "name: cart"),
                "metadata.name",
                "takes its traffic")),
        "Ask for less memory; if the service really needs it, spread the load over several pods, as"
            + " one pod of this size can be placed on few nodes and takes long to start again",
        Optional.empty());
  }

  private static Finding wholeObject() {
    int start = CART.text().indexOf("    spec:");
    return new Finding(
        "acme/limits",
        "Memory is limited",
        Optional.of("memory"),
        Outcome.VIOLATION,
        Optional.empty(),
        Severity.INFO,
        "several lines are meant",
        Optional.of(CART_OBJECT),
        CART.span(start + 4, CART.text().length() - 1),
        "",
        "",
        List.of(),
        List.of(),
        "",
        Optional.empty());
  }

  private static Finding strangeText() {
    return new Finding(
        "acme/names",
        "",
        Optional.empty(),
        Outcome.VIOLATION,
        Optional.empty(),
        Severity.MEDIUM,
        "name \"漢字\" <b>&amp;</b> ]]> %0A ::error:: \u001b[2J\u0000\u0007\ud800 \ud83d\ude80"
            + " \ufffe",
        Optional.of(new ObjectRef("v1", "Pod", Optional.of("\u202edrop"), "a,b:c%\"'\\")),
        span(STRANGE, "👩‍🚀"),
        "metadata[\"a\\\"b\"]",
        "wanted \"<x>\"",
        List.of(),
        List.of(),
        "",
        Optional.empty());
  }

  private static Finding oneLine() {
    return new Finding(
        "acme/no-host-network",
        "Pods keep to their own network",
        Optional.empty(),
        Outcome.VIOLATION,
        Optional.empty(),
        Severity.LOW,
        "the pod uses the network of its node",
        Optional.of(new ObjectRef("v1", "Pod", Optional.empty(), "p")),
        span(ONE_LINE, "\"hostNetwork\":true"),
        "spec.hostNetwork",
        "",
        List.of(),
        List.of(),
        "remove it",
        Optional.empty());
  }

  private static Finding notEvaluated() {
    return new Finding(
        "acme/limits",
        "Memory is limited",
        Optional.of("memory"),
        Outcome.ERROR,
        Optional.of(ErrorCode.MALFORMED),
        Severity.CRITICAL,
        "`memory` is not a quantity",
        Optional.of(CART_OBJECT),
        span(CART, "8Gi"),
        "spec.template.spec.containers[0].resources.limits.memory",
        "",
        List.of(),
        List.of(),
        "",
        Optional.empty());
  }

  private static Finding unreadable() {
    return new Finding(
        "taffrail/unreadable",
        "Manifests can be read",
        Optional.empty(),
        Outcome.ERROR,
        Optional.of(ErrorCode.UNREADABLE),
        Severity.HIGH,
        "file ends inside a list",
        Optional.empty(),
        span(SourceFile.of("empty.yaml", ""), ""),
        "",
        "",
        List.of(),
        List.of(),
        "close it with `]`",
        Optional.empty());
  }

  private static Span span(SourceFile file, String words) {
    int start = file.text().indexOf(words);
    return file.span(start, start + words.length());
  }
}
