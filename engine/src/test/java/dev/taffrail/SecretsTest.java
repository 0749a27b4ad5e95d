package dev.taffrail;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.object.ManifestReader;
import dev.taffrail.report.ReportFormat;
import dev.taffrail.report.TextOptions;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No report of any format prints a secret that was planted in the manifests of a case. */
class SecretsTest {
  private static final Path CASE = ProjectFolders.root().resolve("engine/src/test/cases/secrets");

  @ParameterizedTest
  @EnumSource
  void noFormatPrintsASecret(ReportFormat format) throws IOException {
    var engine = PolicyEngine.builder().build();
    var policies = engine.compile(List.of(file("policy.rail"))).orThrow();
    var report = engine.scan(policies, List.of(new ManifestReader().read(file("objects.yaml"))));
    var page = new StringWriter();
    format.writer(new TextOptions(false, true, true)).write(report, page);

    assertTrue(report.findings().size() > 10, "the policies find what was planted");
    for (String secret : List.of("hunter2", "cGxhbnRlZC1odW50ZXIy")) {
      assertFalse(page.toString().contains(secret), page::toString);
    }
  }

  private static SourceFile file(String name) throws IOException {
    return SourceFile.of(name, Files.readString(CASE.resolve(name)));
  }
}
