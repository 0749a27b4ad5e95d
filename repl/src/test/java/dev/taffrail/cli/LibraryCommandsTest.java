package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.stdlib.Profile;
import dev.taffrail.stdlib.StandardLibrary;
import dev.taffrail.testkit.GoldenFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code profiles}, {@code policies} and {@code show}; figures come from the library itself. */
class LibraryCommandsTest {
  @Test
  void everyProfileHasItsNumberOfPoliciesAndALine() {
    var run = Run.of("profiles");
    assertEquals(0, run.status(), run::err);
    List<String> lines = run.out().lines().toList();
    List<Profile> profiles = StandardLibrary.profiles();
    assertEquals(profiles.size(), lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Profile profile = profiles.get(i);
      long policies = Run.of("policies", "--profile", profile.name()).out().lines().count();
      String line = lines.get(i).replaceAll(" +", " ");
      assertEquals(profile.name() + " " + policies + " " + profile.description(), line);
      assertTrue(profile.description().endsWith("."), profile.name());
    }
  }

  @Test
  void policiesAreSearchedInOneProfile() {
    var run = Run.of("policies", "--profile=pss.baseline", "--search=NO-HOST-P");
    assertEquals(0, run.status(), run::err);
    GoldenFiles.assertMatches(Path.of("src/test/resources/library/search.txt"), run.out());
  }

  @Test
  void aProfileOfOneModuleHasNoPoliciesOfOthers() {
    var lines = Run.of("policies", "--profile=pss.baseline").out().lines().toList();
    assertTrue(lines.stream().allMatch(line -> line.startsWith("std.pss/")), lines::toString);
  }

  @Test
  void withoutProfileAllAreListedSorted() {
    var run = Run.of("policies");
    assertEquals(Run.of("policies", "--profile", "all"), run);
    var ids = run.out().lines().map(line -> line.substring(0, line.indexOf(' '))).toList();
    assertEquals(ids.stream().sorted().toList(), ids);
  }

  @Test
  void nothingFoundIsNoSuccess() {
    var run = Run.of("policies", "--search", "xyzzy");
    assertEquals(1, run.status());
    assertEquals(
        "taffrail: no policy of the profile `all` has `xyzzy` in its id, title or tags\n",
        run.err());
  }

  @Test
  void aProfileThatIsNotThereIsNamed() {
    var run = Run.of("policies", "--profile", "recomended");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("did you mean `recommended`?"), run::err);
  }

  @Test
  void thePageOfAPolicy() {
    var run = Run.of("show", "run-as-non-root");
    assertEquals(0, run.status(), run::err);
    GoldenFiles.assertMatches(Path.of("src/test/resources/library/show.txt"), run.out());
    assertEquals(run, Run.of("show", "std.pss/run-as-non-root"));
    assertEquals(run, Run.of("show", "RunAsNonRoot"));
  }

  @Test
  void aPolicyThatIsNotThereIsNamed() {
    var run = Run.of("show", "run-as-non-rot");
    assertEquals(2, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().contains("did you mean `run-as-non-root`?"), run::err);
    assertEquals(2, Run.of("show").status());
  }
}
