package dev.taffrail.object;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFilesTest {
  @TempDir Path folder;

  private void write(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "a: b\n");
    }
  }

  private ManifestFiles find(String... names) {
    return ManifestFiles.find(List.of(names).stream().map(name -> folder + "/" + name).toList());
  }

  private List<String> names(ManifestFiles found) {
    return found.files().stream().map(file -> relative(file.name())).toList();
  }

  private String relative(String name) {
    return name.replace(folder.toString().replace('\\', '/') + "/", "");
  }

  @Test
  void foldersAreSearchedInTheOrderOfNames() throws IOException {
    write("b.yaml", "a/z.yml", "a/b/c.json", "a-b.YAML", "a.txt", "c/README.md", "Z.yaml");
    assertEquals(List.of("Z.yaml", "a/b/c.json", "a/z.yml", "a-b.YAML", "b.yaml"), names(find("")));
  }

  @Test
  void filesThatAreNamedAreReadWhateverTheirName() throws IOException {
    write("notes.txt", ".hidden/a.yaml", "target/b.yaml");
    assertEquals(List.of("notes.txt"), names(find("notes.txt")));
    assertEquals(List.of(".hidden/a.yaml"), names(find(".hidden")));
    assertEquals(List.of("target/b.yaml"), names(find("target/")));
  }

  @Test
  void someFoldersAreLeftOut() throws IOException {
    write(
        ".git/a.yaml",
        "node_modules/a.yaml",
        "target/a.yaml",
        "x/.cache/a.yaml",
        "x/a.yaml",
        ".a.yaml");
    ManifestFiles found = find("");
    assertEquals(List.of(".a.yaml", "x/a.yaml"), names(found));
    assertEquals(
        List.of(".git", "node_modules", "target", "x/.cache"),
        found.leftOut().stream().map(this::relative).toList());
  }

  @Test
  void noFileComesTwice() throws IOException {
    write("a.yaml", "b/c.yaml");
    assertEquals(List.of("b/c.yaml", "a.yaml"), names(find("b", "a.yaml", "", "b/c.yaml")));
  }

  @Test
  void linksAreFollowedButNotRoundInCircles() throws IOException {
    write("a/b.yaml", "c/d.yaml");
    Files.createSymbolicLink(folder.resolve("a/up"), folder);
    Files.createSymbolicLink(folder.resolve("a/self"), folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("c/a"), folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("gone.yaml"), folder.resolve("nowhere"));
    ManifestFiles found = find("c");
    assertEquals(
        List.of("c/a/b.yaml", "c/d.yaml"),
        names(found).stream().filter(n -> !n.contains("up")).toList());
    assertEquals(2, find("").files().size());
    assertEquals(
        List.of("the link leads nowhere"),
        find("").problems().stream().map(ManifestFiles.Problem::message).toList());
  }

  @Test
  void whatIsNotThereIsAProblem() {
    ManifestFiles found = find("nothing");
    assertEquals(List.of(), found.files());
    assertEquals("there is no such file or folder", found.problems().getFirst().message());
    assertEquals(
        "this is no path", ManifestFiles.find(List.of("\0")).problems().getFirst().message());
  }

  @Test
  void theStandardInputIsReadOnce() {
    ManifestFiles found = ManifestFiles.find(List.of("-", "-"));
    assertEquals(List.of(new ManifestFiles.Found("stdin", Optional.empty())), found.files());
  }

  @Test
  void namesBelowTheWorkingFolderAreShort() {
    for (String here : List.of(".", "./")) {
      ManifestFiles found = ManifestFiles.find(List.of(here));
      found.files().forEach(file -> assertEquals(false, file.name().startsWith("./")));
    }
  }
}
