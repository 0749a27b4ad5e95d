package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What waivers and enforcement do to the exit status of {@code taffrail check}. */
class WaiversTest {
  private static final String POLICY =
      """
      module acme version "1.0.0"
      policy HostNetwork {
        severity: low
        target pod: Pod
        forbid pod.spec.hostNetwork
      }
      policy Images {
        target pod: Pod
        for each c in pod.allContainers { forbid c.image.within("docker.io/library/evil") }
      }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeInputs() throws IOException {
    Files.writeString(folder.resolve("host.rail"), POLICY);
    Files.writeString(
        folder.resolve("pod.yaml"),
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: proxy, namespace: infra}
        spec: {hostNetwork: true, containers: [{name: c, image: "proxy:1"}]}
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-30, 0, '1 object, 2 policies: 1 violation (1 medium), 1 only warn, 0 errors, 1 waived'",
    "2026-12-31, 0, '1 object, 2 policies: 1 violation (1 medium), 1 only warn, 0 errors, 1 waived'",
    "2027-01-01, 1, '1 object, 2 policies: 2 violations (1 high, 1 low), 0 errors'",
    "2026-12-16, 0, '1 object, 2 policies: 0 violations, 0 errors, 1 waived'"
  })
  void theDayAfterTheLastTurnsTheStatus(String date, int status, String summary)
      throws IOException {
    add("waive HostNetwork for Pod \"infra/proxy\" until 2026-12-31 reason \"edge\"\n");
    Run run = check("--date", date);
    assertEquals(summary, run.out().lines().toList().getLast());
    assertEquals(status, run.status());
  }

  /** Otherwise a waiver for something mild could be forgotten for ever. */
  @Test
  void anExpiredWaiverOfWhatIsNotHereAnyMoreTurnsTheStatus() throws IOException {
    add("waive HostNetwork for Pod \"infra/gone\" until 2026-12-31 reason \"edge\"\n");
    assertEquals(1, check("--date", "2027-01-01", "--fail-on", "high").status());
    assertEquals(0, check("--date", "2026-10-01", "--fail-on", "high").status());
  }

  @ParameterizedTest
  @CsvSource({"deny, 1, low", "warn, 0, low", "audit, 0, low", "deny, 0, medium"})
  void theStatusFollowsEnforcementAndFailOn(String level, int status, String failOn)
      throws IOException {
    add("enforce acme { %s }\n".formatted(level));
    assertEquals(status, check("--fail-on", failOn).status());
  }

  @ParameterizedTest
  @CsvSource({"'deny', 3", "'warn', 0", "'warn onError: deny', 3", "'deny onError: audit', 0"})
  void anErrorOutcomeIsAsBadAsOnErrorSays(String lines, int status) throws IOException {
    add("enforce acme { %s }\n".formatted(lines));
    Files.writeString(
        folder.resolve("pod.yaml"),
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: proxy, namespace: infra}
        spec: {containers: [{name: c, image: "no image"}]}
        """);
    Run run = check();
    assertTrue(run.out().contains(" 1 error"), run::out);
    assertEquals(status, run.status());
  }

  @Test
  void inputThatCannotBeReadIsNeverMild() throws IOException {
    add("enforce acme { off }\n");
    Files.writeString(folder.resolve("pod.yaml"), "apiVersion: v1\nkind: [\n");
    assertEquals(3, check().status());
  }

  @Test
  void waiversAndEnforcementMayBeDocuments() throws IOException {
    Path waivers = Files.createDirectory(folder.resolve("waivers"));
    Files.writeString(
        waivers.resolve("proxy.yaml"),
        """
        apiVersion: taffrail.dev/v1
        kind: Waiver
        spec:
          policy: acme/host-network
          for: {kind: Pod, namespace: infra, name: proxy}
          until: 2026-12-31
          reason: edge
        """);
    String option = "--waivers=" + waivers;
    assertEquals(0, check(option, "--date=2026-12-01").status());
    assertEquals(1, check(option, "--date=2027-01-01").status());

    Path enforcement = folder.resolve("enforcement.yaml");
    Files.writeString(
        enforcement,
        """
        apiVersion: taffrail.dev/v1
        kind: Enforcement
        spec: {subject: acme, lines: [{level: off}]}
        """);
    Run off = check("--enforcement=" + enforcement);
    assertEquals("1 object, 2 policies: 0 violations, 0 errors; 1 off\n", off.out());
    assertEquals(0, off.status());
  }

  @Test
  void waiversOfAPolicyThatIsGoneAreNotTaken() throws IOException {
    Path waiver = folder.resolve("gone.yaml");
    Files.writeString(
        waiver,
        """
        apiVersion: taffrail.dev/v1
        kind: Waiver
        spec:
          policy: acme/host-networks
          for: {kind: Pod, namespace: infra, name: proxy}
          until: 2026-12-31
          reason: edge
        """);
    Run run = check("--waivers=" + waiver);
    assertEquals(2, run.status());
    assertTrue(run.err().contains("gone.yaml:4:11"), run::err);
  }

  @Test
  void aPathWithoutWaiversIsWrongUsage() throws IOException {
    assertEquals(2, check("--waivers=" + folder.resolve("gone")).status());
    assertEquals(2, check("--waivers=" + Files.createDirectory(folder.resolve("empty"))).status());
  }

  @Test
  void aDayMustBeADay() {
    Run run = check("--date", "2026-02-30");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("`2026-02-30` is no day and no moment"), run::err);
  }

  private void add(String declaration) throws IOException {
    Files.writeString(folder.resolve("host.rail"), POLICY + declaration);
  }

  private Run check(String... options) {
    var words = new ArrayList<>(List.of("check", "--policies", folder.resolve("host.rail") + ""));
    words.addAll(List.of(options));
    words.add(folder.resolve("pod.yaml").toString());
    return Run.of(words.toArray(String[]::new));
  }

  /** One option for everything that depends on the time, so that a run can be repeated. */
  @ParameterizedTest
  @CsvSource({"2026-12-31, 0", "2026-12-31T12:00Z, 0", "2026-12-31T12:00:01Z, 1"})
  void theDateIsAlsoTheTimeThatPoliciesSee(String date, int status) throws IOException {
    Files.writeString(
        folder.resolve("host.rail"),
        "policy NotAfterNoon { target pod: Pod require asOf <= 2026-12-31T12:00Z }");
    assertEquals(status, check("--date", date).status());
  }
}
