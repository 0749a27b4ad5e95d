package dev.taffrail.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicySet;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.runtime.Compiling;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The compiled library finds what the interpreted one finds, to the last position. */
class CompiledLibraryTest {
  /** A build looks at one file in so many; 1 is for a proof at length. */
  private static final int STEP = Integer.getInteger("taffrail.library.step", 20);

  /** The same ones for both, since findings point into them. */
  private static final List<SourceFile> FILES = StandardLibrary.files();

  private static final PolicyEngine INTERPRETING = engine(Compiling.NEVER);
  private static final PolicyEngine COMPILING = engine(Compiling.AT_ONCE);
  private static final PolicySet INTERPRETED = policies(INTERPRETING);
  private static final PolicySet COMPILED = policies(COMPILING);

  private static PolicyEngine engine(Compiling when) {
    return PolicyEngine.builder().library(FILES).compiling(when).build();
  }

  private static PolicySet policies(PolicyEngine engine) {
    return engine.compile(List.of(), StandardLibrary.modules(), List.of()).orThrow();
  }

  @Test
  void mostPoliciesAreCompiled() {
    var constructs = new TreeMap<String, Integer>();
    COMPILED.interpreted().values().forEach(what -> constructs.merge(what, 1, Integer::sum));
    // Components are read from command lines and files, for each cluster once.
    constructs.remove("components");
    int interpreted = constructs.values().stream().mapToInt(n -> n).sum();
    assertTrue(interpreted < 120, () -> "interpreted: " + constructs);
  }

  @Test
  void saysTheSameOfEveryFixture() {
    var fixtures = new ArrayList<PolicyFolder.Fixture>();
    for (PolicyFolder folder : PolicyFolder.all()) {
      fixtures.addAll(folder.passing());
      fixtures.addAll(folder.failing());
    }
    assertTrue(fixtures.size() > 500);
    for (int i = 0; i < fixtures.size(); i += STEP) {
      new ManifestReader()
          .read(fixtures.get(i).source())
          .objects()
          .forEach(CompiledLibraryTest::assertSame);
    }
  }

  @Test
  void saysTheSameOfManifestsOfOthers() {
    var folders =
        Stream.of("corpus", "conformance").flatMap(n -> ProjectFolders.shared(n).stream()).toList();
    assumeTrue(!folders.isEmpty(), "skipped: there is no folder shared/corpus");
    int number = 0;
    for (Path file : folders.stream().flatMap(f -> manifests(f).stream()).toList()) {
      if (number++ % STEP == 0) {
        read(file).forEach(CompiledLibraryTest::assertSame);
      }
    }
  }

  private static void assertSame(KubernetesObject object) {
    assertEquals(
        INTERPRETING.evaluate(INTERPRETED, object),
        COMPILING.evaluate(COMPILED, object),
        () -> object.title() + " in " + object.source().name());
  }

  private static List<Path> manifests(Path folder) {
    try (var paths = Files.walk(folder)) {
      return paths.filter(p -> p.toString().matches(".*\\.(yaml|yml|json)")).sorted().toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static List<KubernetesObject> read(Path file) {
    try {
      return new ManifestReader()
          .read(SourceFile.of(file.getFileName().toString(), Files.readString(file)))
          .objects();
    } catch (IOException notText) {
      return Collections.emptyList();
    }
  }
}
