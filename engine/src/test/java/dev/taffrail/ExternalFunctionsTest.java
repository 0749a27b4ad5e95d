package dev.taffrail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.finding.Evidence;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Functions that the host answers: asked in batches, each question once, and never passed over. */
class ExternalFunctionsTest {
  private static final String POLICIES =
      """
      module acme.images version "1.0.0"
      type Scan = { critical: Int, names: List<String> }
      enum Level { low, high }
      external fn digest(image: ImageRef) -> Digest? from provider "registry" timeout: 200ms cache: 10min
      external fn scan(of: Digest, limits: { level: Level, since?: Date }) -> Scan from provider "scanner"

      let limits: { level: Level, since?: Date } = { level: high, since: 2026-01-01 }

      policy Scanned {
        target pod: Pod
        for each c in pod.allContainers {
          let d = digest(c.image)
          require d is set message "{c.image} is not in the registry"
          if let known = d {
            require scan(known, limits).critical == 0
              message "{c.image}: {scan(known, limits).names}"
          }
        }
      }

      policy Named {
        target pod: Pod
        forbid digest(pod.allContainers[0]!.image) is set and pod.name == "taken"
      }
      """;

  private static final String A = "sha256:" + "a".repeat(64);
  private static final String B = "sha256:" + "b".repeat(64);

  private final List<String> asked = new ArrayList<>();

  private List<ExternalAnswer> registry(List<ExternalCall> calls) {
    asked.add("registry " + calls.stream().map(c -> c.function() + " " + c.arguments()).toList());
    return calls.stream()
        .map(
            call ->
                switch (call.text("image")) {
                  case String image when image.contains("gone") -> ExternalAnswer.none();
                  case String image when image.contains("bad") -> ExternalAnswer.of(B);
                  default -> ExternalAnswer.of(A);
                })
        .toList();
  }

  private List<ExternalAnswer> scanner(List<ExternalCall> calls) {
    asked.add("scanner " + calls.stream().map(c -> String.valueOf(c.arguments())).toList());
    return calls.stream()
        .map(
            call ->
                ExternalAnswer.of(
                    call.text("of").equals(B)
                        ? Map.of("critical", 2, "names", List.of("CVE-1", "CVE-2"))
                        : Map.of("critical", 0, "names", List.of())))
        .toList();
  }

  private static PolicySet policies(Map<String, ExternalProvider> providers) {
    var builder = PolicyEngine.builder().kubernetes("1.34");
    providers.forEach(builder::provider);
    return builder
        .build()
        .compile(List.of(SourceFile.of("images.rail", POLICIES)))
        .orThrow()
        .asOf(Instant.parse("2026-07-01T00:00:00Z"));
  }

  private PolicySet bound() {
    return policies(Map.of("registry", this::registry, "scanner", this::scanner));
  }

  private static KubernetesObject pod(String name, String... images) {
    var text =
        new StringBuilder("apiVersion: v1\nkind: Pod\nmetadata: {name: " + name + "}\n")
            .append("spec:\n  containers:\n");
    for (int i = 0; i < images.length; i++) {
      text.append("  - {name: c").append(i).append(", image: \"").append(images[i]).append("\"}\n");
    }
    return new ManifestReader()
        .read(SourceFile.of(name + ".yaml", text.toString()))
        .objects()
        .getFirst();
  }

  private static List<String> lines(Evaluation evaluation) {
    return evaluation.findings().stream().map(f -> f.outcome() + " " + f.message()).toList();
  }

  @Test
  void questionsAreAskedInBatchesAndOnce() {
    var evaluation = bound().evaluate(pod("web", "nginx", "bad", "nginx", "gone", "bad"));
    assertEquals(
        List.of(
            "VIOLATION bad: [CVE-1, CVE-2]",
            "VIOLATION gone is not in the registry",
            "VIOLATION bad: [CVE-1, CVE-2]"),
        lines(evaluation));
    assertEquals(
        List.of(
            "registry [acme.images/digest {image=bad}, acme.images/digest {image=gone},"
                + " acme.images/digest {image=nginx}]",
            "scanner [{of="
                + A
                + ", limits={level=high, since=2026-01-01}}, {of="
                + B
                + ", limits={level=high, since=2026-01-01}}]"),
        asked);
  }

  @Test
  void aScanAsksForAllObjectsAtOnce() {
    var engine =
        PolicyEngine.builder()
            .kubernetes("1.34")
            .provider("registry", this::registry)
            .provider("scanner", this::scanner)
            .build();
    var policies = engine.compile(List.of(SourceFile.of("images.rail", POLICIES))).orThrow();
    var manifest =
        new ManifestReader()
            .read(
                SourceFile.of(
                    "pods.yaml",
                    Stream.of(pod("one", "nginx"), pod("two", "bad", "nginx"))
                        .map(o -> o.source().text())
                        .reduce("", (a, b) -> a + "---\n" + b)));
    var report = engine.scan(policies, List.of(manifest));
    assertEquals(1, report.findings().size());
    assertEquals(2, asked.size());
    assertEquals(4, report.evidence().answers().size());
  }

  @Test
  void whatIsRecordedJudgesAgainWithoutAProvider() {
    var object = pod("web", "nginx", "bad", "gone");
    var first = bound().evaluate(object);
    String file = EvidenceFile.write(first.evidence());
    assertEquals(
        """
        {
          "asOf": "2026-07-01T00:00:00Z",
          "answers": [
            {"function":"acme.images/digest","provider":"registry","arguments":{"image":"bad"},"answer":"%2$s"},
            {"function":"acme.images/digest","provider":"registry","arguments":{"image":"gone"},"answer":null},
            {"function":"acme.images/digest","provider":"registry","arguments":{"image":"nginx"},"answer":"%1$s"},
            {"function":"acme.images/scan","provider":"scanner","arguments":{"of":"%1$s","limits":{"level":"high","since":"2026-01-01"}},"answer":{"critical":0,"names":[]}},
            {"function":"acme.images/scan","provider":"scanner","arguments":{"of":"%2$s","limits":{"level":"high","since":"2026-01-01"}},"answer":{"critical":2,"names":["CVE-1","CVE-2"]}}
          ]
        }
        """
            .formatted(A, B),
        withoutKeyOrder(file));
    var read = (EvidenceFile.Result.Read) EvidenceFile.read(SourceFile.of("e.json", file));
    assertEquals(first.evidence(), read.evidence());
    var again = policies(Map.of()).replaying(read.evidence()).evaluate(object);
    assertEquals(lines(first), lines(again));
    assertEquals(first.evidence(), again.evidence());
  }

  /** A map of Java has no order; what is recorded is what was answered. */
  private static String withoutKeyOrder(String json) {
    return json.replace(
            "{\"names\":[\"CVE-1\",\"CVE-2\"],\"critical\":2}",
            "{\"critical\":2,\"names\":[\"CVE-1\",\"CVE-2\"]}")
        .replace("{\"names\":[],\"critical\":0}", "{\"critical\":0,\"names\":[]}");
  }

  @Test
  void aFailureIsRecordedAndReplayedToo() {
    var policies =
        policies(
            Map.of(
                "registry",
                calls -> {
                  throw new java.io.IOException("connection refused\nby somebody");
                }));
    var first = policies.evaluate(pod("web", "nginx"));
    assertEquals(
        List.of(
            "ERROR no answer to `digest(\"nginx\")`: provider `registry` failed: connection"
                + " refused",
            "ERROR no answer to `digest(\"nginx\")`: provider `registry` failed: connection"
                + " refused"),
        lines(first));
    assertEquals("no-answer", first.findings().getFirst().code().orElseThrow().word());
    var again = policies(Map.of()).replaying(first.evidence()).evaluate(pod("web", "nginx"));
    assertEquals(lines(first), lines(again));
    assertEquals(
        "ERROR no answer to `digest(\"other\")`: none is recorded",
        lines(policies.replaying(first.evidence()).evaluate(pod("web", "other"))).getFirst());
  }

  @Test
  void whateverAProviderDoesIsAnError() {
    assertEquals("no provider `registry` is bound", reason(Map.of()));
    assertEquals(
        "provider `registry` gave 0 answers to 1 questions",
        reason(Map.of("registry", calls -> List.of())));
    assertEquals(
        "provider `registry` gave 0 answers to 1 questions",
        reason(Map.of("registry", calls -> null)));
    assertEquals(
        "provider `registry` failed: too many requests",
        reason(Map.of("registry", calls -> List.of(ExternalAnswer.failed("too many requests")))));
    assertEquals(
        "provider `registry` gave the wrong thing, `answer` must be a string, but it is a number",
        reason(Map.of("registry", calls -> List.of(ExternalAnswer.of(3)))));
    assertEquals(
        "provider `registry` gave the wrong thing, `answer` must be a digest such as `sha256:`"
            + " and 64 hexadecimal digits, but it is \"latest\"",
        reason(Map.of("registry", calls -> List.of(ExternalAnswer.of("latest")))));
    assertEquals(
        "provider `registry` gave the wrong thing: a value of class java.lang.Object is no JSON",
        reason(Map.of("registry", calls -> List.of(ExternalAnswer.of(new Object())))));
    assertEquals(
        "provider `registry` failed: StackOverflowError",
        reason(Map.of("registry", ExternalFunctionsTest::overflow)));
    assertEquals(
        "provider `registry` did not answer within 200ms",
        reason(
            Map.of(
                "registry",
                calls -> {
                  new CountDownLatch(1).await();
                  return List.of();
                })));
  }

  private static List<ExternalAnswer> overflow(List<ExternalCall> calls) {
    throw new StackOverflowError();
  }

  private static String reason(Map<String, ExternalProvider> providers) {
    String line = lines(policies(providers).evaluate(pod("web", "nginx"))).getFirst();
    return line.substring(line.indexOf("`: ") + 3);
  }

  @Test
  void aPromisedValueMustBeThere() {
    var policies =
        policies(
            Map.of("registry", this::registry, "scanner", calls -> List.of(ExternalAnswer.none())));
    assertEquals(
        "ERROR no answer to `scan(\"%s\", {\"level\":\"high\",\"since\":\"2026-01-01\"})`: provider `scanner` gave none"
            .formatted(A),
        lines(policies.evaluate(pod("web", "nginx"))).getFirst());
  }

  @Test
  void whatNobodyAnswersIsNotJudgedInAScan() {
    var engine = PolicyEngine.builder().kubernetes("1.34").build();
    var policies = engine.compile(List.of(SourceFile.of("images.rail", POLICIES))).orThrow();
    var manifest = new ManifestReader().read(pod("web", "nginx").source());
    var report = engine.scan(policies, List.of(manifest));
    assertEquals(
        List.of(
            "acme.images/named asks registry, and nobody answers",
            "acme.images/scanned asks registry and scanner, and nobody answers"),
        report.notJudged().stream().map(n -> n.message()).toList());
    assertEquals(0, report.findings().size());
    assertEquals(
        List.of(
            "acme.images/named [acme.images/digest]",
            "acme.images/scanned [acme.images/digest, acme.images/scan]"),
        policies.policies().stream().map(p -> p.id() + " " + p.externals()).toList());
  }

  @Test
  void aLiveScanAsksAgainWhenTimePasses() {
    var digests = new ArrayList<>(List.of(A));
    var engine =
        PolicyEngine.builder()
            .kubernetes("1.34")
            .provider(
                "registry",
                calls ->
                    calls.stream()
                        .map(
                            c ->
                                c.text("image").equals("nginx")
                                    ? ExternalAnswer.of(digests.getLast())
                                    : ExternalAnswer.none())
                        .toList())
            .provider("scanner", this::scanner)
            .build();
    var policies = engine.compile(List.of(SourceFile.of("images.rail", POLICIES))).orThrow();
    var scan = engine.live(policies, List.of(pod("web", "nginx"), pod("other", "gone")), Set.of());
    assertEquals(1, scan.findings().size());
    digests.add(B);
    assertEquals(
        List.of("acme.images/named Pod default/web", "acme.images/scanned Pod default/web"),
        scan.at(Instant.parse("2026-07-02T00:00:00Z")).stream().map(p -> p.toString()).toList());
    assertEquals(2, scan.findings().size());
    assertEquals(List.of(), scan.at(Instant.parse("2026-07-03T00:00:00Z")));
    scan.put(pod("third", "nginx"));
    assertEquals(3, scan.findings().size());
  }

  @Test
  void evidenceOfOtherFormsIsRefusedWithItsPlace() {
    assertEquals("e.yaml:1:1 evidence is an object, but this is a list", refusal("[]"));
    assertEquals(
        "e.yaml:1:9 evidence has no key `answer`; keys: answers, asOf, timeZones",
        refusal("answer: []"));
    assertEquals("e.yaml:1:10 `answers` is a list", refusal("answers: {}"));
    assertEquals(
        "e.yaml:2:3 an answer names its `function` and the `arguments`",
        refusal("answers:\n- answer: 3"));
    assertEquals(
        "e.yaml:2:3 an answer has either `answer`, which may be null, or `failure`",
        refusal("answers:\n- function: a/b\n  arguments: {}"));
    assertEquals("e.yaml:1:7 `asOf` is a moment, 2026-12-31T10:00:00Z", refusal("asOf: today"));
    assertEquals(
        new Evidence(
            Optional.empty(), List.of(new Evidence.Answer("a/b", "", "{\"x\":1}", "null", ""))),
        ((EvidenceFile.Result.Read)
                EvidenceFile.read(
                    SourceFile.of(
                        "e.yaml", "answers:\n- {function: a/b, arguments: {x: 1}, answer: null}")))
            .evidence());
  }

  @Test
  void rulesOfTimeZonesAreNamed() {
    var engine =
        PolicyEngine.builder().kubernetes("1.34").provider("registry", this::registry).build();
    String called = "external fn known(name: String) -> Bool? from provider \"registry\"\n";
    for (boolean local : List.of(true, false)) {
      var policies =
          engine
              .compile(
                  List.of(
                      SourceFile.of(
                          "hours.rail",
                          called
                              + "policy P { target pod: Pod require known(pod.name) ?? true and %s }"
                                  .formatted(
                                      local ? "asOf.local(\"Europe/Berlin\").hour < 24" : "true"))))
              .orThrow();
      var evidence =
          engine
              .evaluate(policies.asOf(Instant.parse("2026-07-01T00:00:00Z")), pod("web", "nginx"))
              .evidence();
      assertEquals(local, evidence.timeZones().isPresent());
      String file = EvidenceFile.write(evidence);
      assertEquals(local, file.contains("\n  \"timeZones\": \"20"), file);
      assertEquals(
          new EvidenceFile.Result.Read(evidence), EvidenceFile.read(SourceFile.of("e.json", file)));
    }
  }

  private static String refusal(String text) {
    var read = (EvidenceFile.Result.Unreadable) EvidenceFile.read(SourceFile.of("e.yaml", text));
    return read.span() + " " + read.message();
  }
}
