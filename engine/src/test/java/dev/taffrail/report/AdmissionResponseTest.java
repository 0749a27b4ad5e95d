package dev.taffrail.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.PolicyEngine;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the API server and the person behind it are told. */
class AdmissionResponseTest {
  private static final PolicyEngine ENGINE = PolicyEngine.builder().kubernetes("1.34").build();

  private static final String POLICIES =
      """
      module acme
      policy HostNetwork { severity: high remediation: "take it out" target pod: Pod
        forbid pod.spec.hostNetwork }
      policy Tagged { severity: low target pod: Pod
        for each c in pod.allContainers { require c.image.tag is set message "{c.name} has no tag" } }
      policy Named { severity: medium target pod: Pod
        for each c in pod.allContainers { require c.name == "app" message "{c.name} is no good name" } }
      enforce Tagged { warn }
      enforce Named { audit }
      """;

  private static AdmissionResponse answer(String review) {
    var policies = ENGINE.compile(List.of(SourceFile.of("acme.rail", POLICIES))).orThrow();
    var manifest = new ManifestReader().read(SourceFile.of("review.json", review));
    return AdmissionResponse.to(manifest, ENGINE.scan(policies, List.of(manifest)));
  }

  private static String review(boolean hostNetwork, int containers) {
    var list = new StringBuilder();
    for (int i = 0; i < containers; i++) {
      list.append(i == 0 ? "" : ",").append("{\"name\":\"c%d\",\"image\":\"nginx\"}".formatted(i));
    }
    return """
        {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"705ab4f5","operation":"CREATE",
        "kind":{"group":"","version":"v1","kind":"Pod"},"namespace":"shop","name":"web","userInfo":{"username":"ada"},
        "object":{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"shop"},
        "spec":{"hostNetwork":%s,"containers":[%s]}}}}
        """
        .formatted(hostNetwork, list);
  }

  private static void assertGolden(String name, AdmissionResponse answer) {
    GoldenFiles.assertMatches(
        ProjectFolders.root().resolve("engine/src/test/resources/report/" + name), answer.json());
  }

  @Test
  void refused() {
    assertGolden("admission-refused.json", answer(review(true, 2)));
  }

  @Test
  void allowedWithWarnings() {
    assertGolden("admission-allowed.json", answer(review(false, 1)));
  }

  @Test
  void whatCannotBeReadIsRefused() {
    assertGolden("admission-unreadable.json", answer(review(true, 1).substring(0, 300)));
  }

  @Test
  void whatNobodyHasJudgedIsRefused() {
    var withoutRequest =
        """
        {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","response":{"uid":"1","allowed":true}}
        """;
    var plainPod = "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\"}}";
    for (String text : List.of(withoutRequest, plainPod, "", "{}")) {
      var answer = answer(text);
      assertFalse(answer.allowed(), text);
      assertFalse(answer.message().isEmpty(), text);
      assertEquals("", answer.uid());
    }
  }

  @Test
  void whatWasNotJudgedForWantOfDataIsRefused() {
    var policies =
        ENGINE
            .compile(
                List.of(
                    SourceFile.of(
                        "a.rail",
                        """
                        policy Known { target pod: Pod
                          require object(ServiceAccount, pod.namespace, "web") is set }
                        """)))
            .orThrow();
    var manifest = new ManifestReader().read(SourceFile.of("review.json", review(false, 1)));
    var answer = AdmissionResponse.to(manifest, ENGINE.scan(policies, List.of(manifest)));
    assertAll(
        () -> assertFalse(answer.allowed()),
        () ->
            assertEquals(
                "1 finding\n- not judged: local/known looks up ServiceAccount, and none was given",
                answer.message()),
        () -> assertEquals("local/known", answer.auditAnnotations().get("notJudged")));
  }

  @Test
  void manyWarningsStayWithinWhatTheServerTakes() {
    var answer = answer(review(false, 400));
    int together = answer.warnings().stream().mapToInt(String::length).sum();
    assertAll(
        () -> assertTrue(answer.allowed()),
        () -> assertTrue(together <= AdmissionResponse.WARNINGS, together + " characters"),
        () ->
            assertTrue(
                answer.warnings().getLast().startsWith("and "), answer.warnings()::toString));
    int told = Integer.parseInt(answer.warnings().getLast().split(" ")[1]);
    assertEquals(400, told + answer.warnings().size() - 1);
  }

  @Test
  void longMessagesAreCutBetweenFindings() {
    var policies =
        ENGINE
            .compile(
                List.of(
                    SourceFile.of(
                        "a.rail",
                        """
                        policy Long { target pod: Pod
                          for each c in pod.allContainers { require c.name == "" message "%s {c.name}" } }
                        """
                            .formatted("😀".repeat(300)))))
            .orThrow();
    var manifest = new ManifestReader().read(SourceFile.of("review.json", review(false, 20)));
    var answer = AdmissionResponse.to(manifest, ENGINE.scan(policies, List.of(manifest)));
    var lines = answer.message().lines().toList();
    int more = Integer.parseInt(lines.getLast().split(" ")[2]);
    assertAll(
        () -> assertTrue(answer.message().length() <= AdmissionResponse.MESSAGE),
        () -> assertEquals(20, more + lines.size() - 2),
        () -> assertTrue(lines.get(1).endsWith("😀…"), lines.get(1)));
  }
}
