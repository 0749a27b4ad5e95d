package dev.taffrail.tooling.doc;

import dev.taffrail.TestProgram;
import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.cost.Cost;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.finding.Control;
import dev.taffrail.finding.Finding;
import dev.taffrail.tooling.explain.Answer;
import dev.taffrail.tooling.explain.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page about one policy. */
final class PolicyPage {
  private final TestProgram program;
  private final Map<IrPolicy, Cost> costs;
  private final Fixtures fixtures;

  PolicyPage(TestProgram program, Map<IrPolicy, Cost> costs, Fixtures fixtures) {
    this.program = program;
    this.costs = costs;
    this.fixtures = fixtures;
  }

  static String title(IrPolicy policy) {
    return policy.metadata().title().isEmpty() ? policy.name() : policy.metadata().title();
  }

  /**
   * The page.
   *
   * @param alone it is the only policy of its file, so manifests beside the file are about it
   */
  Page of(IrPolicy policy, Declaration.Policy written, String path, boolean alone) {
    var page = new Markdown();
    var said = policy.metadata();
    page.heading(1, Markdown.words(title(policy)));
    page.paragraph(
        "%s, severity **%s**%s%s, in module %s"
            .formatted(
                Markdown.code(policy.id()),
                said.severity().word(),
                Written.since(written),
                Written.deprecation(written.annotations()),
                Markdown.link(Markdown.code(policy.module()), PageNames.INDEX)));
    Story.of(said.description(), said.remediation()).writeTo(page);
    page.heading(2, "Where it applies").paragraph(applies(policy.target()));
    parameters(written, page);
    rules(policy, page);
    if (!said.controls().isEmpty()) {
      page.heading(2, "Controls").items(controls(said.controls()));
    }
    example(policy, written, false, alone, page);
    example(policy, written, true, alone, page);
    absence(policy, page);
    cost(policy, page);
    if (!said.references().isEmpty()) {
      page.heading(2, "References")
          .items(said.references().stream().map(Markdown::linkToWeb).toList());
    }
    page.heading(2, "Source").fence("rail", PolicySource.of(written, alone));
    return new Page(path, title(policy), page.page());
  }

  private String applies(IrPolicy.Target target) {
    if (target.once()) {
      return "Everything that was given, judged once.";
    }
    var words = new StringBuilder();
    words.append(
        target.any()
            ? "Objects of every kind"
            : target.kinds().stream()
                .map(ObjectType::name)
                .map(Markdown::code)
                .collect(Collectors.joining(", ")));
    if (target.lifted()) {
      words
          .append(", and the pods that these carry: ")
          .append(
              program.podCarriers().stream().map(Markdown::code).collect(Collectors.joining(", ")));
    }
    words.append(". ");
    if (target.admissionOnly()) {
      words.append("Judged for admission requests only. ");
    }
    if (!target.operations().isEmpty()) {
      words.append("Operations: ").append(String.join(", ", target.operations())).append('.');
    }
    return words.toString().strip();
  }

  private static void parameters(Declaration.Policy written, Markdown page) {
    if (!written.parameters().isEmpty()) {
      page.heading(2, "Parameters")
          .items(written.parameters().stream().map(Written::parameter).toList());
    }
  }

  private static void rules(IrPolicy policy, Markdown page) {
    var rules = new ArrayList<String>();
    for (IrPolicy.IrRule rule : policy.rules()) {
      rule.name()
          .ifPresent(
              name ->
                  rules.add(
                      "%s, severity %s%s"
                          .formatted(
                              Markdown.code(name),
                              rule.metadata().severity().word(),
                              Written.behindDash(Markdown.words(rule.metadata().title())))));
    }
    if (!rules.isEmpty()) {
      page.heading(2, "Rules").items(rules);
    }
  }

  /** A line for each framework. */
  private static List<String> controls(List<Control> controls) {
    var numbers = new TreeMap<String, List<String>>();
    for (Control control : controls) {
      numbers
          .computeIfAbsent(control.framework(), f -> new ArrayList<>())
          .add(Markdown.plain(control.id()));
    }
    return numbers.entrySet().stream()
        .map(e -> Markdown.plain(e.getKey()) + ": " + String.join(", ", e.getValue()))
        .toList();
  }

  private void example(
      IrPolicy policy, Declaration.Policy written, boolean failing, boolean alone, Markdown page) {
    Optional<Example> shown =
        Example.of(program, policy, failing)
            .or(() -> alone ? besideFile(written, failing) : Optional.empty());
    if (shown.isEmpty()) {
      return;
    }
    Example example = shown.get();
    page.heading(2, failing ? "A manifest that fails" : "A manifest that passes");
    page.paragraph(Markdown.plain(example.title()) + with(example.parameters()) + ":");
    page.fence("yaml", example.manifest());
    page.items(example.findings().stream().map(PolicyPage::finding).toList());
  }

  private Optional<Example> besideFile(Declaration.Policy written, boolean failing) {
    var file = written.span().source();
    return (failing ? fixtures.failing(file) : fixtures.passing(file)).map(Example::of);
  }

  private static String with(List<String> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.stream().map(Markdown::code).collect(Collectors.joining(", ", ", with ", ""));
  }

  private static String finding(Finding finding) {
    String place = finding.path().isEmpty() ? "" : Markdown.code(finding.path()) + ": ";
    return place + Markdown.words(finding.message());
  }

  private void absence(IrPolicy policy, Markdown page) {
    List<Answer> answers = Answers.of(policy, program.program());
    if (!answers.isEmpty()) {
      page.heading(2, "What missing values mean")
          .items(
              answers.stream()
                  .map(a -> Markdown.code(a.asked()) + ": " + Markdown.words(a.meaning()))
                  .distinct()
                  .toList());
    }
  }

  private void cost(IrPolicy policy, Markdown page) {
    Cost cost = costs.get(policy);
    if (cost != null) {
      page.heading(2, "Cost")
          .paragraph("At most " + Markdown.code(cost.formula()) + " steps for one object.");
    }
  }
}
