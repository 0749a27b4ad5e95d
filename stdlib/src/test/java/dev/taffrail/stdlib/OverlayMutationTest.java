package dev.taffrail.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.taffrail.PolicyEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Takes away and turns round what the Pod Security policies believe about unset fields: the
 * compiler has to refuse the policy then, or a fixture has to notice.
 */
class OverlayMutationTest {
  private static final String FILE = "dev/taffrail/compiler/schema/overlay/pod.overlay";
  private static final String CORE = "definition io.k8s.api.core.v1.";

  /**
   * A line of the overlay and what could stand there instead.
   *
   * @param instead empty: nothing
   */
  private record Change(String definition, String line, String instead, String policy) {}

  private static final List<Change> CHANGES =
      List.of(
          new Change("PodSpec", "hostIPC = false", "", "no-host-ipc"),
          new Change("PodSpec", "hostIPC = false", "hostIPC = true", "no-host-ipc"),
          new Change("PodSpec", "hostNetwork = false", "", "no-host-network"),
          new Change("PodSpec", "hostNetwork = false", "hostNetwork = true", "no-host-network"),
          new Change("PodSpec", "hostPID = false", "", "no-host-pid"),
          new Change("PodSpec", "hostPID = false", "hostPID = true", "no-host-pid"),
          new Change("PodSpec", "hostUsers = true", "", "run-as-non-root"),
          new Change("PodSpec", "hostUsers = true", "hostUsers = false", "run-as-non-root"),
          new Change("PodSpec", "hostUsers = true", "hostUsers = false", "run-as-user-not-zero"),
          new Change("PodSpec", "hostUsers = true", "hostUsers = false", "proc-mount-default"),
          new Change("PodSecurityContext", "transparent", "", "no-windows-host-process"),
          new Change("SecurityContext", "transparent", "", "no-privileged-containers"),
          new Change("SecurityContext", "privileged = false", "", "no-privileged-containers"),
          new Change(
              "SecurityContext",
              "privileged = false",
              "privileged = true",
              "no-privileged-containers"),
          new Change(
              "SecurityContext", "allowPrivilegeEscalation = true", "", "no-privilege-escalation"),
          new Change(
              "SecurityContext",
              "allowPrivilegeEscalation = true",
              "allowPrivilegeEscalation = false",
              "no-privilege-escalation"),
          new Change("SecurityContext", "procMount = \"Default\"", "", "proc-mount-default"),
          new Change(
              "SecurityContext",
              "procMount = \"Default\"",
              "procMount = \"Unmasked\"",
              "proc-mount-default"),
          new Change(
              "SecurityContext",
              "procMount = \"Default\"",
              "procMount = \"Unmasked\"",
              "proc-mount-default-strict"),
          new Change("WindowsSecurityContextOptions", "transparent", "", "no-windows-host-process"),
          new Change(
              "WindowsSecurityContextOptions",
              "hostProcess = false",
              "",
              "no-windows-host-process"),
          new Change(
              "WindowsSecurityContextOptions",
              "hostProcess = false",
              "hostProcess = true",
              "no-windows-host-process"),
          new Change("ContainerPort", "hostPort = @hostPort zero", "", "no-host-ports"),
          new Change("ContainerPort", "hostPort = @hostPort zero", "hostPort = 0", "no-host-ports"),
          new Change(
              "ContainerPort", "hostPort = @hostPort zero", "hostPort = 80", "no-host-ports"));

  @TestFactory
  Stream<DynamicTest> everyChangeIsNoticed() {
    return CHANGES.stream()
        .map(
            change ->
                dynamicTest(
                    "%s: %s becomes `%s`"
                        .formatted(change.definition(), change.line(), change.instead()),
                    () -> assertNotEquals("", differenceWith(changed(change), change.policy()))));
  }

  /** Otherwise the tests above would show nothing. */
  @Test
  void withoutAChangeNothingIsNoticed() throws Exception {
    assertEquals("", differenceWith(overlay(), "no-privileged-containers"));
    assertEquals("", differenceWith(overlay(), "no-host-ports"));
  }

  private static String differenceWith(String overlay, String policy) throws Exception {
    var loader = new ChangedOverlay(FILE, overlay);
    var probe = loader.loadClass(FixtureProbe.class.getName());
    var method = probe.getDeclaredMethod("firstDifference", String.class);
    method.setAccessible(true);
    return (String) method.invoke(null, policy);
  }

  private static String changed(Change change) throws IOException {
    String text = overlay();
    int definition = text.indexOf(CORE + change.definition() + "\n");
    assertTrue(definition >= 0, "no such definition in the overlay");
    int end = text.indexOf("\n\n", definition);
    int line = text.indexOf("\n" + change.line() + " ", definition) + 1;
    assertTrue(line > 0 && line < end, "no such line in the definition");
    int next = text.indexOf('\n', line) + 1;
    String rest = text.substring(line + change.line().length(), next);
    String instead = change.instead().isEmpty() ? "" : change.instead() + rest;
    return text.substring(0, line) + instead + text.substring(next);
  }

  private static String overlay() throws IOException {
    try (InputStream in = PolicyEngine.class.getClassLoader().getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("no " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
