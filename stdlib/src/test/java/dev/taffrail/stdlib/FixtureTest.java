package dev.taffrail.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.taffrail.PolicyEngine;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.testkit.GoldenFiles;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Judges every fixture by the policy it lies beside.
 *
 * <p>What lies in {@code pass} must have no finding, what lies in {@code fail} those of the file
 * with the ending {@code .expected}. Lines {@code # with:} at the beginning of a fixture give
 * values to parameters; each of them is one run, and all must come to the same.
 */
class FixtureTest {
  private static final PolicyEngine ENGINE =
      PolicyEngine.builder().library(StandardLibrary.files()).build();

  private static final Verdicts VERDICTS =
      Verdicts.of(ENGINE, ENGINE.compile(List.of(), StandardLibrary.modules(), List.of()));

  @TestFactory
  Stream<DynamicNode> fixtures() {
    return PolicyFolder.all().stream()
        .map(
            folder ->
                dynamicContainer(
                    folder.name(),
                    Stream.concat(
                        folder.passing().stream().map(f -> passes(folder, f)),
                        folder.failing().stream().map(f -> fails(folder, f)))));
  }

  private static DynamicTest passes(PolicyFolder folder, PolicyFolder.Fixture fixture) {
    return dynamicTest(
        fixture.name(),
        () -> {
          for (Setting setting : Setting.of(fixture.source().text())) {
            assertEquals("", verdict(folder, fixture, setting), "with " + setting);
          }
        });
  }

  private static DynamicTest fails(PolicyFolder folder, PolicyFolder.Fixture fixture) {
    return dynamicTest(
        fixture.name(),
        () -> {
          var settings = Setting.of(fixture.source().text());
          String first = verdict(folder, fixture, settings.getFirst());
          assertFalse(first.isEmpty(), "nothing was found");
          for (Setting setting : settings) {
            assertEquals(first, verdict(folder, fixture, setting), "with " + setting);
          }
          GoldenFiles.assertMatches(fixture.expected(), first);
        });
  }

  private static String verdict(
      PolicyFolder folder, PolicyFolder.Fixture fixture, Setting setting) {
    return VERDICTS.of(folder.name(), new ManifestReader().read(fixture.source()), setting);
  }
}
