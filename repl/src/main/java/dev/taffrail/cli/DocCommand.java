package dev.taffrail.cli;

import dev.taffrail.TestCompilation;
import dev.taffrail.TestProgram;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.tooling.doc.Documentation;
import dev.taffrail.tooling.doc.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Writes pages about policies and modules. */
final class DocCommand implements Command {
  private static final List<String> FORMATS = List.of("both", "markdown", "html");

  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create().name("taffrail doc");
    spec.addPositional(Options.policies());
    spec.addOption(
        OptionSpec.builder("-o", "--output")
            .paramLabel("DIR")
            .arity("1")
            .type(String.class)
            .description("The folder of the pages; it is made if there is none.")
            .build());
    spec.addOption(
        Options.single("--format", "FORMAT")
            .description("What is written: markdown, html or both. Default: both.")
            .build());
    spec.addOption(
        OptionSpec.builder("--check")
            .description("Write nothing; name the pages that are not up to date.")
            .build());
    spec.addOption(Options.kubernetes());
    spec.addOption(Options.schemas());
    spec.addOption(Options.noColor());
    spec.addOption(Options.help());
    Usage.laidOut(spec)
        .customSynopsis("taffrail doc [OPTIONS] PATH... -o DIR")
        .description("Writes a page for each policy and module: what it wants, examples, source.")
        .footer(
            "",
            "Exit status:",
            "  0  the pages are written, or up to date",
            "  1  with --check: they are not",
            "  2  wrong usage, or a policy or test does not compile",
            "",
            "Examples:",
            "  taffrail doc policies/ -o site/",
            "  taffrail doc std -o site/ --format html",
            "  taffrail doc policies/ -o site/ --check");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    List<String> paths = Options.paths(arguments, Verb.DOC);
    var folder = new PageFolder(folder(arguments));
    String format =
        Choices.word(
            "there is no format",
            arguments.matchedOptionValue("--format", FORMATS.get(0)),
            "formats",
            FORMATS);
    var choice = PolicyChoice.of(paths);
    var engine = Choices.engineWithTests(arguments);
    return switch (engine.compileTests(choice.files(), choice.modules())) {
      case TestCompilation.Rejected rejected -> {
        List<Diagnostic> errors = Diagnostics.errors(rejected.diagnostics());
        Diagnostics.show(
            errors, surroundings.colour(arguments.hasMatchedOption("--no-color")), surroundings);
        yield ExitStatus.NOTHING_JUDGED;
      }
      case TestCompilation.Compiled compiled ->
          pages(
              files(compiled.program(), format),
              folder,
              arguments.hasMatchedOption("--check"),
              surroundings);
    };
  }

  private static Path folder(ParseResult arguments) throws UsageMistake {
    String name = arguments.matchedOptionValue("--output", "");
    if (name.isEmpty()) {
      throw new UsageMistake("where to?", "for instance: taffrail doc policies/ -o site/");
    }
    Path folder = Paths.of(name);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UsageMistake("`" + name + "` is no folder");
    }
    return folder;
  }

  /** The texts by path below the folder. */
  private static Map<String, String> files(TestProgram program, String format) {
    List<Page> pages = Documentation.of(program, new FixtureFolders());
    var html = new HtmlPages(pages);
    var files = new TreeMap<String, String>();
    for (Page page : pages) {
      if (!format.equals("html")) {
        files.put(page.path(), page.markdown());
      }
      if (!format.equals("markdown")) {
        files.put(HtmlPages.path(page), html.of(page));
      }
    }
    return files;
  }

  private static ExitStatus pages(
      Map<String, String> files, PageFolder folder, boolean check, Surroundings surroundings)
      throws UsageMistake, IOException {
    if (!check) {
      folder.write(files);
      surroundings.print(Diagnostics.number(files.size(), "page", "pages") + "\n");
      return ExitStatus.CLEAN;
    }
    List<String> stale = folder.stale(files);
    for (String line : stale) {
      surroundings.print(line + "\n");
    }
    return stale.isEmpty() ? ExitStatus.CLEAN : ExitStatus.VIOLATIONS;
  }
}
