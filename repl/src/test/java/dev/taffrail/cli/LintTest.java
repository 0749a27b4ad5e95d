package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {
  private static final String WITH_MISTAKES =
      """
      /// Host access.
      policy HostAccess {
        target pod: Pod
        let first = pod.name
        let second = first
        // stays
        forbid (pod.name! ?? "x") == "y"
        forbid (pod.spec.hostPID ?? false) and true == true
      }
      """;

  private static final String FIXED =
      """
      /// Host access.
      policy HostAccess {
        target pod: Pod
        // stays
        forbid (pod.name) == "y"
        forbid (pod.spec.hostPID) and true == true
      }
      """;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    file = Files.writeString(folder.resolve("a.rail"), WITH_MISTAKES);
  }

  @Test
  void warningsAreShownAndCounted() throws IOException {
    var run = Run.of("lint", folder.toString());
    assertEquals(1, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().contains("W0203") && run.err().contains("W0209"), run::err);
    assertTrue(run.err().endsWith("0 errors, 5 warnings\n"), run::err);
    assertEquals(WITH_MISTAKES, Files.readString(file));
  }

  @Test
  void fixTakesAwayWhatHasNoEffectUntilNothingIsLeft() throws IOException {
    String name = Paths.name(file);
    var run = Run.of("lint", "--fix", name);
    assertEquals(FIXED, Files.readString(file));
    assertEquals(1, run.status());
    assertTrue(run.out().startsWith(name + "\n"), run::out);
    assertTrue(run.err().contains("W0209") && !run.err().contains("W0207"), run::err);
  }

  @Test
  void fixTakesFunctionsAwayWithTheirDocumentationAndLeavesOtherComments() throws IOException {
    Files.writeString(
        file,
        """
        // The rules of the shop.

        /// Nobody calls it,
        /// and nobody may.
        private fn unused() -> Int =
          1 // one

        private fn outer() -> Int = inner()

        /// It stays.
        private fn inner() -> Int = 2

        /// What this is for.
        policy P {
          title: "p"
          target pod: Pod
          // lint: allow W0203 because it was needed once
          // Names matter.
          require pod.name != "x" // lint: allow W0207 because it has none
          require pod.name != "y" // lint: allow W0203, W0207 because two codes stay
        }
        """);
    var run = Run.of("lint", "--fix", file.toString());
    assertEquals(
        """
        // The rules of the shop.

         // one



        /// What this is for.
        policy P {
          title: "p"
          target pod: Pod
          // Names matter.
          require pod.name != "x"
          require pod.name != "y" // lint: allow W0203, W0207 because two codes stay
        }
        """,
        Files.readString(file));
    assertEquals(1, run.status(), run::err);
  }

  @Test
  void whatDoesNotCompileIsNotChanged() throws IOException {
    String broken = WITH_MISTAKES + "policy B { target pod: Pod require nothing }\n";
    Files.writeString(file, broken);
    assertEquals(2, Run.of("lint", "--fix", folder.toString()).status());
    assertEquals(broken, Files.readString(file));
  }

  @Test
  void ourOwnPoliciesHaveNoWarnings() {
    assertEquals(new Run(0, "", "0 errors\n"), Run.of("lint", "std.pss"));
    String examples = ProjectFolders.root().resolve("examples").toString();
    assertEquals(new Run(0, "", "0 errors\n"), Run.of("lint", examples));
  }

  @Test
  void compileKeepsQuietAboutWhatIsAllowedToo() throws IOException {
    Files.writeString(
        file,
        "fn f() -> Int {\n  let a = 1 // lint: allow W0203 because it is a test\n  return 2\n}\n");
    assertEquals(new Run(0, "1 file: 0 errors\n", ""), Run.of("compile", file.toString()));
    assertEquals(new Run(0, "", "0 errors\n"), Run.of("lint", file.toString()));
  }
}
