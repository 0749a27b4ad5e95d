package dev.taffrail.repl.command;

import dev.taffrail.PolicyInfo;
import dev.taffrail.Workbench;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Nodes;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.repl.ShownNodes;
import dev.taffrail.report.Report;
import dev.taffrail.session.Declared;
import dev.taffrail.session.Typed;
import dev.taffrail.source.SourceFile;
import dev.taffrail.tooling.format.Formatter;
import dev.taffrail.value.ValuePrinter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes tests of what was looked at, which expect what came out. */
final class RecordCommand {
  private RecordCommand() {}

  static SessionCommand command() {
    return new SessionCommand(
        "record",
        "FILE",
        "writes what you looked at as tests",
        List.of(
            "Each policy and object of a `:why`, `:step` or `:run … on …` becomes a test that",
            "expects what came out, beside the policies that were typed."),
        ":record policies/latest.rail",
        SessionCommand.Takes.FILE,
        RecordCommand::record);
  }

  private static Response record(ReplSession session, String words) {
    if (session.judgements().isEmpty()) {
      return Response.wrong(
          "nothing was looked at that could become a test",
          "try :why OBJECT POLICY or :run POLICY on OBJECT first");
    }
    Workbench bench = session.bench();
    var typedHere = bench.declarations().used();
    var names = new HashSet<String>();
    typedHere.all().stream().map(Declared::name).forEach(names::add);
    String module = SaveCommand.module(words);
    var imports = new LinkedHashSet<String>();
    var lets = new LinkedHashMap<KubernetesObject, String>();
    var tests = new StringBuilder();
    for (ReplSession.Judgement judgement : session.judgements()) {
      var policy =
          bench.policies().stream().filter(p -> p.id().equals(judgement.policy())).findFirst();
      if (policy.isPresent()) {
        String name = lets.computeIfAbsent(judgement.object(), o -> let(o, names));
        tests
            .append(test(bench, policy.get(), judgement.object(), name, names, imports))
            .append('\n');
      }
    }
    String typed =
        bench
            .keeping(typedHere)
            .typedAs(words, module)
            .map(SourceFile::text)
            .orElse("edition 2026\nmodule " + module + "\n");
    String text = withImports(typed, imports) + "\n" + objects(lets) + "\n" + tests;
    var file = SourceFile.of(words, text);
    return SaveCommand.write(
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

  private static String let(KubernetesObject object, Set<String> taken) {
    String name = object.name().replaceAll("[^A-Za-z0-9]", "_");
    boolean fits =
        Typed.read(SourceFile.of("name", name + " = 1")) instanceof Typed.Declaring declaring
            && declaring.declared().getFirst().name().equals(name);
    return free(fits ? name : "the_" + name, "", taken);
  }

  /** The same, or with a number behind it if that is taken; from then on it is taken. */
  private static String free(String wanted, String before, Set<String> taken) {
    String free = wanted;
    for (int i = 2; !taken.add(free); i++) {
      free = wanted + before + i;
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

  /** A test knows nothing of the values that were given to the session. */
  private static String using(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(p -> p.getKey() + ": " + p.getValue())
            .collect(Collectors.joining(", ", "  using { ", " }\n"));
  }

  private static String test(
      Workbench bench,
      PolicyInfo policy,
      KubernetesObject object,
      String name,
      Set<String> names,
      Set<String> imports) {
    Report report = bench.run(List.of(policy.id()), List.of(object), true, (done, of) -> {});
    var findings = report.findings().stream().filter(f -> f.policy().equals(policy.id())).toList();
    String module = policy.module();
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
        .append(ValuePrinter.quoted(free(object.title(), ", ", names)))
        .append(" for ")
        .append(subject)
        .append(" {\n")
        .append(using(bench.parametersOf(policy.id())))
        .append("  given ")
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
