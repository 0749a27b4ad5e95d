package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.PolicyEngine;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticRenderer;
import dev.taffrail.diagnostic.Level;
import dev.taffrail.source.SourceFile;
import dev.taffrail.stdlib.StandardLibrary;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The examples of the pages about messages: the wrong one has just the message, the right one is
 * right. Examples that need more than one file, or parts of the language that come later, are not
 * marked as {@code rail} and not compiled.
 */
class ErrorPagesTest {
  private static final PolicyEngine ENGINE =
      PolicyEngine.builder().library(StandardLibrary.files()).build();

  @ParameterizedTest
  @EnumSource
  void theWrongExampleHasTheMessageAndNoOther(DiagnosticCode code) throws IOException {
    var example = example(code, "Wrong");
    if (example.isPresent()) {
      var found = diagnostics(example.get());
      assertEquals(
          List.of(code),
          found.stream().map(Diagnostic::code).distinct().filter(c -> isMeant(c, code)).toList(),
          () -> render(found));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theRightExampleCompiles(DiagnosticCode code) throws IOException {
    var example = example(code, "Right");
    if (example.isPresent()) {
      var found = diagnostics(example.get());
      assertTrue(
          found.stream().noneMatch(d -> d.level() == Level.ERROR || d.code() == code),
          () -> render(found));
    }
  }

  /** Examples leave out titles and comments for the sake of brevity. */
  private static boolean isMeant(DiagnosticCode found, DiagnosticCode code) {
    return found == code || found.level() == Level.ERROR;
  }

  private static Optional<String> example(DiagnosticCode code, String heading) throws IOException {
    var page =
        Files.readString(ProjectFolders.root().resolve("docs/errors/" + code.name() + ".md"));
    var block = Pattern.compile("(?s)\n" + heading + ":\n\n```rail\n(.*?\n)```").matcher(page);
    return block.find() ? Optional.of(block.group(1)) : Optional.empty();
  }

  private static List<Diagnostic> diagnostics(String text) {
    return ENGINE.lint(List.of(SourceFile.of("example.rail", text)), List.of());
  }

  private static String render(List<Diagnostic> found) {
    return "\n" + DiagnosticRenderer.plain().render(found);
  }
}
