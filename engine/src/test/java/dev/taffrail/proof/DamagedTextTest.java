package dev.taffrail.proof;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticRenderer;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.Cases;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Damaged files are read or refused with words, and nothing is thrown. */
class DamagedTextTest {
  static final List<String> POLICIES = texts(".rail");
  private static final List<String> MANIFESTS = texts(".yaml");

  @Property(seed = Seeds.FIXED)
  void damagedPoliciesAreCompiledOrRefused(@ForAll(supplier = Seeds.class) long seed) {
    if (Cases.enough()) {
      return;
    }
    Cases.count();
    var chance = new Chance(seed);
    String policy =
        chance.oneIn(2)
            ? chance.pick(POLICIES)
            : new GeneratedPolicy(chance.seed(), "Random", 3, false).text();
    var text = new String(Damage.of(policy, chance), StandardCharsets.UTF_8);
    SourceFile file = SourceFile.of("damaged.rail", text);
    try {
      List<Diagnostic> diagnostics = Judging.ENGINE.diagnose(List.of(file), List.of());
      DiagnosticRenderer.plain().render(diagnostics);
      Statistics.label("damaged policies").collect(diagnostics.isEmpty() ? "fine" : "refused");
    } catch (RuntimeException | StackOverflowError bug) {
      throw new AssertionError("threw on:\n" + text, bug);
    }
  }

  @Property(seed = Seeds.FIXED)
  void damagedManifestsAreReadOrRefused(@ForAll(supplier = Seeds.class) long seed) {
    if (Cases.enough()) {
      return;
    }
    Cases.count();
    var chance = new Chance(seed);
    String manifest =
        chance.oneIn(2)
            ? chance.pick(MANIFESTS)
            : Trees.text(
                new GeneratedObject(chance, "spec containers image", false)
                    .of(chance.pick(GeneratedPolicy.KINDS)));
    byte[] damaged = Damage.of(manifest, chance);
    try {
      var read = new ManifestReader().read("damaged.yaml", damaged);
      assertTrue(
          read.problems().stream().allMatch(problem -> problem.message().lines().count() == 1),
          () -> read.problems().toString());
      Statistics.label("damaged manifests")
          .collect(read.problems().isEmpty() ? "read" : "with problems");
    } catch (RuntimeException | StackOverflowError bug) {
      throw new AssertionError("threw on:\n" + new String(damaged, StandardCharsets.UTF_8), bug);
    }
  }

  private static List<String> texts(String ending) {
    Path root = ProjectFolders.root();
    return Stream.of("examples", "stdlib/src/main/policies", "engine/src/test/snippets")
        .map(root::resolve)
        .filter(Files::isDirectory)
        .flatMap(folder -> texts(folder, ending).stream())
        .toList();
  }

  private static List<String> texts(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .map(DamagedTextTest::read)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Snippets have mistakes on purpose, some in their bytes. */
  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
