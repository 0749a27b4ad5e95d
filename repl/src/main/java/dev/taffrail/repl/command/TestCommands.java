package dev.taffrail.repl.command;

import dev.taffrail.TestCompilation;
import dev.taffrail.TestProgram;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.testing.Coverage;
import dev.taffrail.testing.CoverageReport;
import dev.taffrail.testing.PolicyTestRunner;
import dev.taffrail.testing.TestTextReport;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** Tests: run, measured, and made of what was looked at. */
final class TestCommands {
  private TestCommands() {}

  static List<SessionCommand> all() {
    return List.of(
        new SessionCommand(
            "test",
            "[TEXT]",
            "runs the tests",
            List.of(
                "Those in loaded files and those that were typed; with a text only those whose"
                    + " name",
                "or policy contains it. Tests know nothing of the loaded objects."),
            ":test NoLatest",
            SessionCommand.Takes.POLICY,
            TestCommands::test),
        new SessionCommand(
            "coverage",
            "",
            "what the tests have not seen",
            List.of("Checks that never held or never failed, answers to absence never given."),
            ":coverage",
            SessionCommand.Takes.NOTHING,
            TestCommands::coverage),
        RecordCommand.command());
  }

  private static Response test(ReplSession session, String words) {
    return compiled(
        session,
        program -> {
          var filters = words.isEmpty() ? List.<String>of() : List.of(words);
          var tests = PolicyTestRunner.selected(program, filters);
          if (tests.isEmpty()) {
            return Response.wrong(
                words.isEmpty() ? "there is no test" : "no test is called `" + words + "`",
                words.isEmpty()
                    ? "test \"words\" for Policy { given object expect violation }; :record makes"
                        + " some"
                    : ":test runs all of them");
          }
          var coverage = Coverage.of(program, tests);
          var results = new PolicyTestRunner((done, of) -> {}).run(program, tests, coverage);
          var out = new StringWriter();
          new TestTextReport(!words.isEmpty()).write(results, out);
          if (words.isEmpty()) {
            var seen = new StringWriter();
            new CoverageReport(coverage).text(seen);
            out.append(seen.toString().lines().findFirst().orElse(""))
                .append("; :coverage tells more\n");
          }
          boolean good = results.stream().allMatch(r -> r.verdict().name().equals("PASSED"));
          return good ? Response.said(out.toString()) : Response.violations(out.toString());
        });
  }

  private static Response coverage(ReplSession session, String words) {
    return compiled(
        session,
        program -> {
          if (program.tests().isEmpty()) {
            return Response.wrong("there is no test");
          }
          var coverage = Coverage.of(program, program.tests());
          new PolicyTestRunner((done, of) -> {}).run(program, program.tests(), coverage);
          var out = new StringWriter();
          new CoverageReport(coverage).text(out);
          return Response.said(out.toString());
        });
  }

  private interface WithProgram {
    Response run(TestProgram program) throws IOException;
  }

  private static Response compiled(ReplSession session, WithProgram work) {
    try {
      return switch (session.bench().tests()) {
        case TestCompilation.Rejected rejected ->
            Response.of(
                Response.Status.WRONG,
                session.words(rejected.diagnostics()),
                java.util.Map.of("kind", "problem", "message", "the tests do not compile"));
        case TestCompilation.Compiled compiled -> work.run(compiled.program());
      };
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }
}
