package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.testkit.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocTest {
  private static final String INPUT = "src/test/resources/inputs/documented";
  private static final Path GOLDEN = Path.of("src/test/resources/doc");

  @TempDir private Path folder;

  private Run doc(String... more) {
    var words = new ArrayList<>(List.of("doc", INPUT, "-o", folder.toString()));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }

  private List<String> written() throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> Paths.name(folder.relativize(file)))
          .sorted()
          .toList();
    }
  }

  @Test
  void everyPolicyAndModuleHasAPage() throws IOException {
    assertEquals(new Run(0, "10 pages\n", ""), doc());
    assertEquals(
        List.of(
            "acme.docs.labels/index.html",
            "acme.docs.labels/index.md",
            "acme.docs.labels/team-label.html",
            "acme.docs.labels/team-label.md",
            "acme.docs/index.html",
            "acme.docs/index.md",
            "acme.docs/no-host-ports.html",
            "acme.docs/no-host-ports.md",
            "index.html",
            "index.md"),
        written());
    for (String file : written()) {
      GoldenFiles.assertMatches(GOLDEN.resolve(file), Files.readString(folder.resolve(file)));
    }
  }

  @Test
  void htmlOfStrangersIsShownAndNotObeyed() throws IOException {
    doc("--format", "html");
    String page = Files.readString(folder.resolve("acme.docs/no-host-ports.html"));
    assertFalse(page.contains("<script"), page);
    assertFalse(page.contains("<b>"), page);
    assertFalse(page.contains("<i>"), page);
    assertFalse(page.contains("<img"), page);
    assertFalse(page.contains("href=\"javascript:"), page);
    assertTrue(page.contains("&lt;script&gt;"), page);
  }

  @Test
  void theFormatCanBeChosen() throws IOException {
    assertEquals(new Run(0, "5 pages\n", ""), doc("--format=markdown"));
    assertTrue(written().stream().allMatch(file -> file.endsWith(".md")), written()::toString);
    assertEquals(2, doc("--format=pdf").status());
  }

  @Test
  void pagesThatAreNotUpToDateAreNamed() throws IOException {
    String place = Paths.name(folder) + "/";
    assertEquals(1, doc("--check").status());
    assertEquals(List.of(), written());
    doc();
    assertEquals(new Run(0, "", ""), doc("--check"));
    Files.writeString(folder.resolve("index.md"), "older\n");
    Files.delete(folder.resolve("index.html"));
    Files.copy(folder.resolve("acme.docs/index.md"), folder.resolve("acme.docs/gone.md"));
    Files.writeString(folder.resolve("notes.md"), "mine\n");
    assertEquals(
        new Run(
            1,
            """
            %sindex.html is missing
            %sindex.md is stale
            %sacme.docs/gone.md is about nothing any more
            """
                .formatted(place, place, place),
            ""),
        doc("--check"));
  }

  @Test
  void filesOfOthersAreLeftAlone() throws IOException {
    doc();
    Files.copy(folder.resolve("acme.docs/index.md"), folder.resolve("acme.docs/gone.md"));
    Files.writeString(folder.resolve("notes.md"), "mine\n");
    assertEquals(0, doc().status());
    assertTrue(written().contains("notes.md"));
    assertFalse(written().contains("acme.docs/gone.md"));

    Files.writeString(folder.resolve("index.md"), "mine\n");
    var run = doc();
    assertEquals(2, run.status());
    assertTrue(run.err().contains("index.md` is no page of `taffrail doc`"), run::err);
    assertEquals("mine\n", Files.readString(folder.resolve("index.md")));
  }

  @Test
  void theStandardLibraryHasAPageForEachPolicyWithBothExamples() throws IOException {
    assertEquals(0, Run.of("doc", "std", "-o", folder.toString(), "--format=markdown").status());
    String page = Files.readString(folder.resolve("std.pss/no-host-ports.md"));
    assertTrue(page.contains("## A manifest that passes"), page);
    assertTrue(page.contains("## A manifest that fails"), page);
    assertTrue(page.contains("opens port 80 of its node"), page);
  }

  @Test
  void mistakesAreShown() {
    assertTrue(Run.of("doc", INPUT).err().contains("where to?"));
    var run = Run.of("doc", "src/test/resources/inputs/broken", "-o", folder.toString());
    assertEquals(2, run.status());
    assertTrue(run.err().contains("E0102"), run::err);
    var file = Run.of("doc", INPUT, "-o", INPUT + "/ports.rail");
    assertEquals(new Run(2, "", "taffrail: `" + INPUT + "/ports.rail` is no folder\n"), file);
  }
}
