package dev.taffrail.repl.command;

import dev.taffrail.PolicyInfo;
import dev.taffrail.TestCompilation;
import dev.taffrail.TestProgram;
import dev.taffrail.Workbench;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Nodes;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.repl.ShownNodes;
import dev.taffrail.report.Report;
import dev.taffrail.runtime.interpret.Observer;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testing.Coverage;
import dev.taffrail.testing.CoverageReport;
import dev.taffrail.testing.PolicyTestRunner;
import dev.taffrail.testing.TestTextReport;
import dev.taffrail.tooling.format.Formatter;
import dev.taffrail.value.ValuePrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
        new SessionCommand(
            "record",
            "FILE",
            "writes what you looked at as tests",
            List.of(
                "Each policy and object of a `:why`, `:step` or `:run … on …` becomes a test that",
                "expects what came out, beside the policies that were typed."),
            ":record policies/latest.rail",
            SessionCommand.Takes.FILE,
            TestCommands::record));
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
          var results = new PolicyTestRunner((done, of) -> {}).run(program, tests, Observer.NONE);
          var out = new StringWriter();
          new TestTextReport(!words.isEmpty()).write(results, out);
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

  // ------------------------------------------------------------ :record

  private static Response record(ReplSession session, String words) {
    if (session.judgements().isEmpty()) {
      return Response.wrong(
          "nothing was looked at that could become a test",
          "try :why OBJECT POLICY or :run POLICY on OBJECT first");
    }
    Workbench bench = session.bench();
    String module = FileCommands.module(words);
    var imports = new LinkedHashSet<String>();
    var lets = new LinkedHashMap<KubernetesObject, String>();
    var tests = new StringBuilder();
    for (ReplSession.Judgement judgement : session.judgements()) {
      var policy =
          bench.policies().stream().filter(p -> p.id().equals(judgement.policy())).findFirst();
      if (policy.isPresent()) {
        String name = lets.computeIfAbsent(judgement.object(), o -> let(o, lets.values()));
        tests.append(test(bench, policy.get(), judgement.object(), name, imports)).append('\n');
      }
    }
    String typed =
        bench
            .typedAs(words, module)
            .map(SourceFile::text)
            .orElse("edition 2026\nmodule " + module + "\n");
    String text = withImports(typed, imports) + "\n" + objects(lets) + "\n" + tests;
    var file = SourceFile.of(words, text);
    return FileCommands.write(
        words,
        Formatter.format(file, new DiagnosticCollector()).orElse(text),
        session.judgements().size(),
        "test",
        "tests");
  }

  private static String withImports(String typed, Set<String> imports) {
    var missing = new StringBuilder();
    imports.stream()
        .filter(module -> !typed.contains("import " + module))
        .forEach(module -> missing.append("import ").append(module).append('\n'));
    int end = typed.indexOf('\n', typed.indexOf("module ")) + 1;
    return typed.substring(0, end) + missing + typed.substring(end);
  }

  private static String let(KubernetesObject object, java.util.Collection<String> taken) {
    String base = object.name().replaceAll("[^A-Za-z0-9]", "_");
    String name = base.isEmpty() || Character.isDigit(base.charAt(0)) ? "the_" + base : base;
    String free = name;
    for (int i = 2; taken.contains(free); i++) {
      free = name + i;
    }
    return free;
  }

  private static String objects(LinkedHashMap<KubernetesObject, String> lets) {
    var text = new StringBuilder();
    lets.forEach(
        (object, name) ->
            text.append("let ")
                .append(name)
                .append(": ")
                .append(object.kind().kind())
                .append(" = json\"\"\"\n  ")
                .append(Nodes.toJson(ShownNodes.of(object)))
                .append("\n  \"\"\"\n\n"));
    return text.toString();
  }

  private static String test(
      Workbench bench,
      PolicyInfo policy,
      KubernetesObject object,
      String name,
      Set<String> imports) {
    Report report = bench.run(List.of(policy.id()), List.of(object), true, (done, of) -> {});
    var findings = report.findings().stream().filter(f -> f.policy().equals(policy.id())).toList();
    String module = policy.id().substring(0, policy.id().indexOf('/'));
    String subject = policy.span().text();
    if (!module.equals(Workbench.MODULE)) {
      imports.add(module);
      subject = module.substring(module.lastIndexOf('.') + 1) + "." + subject;
    }
    var text = new StringBuilder();
    boolean error = findings.stream().anyMatch(f -> f.outcome() == Outcome.ERROR);
    String expected =
        error
            ? "  expect error\n"
            : !findings.isEmpty()
                ? ""
                : report.summary().pass() > 0 ? "  expect pass\n" : "  expect skip\n";
    text.append("test ")
        .append(ValuePrinter.quoted(object.title()))
        .append(" for ")
        .append(subject)
        .append(" {\n  given ")
        .append(name)
        .append('\n')
        .append(expected);
    if (!error) {
      findings.forEach(
          f ->
              text.append("  expect violation")
                  .append(f.path().isEmpty() ? "" : " at " + ValuePrinter.quoted(f.path()))
                  .append('\n'));
    }
    return text.append("}\n").toString();
  }
}
