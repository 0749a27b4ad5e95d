package dev.taffrail.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.taffrail.Compilation;
import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicySet;
import dev.taffrail.compiler.parse.PolicyParser;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testing.Mutant;
import dev.taffrail.testing.Mutations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Changes every policy of the library in every small way there is: the compiler must refuse the
 * change, or a fixture must notice it.
 *
 * <p>So the fixtures show every {@code !}, every {@code ??}, every presence test, every element of
 * a list and every version from both sides.
 */
class MutationTest {
  private static final PolicyEngine ENGINE = PolicyEngine.builder().build();

  /** The tests in the language see to the other modules, which have fewer fixtures. */
  private static final List<SourceFile> POD_SECURITY = StandardLibrary.files("std.pss");

  /** Changes that change nothing: file, description, and the reason. */
  private static final List<Equivalent> EQUIVALENT =
      List.of(
          new Equivalent(
              "pod-security/common.rail",
              "a version later in `1.37.0`",
              "the default is the newest version there is a difference for"));

  private record Equivalent(String file, String description, String reason) {}

  /** A fixture that is read already, with one of its settings. */
  private record Case(String policy, Manifest manifest, Setting setting) {}

  @TestFactory
  Stream<DynamicTest> everyChangeIsNoticed() {
    return POD_SECURITY.stream()
        .map(text -> dynamicTest(text.name(), () -> assertNoSurvivors(text)));
  }

  private static void assertNoSurvivors(SourceFile text) {
    var diagnostics = new DiagnosticCollector();
    var mutants = Mutations.of(new PolicyParser().parse(text, diagnostics));
    assertFalse(mutants.isEmpty(), "nothing to change");

    var cases = cases(text);
    var others = others(text);
    var approved = verdicts(compile(others, text).orThrow(), cases);
    var survivors = new ArrayList<String>();
    for (Mutant mutant : mutants) {
      if (compile(others, mutant.source()) instanceof Compilation.Compiled compiled
          && !isEquivalent(mutant)
          && noticedBy(compiled, cases, approved).isEmpty()) {
        survivors.add(mutant.toString());
      }
    }
    assertEquals(List.of(), survivors, "no fixture notices these changes");
  }

  private static boolean isEquivalent(Mutant mutant) {
    return EQUIVALENT.stream()
        .filter(known -> known.file().equals(mutant.place().source().name()))
        .anyMatch(known -> known.description().equals(mutant.description()));
  }

  /**
   * What a policy needs to compile is what its folder's neighbours share; what they share is used
   * by all.
   */
  private static List<SourceFile> others(SourceFile text) {
    return POD_SECURITY.stream()
        .filter(file -> !file.name().equals(text.name()))
        .filter(file -> isShared(text) || isShared(file))
        .toList();
  }

  private static List<Case> cases(SourceFile text) {
    return PolicyFolder.all().stream()
        .filter(folder -> folder.group().equals("pod-security"))
        .filter(folder -> isShared(text) || folder.textName().equals(text.name()))
        .flatMap(
            folder ->
                Stream.concat(folder.failing().stream(), folder.passing().stream())
                    .flatMap(fixture -> cases(folder, fixture)))
        .toList();
  }

  private static Stream<Case> cases(PolicyFolder folder, PolicyFolder.Fixture fixture) {
    var source = fixture.source();
    var manifest = new ManifestReader().read(source);
    return Setting.of(source.text()).stream()
        .map(setting -> new Case(folder.name(), manifest, setting));
  }

  private static boolean isShared(SourceFile file) {
    return file.name().endsWith(PolicyFolder.SHARED);
  }

  private static Compilation compile(List<SourceFile> others, SourceFile changed) {
    var files = new ArrayList<>(others);
    files.add(changed);
    return ENGINE.compile(files);
  }

  private static List<String> verdicts(PolicySet policies, List<Case> cases) {
    var verdicts = new Verdicts(ENGINE, policies);
    return cases.stream().map(c -> verdicts.of(c.policy(), c.manifest(), c.setting())).toList();
  }

  private static Optional<Case> noticedBy(
      Compilation.Compiled compiled, List<Case> cases, List<String> approved) {
    var verdicts = new Verdicts(ENGINE, compiled.policies());
    for (int i = 0; i < cases.size(); i++) {
      Case c = cases.get(i);
      if (!verdicts.of(c.policy(), c.manifest(), c.setting()).equals(approved.get(i))) {
        return Optional.of(c);
      }
    }
    return Optional.empty();
  }
}
