package dev.taffrail.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The cases of the Pod Security admission controller define the standards: all must agree. */
class PodSecurityTest {
  @Test
  void everyCaseAgrees() throws IOException {
    var folder = ProjectFolders.shared("conformance/psa");
    Assumptions.assumeTrue(
        folder.isPresent(), "SKIPPED: ../shared/conformance/psa is not there to be compared with");
    var judge = new Judge(Mapping.bundled());
    for (CaseFolder cases : CaseFolder.in(folder.orElseThrow())) {
      assertFalse(cases.cases().isEmpty());
      var comparisons = cases.cases().stream().map(c -> judge.compare(c, cases.path())).toList();
      assertEquals("[ ]\n", Disagreements.json(comparisons, Notes.NONE));
      var counts = Tally.of(comparisons, Notes.NONE).of("psa");
      assertEquals(cases.cases().size(), counts.of(Comparison.Result.AGREE));
    }
  }
}
