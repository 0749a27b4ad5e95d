package dev.taffrail.tooling.doc;

import dev.taffrail.TestProgram;
import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.cost.Cost;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.parse.PolicyParser;
import dev.taffrail.compiler.resolve.Names;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pages about everything in some policy files: one for each policy and module, and an index.
 *
 * <p>The same files give the same pages, byte for byte.
 */
public final class Documentation {
  private static final String TESTS = "tests.rail";

  private final TestProgram program;
  private final PolicyPage policyPage;
  private final PageNames paths = new PageNames();
  private final Map<String, List<PolicyFile>> modules = new TreeMap<>();

  private Documentation(TestProgram program, Fixtures fixtures) {
    this.program = program;
    this.policyPage = new PolicyPage(program, Cost.of(program.program()), fixtures);
    var parser = new PolicyParser();
    for (SourceFile source : program.sources()) {
      if (isForTests(source)) {
        continue;
      }
      PolicyFile file = parser.parse(source, new DiagnosticCollector());
      modules.computeIfAbsent(Names.moduleOf(file), m -> new ArrayList<>()).add(file);
    }
  }

  /** The pages, the index first, then by path. */
  public static List<Page> of(TestProgram program, Fixtures fixtures) {
    return new Documentation(program, fixtures).pages();
  }

  private List<Page> pages() {
    var pages = new ArrayList<Page>();
    var index = new ArrayList<String>();
    modules.forEach(
        (module, files) -> {
          var own =
              program.policies().stream()
                  .filter(policy -> policy.module().equals(module))
                  .filter(policy -> !isForTests(policy.span().source()))
                  .sorted(Comparator.comparing(IrPolicy::id))
                  .toList();
          var page = new ModulePage(module, files);
          String path = paths.module(module);
          own.forEach(policy -> pages.add(page(policy, files)));
          pages.add(page.of(path, own.stream().map(policy -> link(policy, path)).toList()));
          index.add(
              Markdown.link(Markdown.code(module), path)
                  + Written.behindDash(firstSentence(page.documentation()))
                  + policies(own, path));
        });
    pages.sort(Comparator.comparing(Page::path));
    pages.add(0, index(index));
    return List.copyOf(pages);
  }

  private static Page index(List<String> modules) {
    var page = new Markdown();
    page.heading(1, "Policies").items(modules);
    return new Page(PageNames.INDEX, "Policies", page.page());
  }

  private String policies(List<IrPolicy> policies, String modulePath) {
    String folder = modulePath.substring(0, modulePath.indexOf('/') + 1);
    var lines = new StringBuilder();
    policies.forEach(p -> lines.append("\n  - ").append(link(p, modulePath, folder)));
    return lines.toString();
  }

  private String link(IrPolicy policy, String modulePath) {
    return link(policy, modulePath, "");
  }

  /** From the folder of the module, or from elsewhere with a prefix. */
  private String link(IrPolicy policy, String modulePath, String prefix) {
    String folder = modulePath.substring(0, modulePath.indexOf('/') + 1);
    String path = paths.policy(policy.module(), policy.id()).substring(folder.length());
    return Markdown.link(Markdown.words(PolicyPage.title(policy)), prefix + path)
        + " ("
        + policy.metadata().severity().word()
        + ")";
  }

  private Page page(IrPolicy policy, List<PolicyFile> files) {
    for (PolicyFile file : files) {
      var all =
          file.declarations().stream()
              .filter(Declaration.Policy.class::isInstance)
              .map(Declaration.Policy.class::cast)
              .toList();
      for (Declaration.Policy written : all) {
        if (written.name().text().equals(policy.name())) {
          String path = paths.policy(policy.module(), policy.id());
          return policyPage.of(policy, written, path, all.size() == 1);
        }
      }
    }
    throw new IllegalStateException("a policy without text: " + policy.id());
  }

  /**
   * What stands beside tests, in a file of this name, is there for them and no part of a module.
   */
  private static boolean isForTests(SourceFile file) {
    return file.name().equals(TESTS) || file.name().endsWith("/" + TESTS);
  }

  private static String firstSentence(String words) {
    String line = words.replaceAll("\\s+", " ");
    int end = line.indexOf(". ");
    return end < 0 ? line : line.substring(0, end + 1);
  }
}
