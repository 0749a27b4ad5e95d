package dev.taffrail;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.object.ManifestReader;
import dev.taffrail.report.ReportFormat;
import dev.taffrail.report.TextOptions;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testing.PolicyTestRunner;
import dev.taffrail.testing.TestJUnitReport;
import dev.taffrail.testing.TestJsonReport;
import dev.taffrail.testing.TestResult;
import dev.taffrail.testing.TestTextReport;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
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
    for (String secret : List.of("hunter2", "HUNTER2", "cGxhbnRlZC1odW50ZXIy")) {
      assertFalse(page.toString().contains(secret), page::toString);
    }
  }

  /** Each is broken where the secret stands, so that the reader would quote it. */
  private static final List<String> BROKEN =
      List.of(
          "apiVersion: v1\nkind: Secret\nstringData: {password: hunter2",
          "apiVersion: v1\nkind: Secret\nstringData:\n  password: %hunter2\n",
          "apiVersion: v1\nkind: Secret\nstringData:\n  password: @hunter2\n",
          "apiVersion: v1\nkind: Secret\nstringData:\n  password: !hunter2!x y\n",
          "apiVersion: v1\nkind: Secret\nstringData:\n  password: *hunter2\n",
          "apiVersion: v1\nkind: Secret\nstringData:\n  password: \"\\hunter2\"\n",
          "apiVersion: v1\nkind: Secret\nstringData:\n  hunter2: a\n  hunter2: b\n",
          "apiVersion: v1\nkind: Secret\nstringData:\n  hunter2\n  password: b\n",
          "apiVersion: v1\nkind: Secret\nstringData:\n\thunter2: b\n",
          "apiVersion: v1\nkind: Secret\nstringData:\n  password: |9hunter2\n   a\n",
          "apiVersion: v1\nkind: Secret\nstringData:\n  password: [hunter2}\n",
          "apiVersion: v1\nkind: Secret\nstringData:\n  password: !!int hunter2\n",
          "apiVersion: hunter2/v1/x\nkind: Secret\n",
          "apiVersion: v1\nkind: Secret\nmetadata: hunter2\n",
          "apiVersion: v1\nkind: Secret\nmetadata: {name: {hunter2: 1}}\n",
          "apiVersion: v1\nkind: Secret\nmetadata: {labels: {hunter2: {a: 1}}}\n",
          "kind: Secret\nhunter2: v1\n",
          "apiVersion: v1\nkind: SecretList\nitems: hunter2\n",
          "apiVersion: v1\nkind: SecretList\nitems:\n- hunter2\n- {stringData: {a: %hunter2}}\n",
          "{\"apiVersion\": \"v1\", \"kind\": \"Secret\", \"stringData\": {\"a\": hunter2}}",
          "{\"apiVersion\": \"v1\", \"kind\": \"Secret\", \"stringData\": {\"a\": 'hunter2'}}",
          "{\"apiVersion\": \"v1\", \"kind\": \"Secret\", \"stringData\": {\"a\": \"\\hunter2\"}}",
          "{\"apiVersion\": \"v1\", \"kind\": \"Secret\", \"a\": {\"hunter2\": 1, \"hunter2\": 2}}",
          "{\"apiVersion\": \"v1\", \"kind\": \"Secret\"} hunter2");

  @ParameterizedTest
  @EnumSource
  void noFormatQuotesASecretThatCannotBeRead(ReportFormat format) throws IOException {
    var engine = PolicyEngine.builder().build();
    var policies = engine.compile(List.of(file("policy.rail"))).orThrow();
    int broken = 0;
    for (String text : BROKEN) {
      var manifest = new ManifestReader().read(SourceFile.of("secret.yaml", text));
      var report = engine.scan(policies, List.of(manifest));
      broken += manifest.problems().size();
      var page = new StringWriter();
      format.writer(new TextOptions(false, true, true)).write(report, page);
      assertFalse(page.toString().contains("hunter2"), () -> text + "\n---\n" + page);
    }
    assertTrue(broken > 15, "most of them cannot be read");
  }

  /** What tests of policies print when they fail, in every format. */
  @Test
  void noTestPrintsASecret() throws IOException {
    String tests =
        """
        let planted: Secret = yaml\"""
          apiVersion: v1
          kind: Secret
          metadata: { name: flow }
          stringData: { password: planted-hunter2 }
          \"""

        test "fails" for NoWeakSecrets {
          given planted
          expect pass
        }

        test "fails too" for Untyped {
          given planted
          expect violation saying "nothing like it"
        }
        """;
    var engine = PolicyEngine.builder().build();
    var compiled =
        engine.compileTests(
            List.of(file("policy.rail"), SourceFile.of("tests.rail", tests)), List.of());
    var program = ((TestCompilation.Compiled) compiled).program();
    var results =
        new PolicyTestRunner((done, of) -> {})
            .run(program, program.tests(), dev.taffrail.runtime.interpret.Observer.NONE);
    assertTrue(
        results.stream().allMatch(r -> r.verdict() == TestResult.Verdict.FAILED),
        results::toString);
    var text = new StringWriter();
    new TestTextReport(true).write(results, text);
    TestJsonReport.write(results, java.util.Optional.empty(), text);
    TestJUnitReport.write(results, text);
    assertFalse(text.toString().contains("hunter2"), text::toString);
  }

  private static SourceFile file(String name) throws IOException {
    return SourceFile.of(name, Files.readString(CASE.resolve(name)));
  }
}
