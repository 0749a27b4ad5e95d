package dev.taffrail.stdlib;

import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One policy of the standard library: a folder with its text and its fixtures. */
record PolicyFolder(Path path) {
  /** Where all of them lie. */
  static final Path POLICIES = ProjectFolders.root().resolve("stdlib").resolve("src/main/policies");

  /** What folders share lies in {@value}, beside them. */
  static final String SHARED = "common.rail";

  /** Modules without policies, for others to import, lie below it. */
  private static final Path FOR_IMPORT = Path.of("shared");

  /** Profiles lie below it. */
  private static final Path PROFILES = Path.of("profiles");

  /** Tests in the language lie in {@value}, beside what they test. */
  static final String TESTS = "tests.rail";

  static List<PolicyFolder> all() {
    return texts().stream()
        .filter(text -> !text.endsWith(SHARED) && !isForImport(text))
        .map(text -> new PolicyFolder(text.getParent()))
        .distinct()
        .toList();
  }

  /** Whether a file belongs to a module that has no policies. */
  static boolean isForImport(Path file) {
    return POLICIES.relativize(file).startsWith(FOR_IMPORT);
  }

  /** Every file of policies, sorted. */
  static List<Path> texts() {
    return railFiles().stream()
        .filter(path -> !path.endsWith(TESTS))
        .filter(path -> !POLICIES.relativize(path).startsWith(PROFILES))
        .toList();
  }

  /** Policies and their tests. */
  static List<Path> railFiles() {
    try (var paths = Files.walk(POLICIES)) {
      return paths.filter(path -> path.toString().endsWith(".rail")).sorted().toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** The folder of its module. */
  String group() {
    return POLICIES.relativize(path).getName(0).toString();
  }

  /** Which is the last part of the policy's id. */
  String name() {
    return path.getFileName().toString();
  }

  Path text() {
    return path.resolve(name() + ".rail");
  }

  /** As the standard library calls it. */
  String textName() {
    return POLICIES.relativize(text()).toString().replace('\\', '/');
  }

  List<Fixture> passing() {
    return fixtures("pass");
  }

  List<Fixture> failing() {
    return fixtures("fail");
  }

  private List<Fixture> fixtures(String kind) {
    Path folder = path.resolve(kind);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(Fixture::new)
          .toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** A manifest, and the values of parameters it is judged with. */
  record Fixture(Path path) {
    /** What reports call it; short, so that expected findings are easy to read. */
    String name() {
      return path.getParent().getFileName() + "/" + path.getFileName();
    }

    Path expected() {
      return path.resolveSibling(path.getFileName().toString().replace(".yaml", ".expected"));
    }

    SourceFile source() {
      try {
        return SourceFile.of(name(), Files.readString(path));
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
    }
  }
}
