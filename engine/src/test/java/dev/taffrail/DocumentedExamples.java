package dev.taffrail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.taffrail.compiler.ImportedFiles;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticRenderer;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.report.TextOptions;
import dev.taffrail.report.TextReport;
import dev.taffrail.runtime.interpret.Observer;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testing.PolicyTestRunner;
import dev.taffrail.testing.TestTextReport;
import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.MarkdownFile;
import dev.taffrail.testkit.MarkdownFile.Block;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs the code blocks of a document; the words behind the fence say what must come of a block.
 *
 * <ul>
 *   <li>{@code rail}: a policy file without any message; {@code rail error E0101} or {@code rail
 *       warning W0207}: exactly these codes.
 *   <li>{@code rail checks}: statements about {@code c}, one of the containers of {@code pod}.
 *   <li>{@code rail true}: an expression a line that is true, about the declarations of the file
 *       and the Pod above it under the same heading; behind {@code // error:} stands part of an
 *       error outcome.
 *   <li>{@code text messages}: the messages about the policy file above, word for word.
 *   <li>{@code yaml imported}: the file that policies under the same heading import by path.
 *   <li>{@code yaml}: manifests; {@code text report}: the report on them by the policy file above.
 *   <li>{@code text tests}: the results of the tests in the policy file above, each named.
 *   <li>{@code yaml governance}: documents that compile without any message beside the policy file
 *       above.
 *   <li>{@code java}: statements that compile; {@code text output}: what they print.
 * </ul>
 *
 * Everything else is left to the reader.
 */
final class DocumentedExamples {
  /** The day of all reports, for waivers. */
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec: {containers: [{name: c, image: i}]}
      """;

  private final Path document;
  private final MarkdownFile file;
  private final List<Block> blocks;

  DocumentedExamples(Path document) {
    this.document = document;
    this.file = MarkdownFile.of(document);
    this.blocks = file.blocks();
  }

  List<Block> blocks() {
    return blocks;
  }

  void check(Block block) throws IOException {
    var words = List.of(block.info().split(" "));
    switch (block.info()) {
      case "rail true" -> allTrue(block);
      case "yaml" -> assertEquals(List.of(), manifest(block).problems(), place(block, 0));
      case "yaml governance" -> assertEquals("", governed(block), place(block, 0));
      case "text messages" -> matches(block, messages(above(block, "rail")));
      case "text report" -> matches(block, report(above(block, "rail"), above(block, "yaml")));
      case "text tests" -> matches(block, tests(above(block, "rail")));
      case "text output" -> matches(block, JavaSnippet.output(above(block, "java").text()));
      case "java" -> JavaSnippet.output(block.text());
      default -> {
        if (words.get(0).equals("rail")) {
          codes(block, words.stream().filter(w -> w.matches("[EW]\\d{4}")).toList());
        }
      }
    }
  }

  /** Compiles a block, whatever its tag, and holds the codes of all messages against a list. */
  void codes(Block block, List<String> expected) {
    var places = new ArrayList<String>();
    for (Diagnostic diagnostic : diagnose(block)) {
      places.add(place(block, diagnostic.span().startPosition().line()) + ": " + diagnostic);
    }
    assertEquals(
        new TreeSet<>(expected),
        allCodes(block),
        place(block, 0) + "\n" + String.join("\n", places));
  }

  /** The codes of all messages about a block. */
  Set<String> allCodes(Block block) {
    var found = new TreeSet<String>();
    diagnose(block).forEach(d -> found.add(d.code().name()));
    return found;
  }

  private List<Diagnostic> diagnose(Block block) {
    return engine(block).diagnose(List.of(policies(block)), List.of());
  }

  private PolicyEngine engine(Block block) {
    Optional<Block> given =
        blocks.stream()
            .filter(b -> b.info().equals("yaml imported") && b.heading().equals(block.heading()))
            .findFirst();
    ImportedFiles files =
        (importing, path) ->
            given
                .filter(b -> !path.equals("taffrail.lock"))
                .<ImportedFiles.Found>map(
                    b -> new ImportedFiles.Found.File(SourceFile.of(path, b.text())))
                .orElseGet(() -> new ImportedFiles.Found.Refused("there is no such file"));
    return PolicyEngine.builder().importing(files).build();
  }

  private String governed(Block block) {
    var document = SourceFile.of("governance.yaml", block.text());
    return DiagnosticRenderer.plain()
        .render(
            engine(block).diagnose(List.of(policies(above(block, "rail")), document), List.of()));
  }

  private String messages(Block block) {
    return DiagnosticRenderer.plain().render(diagnose(block));
  }

  private String report(Block rail, Block yaml) throws IOException {
    var engine = engine(rail);
    var policies = engine.compile(List.of(policies(rail))).orThrow().asOf(DAY);
    var out = new StringWriter();
    new TextReport(TextOptions.PLAIN).write(engine.scan(policies, List.of(manifest(yaml))), out);
    return out.toString();
  }

  private String tests(Block block) throws IOException {
    var compiled = engine(block).compileTests(List.of(policies(block)), List.of());
    if (!(compiled instanceof TestCompilation.Compiled tests)) {
      throw new AssertionError(DiagnosticRenderer.plain().render(compiled.diagnostics()));
    }
    var runner = new PolicyTestRunner((done, of) -> {});
    var out = new StringWriter();
    new TestTextReport(true)
        .write(runner.run(tests.program(), tests.program().tests(), Observer.NONE), out);
    return out.toString();
  }

  private static SourceFile policies(Block block) {
    boolean checks = block.info().startsWith("rail checks");
    return SourceFile.of(
        "policy.rail",
        checks
            ? "policy Example { target pod: Pod for each c in pod.allContainers {\n%s} }\n"
                .formatted(block.text())
            : block.text());
  }

  private static Manifest manifest(Block block) {
    return new ManifestReader().read(SourceFile.of("manifest.yaml", block.text()));
  }

  private void allTrue(Block block) {
    var source = new StringBuilder(find(block, "rail").map(Block::text).orElse(""));
    List<String> lines = block.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!expression(lines.get(i)).isBlank()) {
        source.append(
            "policy Line%d { target pod: Pod only require %s }\n"
                .formatted(i, expression(lines.get(i))));
      }
    }
    var engine = engine(block);
    var compiled = engine.compile(List.of(SourceFile.of("policy.rail", source.toString())));
    if (compiled instanceof Compilation.Rejected rejected) {
      fail(place(block, 0) + "\n" + DiagnosticRenderer.plain().render(rejected.diagnostics()));
    }
    var pod =
        find(block, "yaml")
            .map(DocumentedExamples::manifest)
            .orElseGet(() -> new ManifestReader().read(SourceFile.of("pod.yaml", POD)));
    var findings = engine.evaluate(compiled.orThrow(), pod.objects().getFirst()).findings();
    var failures = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      String id = "/line" + i;
      String found =
          findings.stream()
              .filter(f -> f.policy().endsWith(id))
              .map(f -> f.outcome().word() + ": " + f.message() + " " + f.expected())
              .findFirst()
              .orElse("");
      String expected = expectedError(lines.get(i));
      boolean right =
          expected.isEmpty()
              ? found.isEmpty()
              : found.startsWith("error: ") && found.contains(expected);
      if (!right) {
        failures.add(place(block, i + 1) + ": " + lines.get(i) + "\n  gives " + found);
      }
    }
    assertEquals(List.of(), failures);
  }

  private static String expression(String line) {
    int comment = line.indexOf(" //");
    return comment < 0 ? line : line.substring(0, comment);
  }

  private static String expectedError(String line) {
    int error = line.indexOf("// error: ");
    return error < 0 ? "" : line.substring(error + "// error: ".length()).strip();
  }

  private void matches(Block block, String actual) {
    if (actual.equals(block.text())) {
      return;
    }
    if (GoldenFiles.isUpdating()) {
      file.replace(block, actual);
      return;
    }
    assertEquals(
        block.text(), actual, place(block, 0) + " is stale; -Dgolden=update writes it anew");
  }

  /** The next block above whose first word is this one, under the same heading. */
  private Optional<Block> find(Block block, String word) {
    for (int i = block.index() - 1; i >= 0; i--) {
      Block candidate = blocks.get(i);
      if (!candidate.heading().equals(block.heading())) {
        return Optional.empty();
      }
      if (candidate.info().split(" ")[0].equals(word)
          && !candidate.info().equals("rail true")
          && !candidate.info().equals("yaml imported")) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private Block above(Block block, String word) {
    return find(block, word)
        .orElseThrow(() -> new AssertionError(place(block, 0) + ": no " + word + " block above"));
  }

  /** Line 0 is the fence. */
  private String place(Block block, int line) {
    return document.getFileName() + ":" + (block.line() + line - 1);
  }
}
