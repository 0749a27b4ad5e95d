package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code taffrail compile --lock}, and what a lock refuses. */
class LockTest {
  @TempDir private Path folder;

  @BeforeEach
  void writePolicies() throws IOException {
    Files.createDirectory(folder.resolve("tables"));
    Files.writeString(folder.resolve("tables/teams.yaml"), "[shop, bank]\n");
    Files.writeString(
        folder.resolve("teams.rail"),
        """
        let teams: Set<String> = file"tables/teams.yaml"
        policy Known { target ns: Namespace require ns.name in teams }
        """);
  }

  private Run compile(String... options) {
    var arguments = new java.util.ArrayList<>(java.util.List.of("compile"));
    arguments.addAll(java.util.List.of(options));
    arguments.add(folder.toString());
    return Run.of(arguments.toArray(String[]::new));
  }

  @Test
  void aTableThatChangesIsRefusedUntilItIsLockedAgain() throws IOException {
    assertEquals(0, compile().status());
    assertEquals(0, compile("--lock").status());
    assertEquals(
        64, Files.readString(folder.resolve("taffrail.lock")).indexOf("  tables/teams.yaml\n"));
    assertEquals(0, compile().status());

    Files.writeString(folder.resolve("tables/teams.yaml"), "[shop, bank, mallory]\n");
    Run refused = compile();
    assertEquals(2, refused.status());
    assertTrue(refused.err().contains("error[E0207]"), refused::err);
    assertTrue(refused.err().contains("taffrail.lock says"), refused::err);

    assertEquals(0, compile("--lock").status());
    assertEquals(0, compile().status());
  }

  @Test
  void aTableThatIsNotListedIsRefused() throws IOException {
    assertEquals(0, compile("--lock").status());
    Files.writeString(folder.resolve("tables/more.yaml"), "[a]\n");
    Files.writeString(
        folder.resolve("more.rail"), "let more: Set<String> = file\"tables/more.yaml\"\n");
    Run refused = compile();
    assertEquals(2, refused.status());
    assertTrue(refused.err().contains("taffrail.lock does not list it"), refused::err);
  }

  @Test
  void withoutDataFilesThereIsNothingToLock() throws IOException {
    Files.writeString(
        folder.resolve("teams.rail"), "policy P { target ns: Namespace forbid ns.name == \"x\" }");
    assertTrue(compile("--lock").out().contains("there is no data file to lock"));
    assertTrue(Files.notExists(folder.resolve("taffrail.lock")));
  }

  @Test
  void reportsNameTheTableAsTheLockDoes() throws IOException {
    Files.writeString(
        folder.resolve("tables/teams.yaml"), "# 2026-13-01 is no day; as of 2026-06-28\n[shop]\n");
    assertEquals(0, compile("--lock").status());
    Path manifest = Files.writeString(folder.resolve("ns.yaml"), "kind: Namespace\n");
    String[] check = {"check", "--policies", folder.toString(), manifest.toString()};
    String json = Run.of(with(check, "--format", "json")).out();
    String locked = Files.readString(folder.resolve("taffrail.lock")).substring(0, 64);

    assertTrue(json.contains("\"sha256\": \"" + locked + "\""), json);
    assertTrue(json.contains("\"date\": \"2026-06-28\""), json);
    String text = Run.of(with(check, "--verbose")).out();
    assertTrue(text.contains("tables/teams.yaml of 2026-06-28\n"), text);
  }

  private static String[] with(String[] command, String... more) {
    return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
  }
}
