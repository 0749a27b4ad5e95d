package dev.taffrail.stdlib;

import dev.taffrail.Compilation;
import dev.taffrail.PolicyEngine;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether a policy and its fixtures still agree; for an engine that was loaded once more. */
final class FixtureProbe {
  private FixtureProbe() {}

  /** What does not agree, or nothing. */
  static String firstDifference(String policy) throws IOException {
    var folder =
        PolicyFolder.all().stream().filter(f -> f.name().equals(policy)).findFirst().orElseThrow();
    var engine = PolicyEngine.builder().build();
    return switch (engine.compile(texts(folder))) {
      case Compilation.Rejected rejected ->
          "does not compile: " + rejected.diagnostics().getFirst().message();
      case Compilation.Compiled compiled -> {
        var verdicts = new Verdicts(engine, compiled.policies());
        for (PolicyFolder.Fixture fixture : folder.failing()) {
          if (!agrees(folder, fixture, Files.readString(fixture.expected()), verdicts)) {
            yield fixture.name();
          }
        }
        for (PolicyFolder.Fixture fixture : folder.passing()) {
          if (!agrees(folder, fixture, "", verdicts)) {
            yield fixture.name();
          }
        }
        yield "";
      }
    };
  }

  private static boolean agrees(
      PolicyFolder folder, PolicyFolder.Fixture fixture, String expected, Verdicts verdicts) {
    var manifest = new ManifestReader().read(fixture.source());
    return Setting.of(fixture.source().text()).stream()
        .allMatch(
            setting ->
                verdicts
                    .of(folder.name(), manifest, setting)
                    .equals(expected.replace("\r\n", "\n")));
  }

  private static List<SourceFile> texts(PolicyFolder folder) {
    return Stream.of(folder.textName(), "pod-security/" + PolicyFolder.SHARED)
        .map(
            name ->
                StandardLibrary.files().stream()
                    .filter(file -> file.name().equals(name))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }
}
