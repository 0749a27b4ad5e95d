package dev.taffrail.cli;

import dev.taffrail.TestCompilation;
import dev.taffrail.TestProgram;
import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.Given;
import dev.taffrail.cli.line.OptionSpec;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.tooling.doc.Documentation;
import dev.taffrail.tooling.doc.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes pages about policies and modules. */
final class DocCommand implements Command {
  private static final List<String> FORMATS = List.of("both", "markdown", "html");

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("taffrail doc [OPTIONS] PATH... -o DIR"),
        "Writes a page for each policy and module: what it wants, examples, source.",
        List.of(Options.policies()),
        List.of(
            OptionSpec.single(
                    "--output", "DIR", "The folder of the pages; it is made if there is none.")
                .alsoCalled("-o"),
            OptionSpec.single(
                "--format", "FORMAT", "What is written: markdown, html or both. Default: both."),
            OptionSpec.flag("--check", "Write nothing; name the pages that are not up to date."),
            Options.kubernetes(),
            Options.schemas(),
            Options.noColor(),
            Options.help()),
        List.of(
            "",
            "Exit status:",
            "  0  the pages are written, or up to date",
            "  1  with --check: they are not",
            "  2  wrong usage, or a policy or test does not compile",
            "",
            "Examples:",
            "  taffrail doc policies/ -o site/",
            "  taffrail doc std -o site/ --format html",
            "  taffrail doc policies/ -o site/ --check"));
  }

  @Override
  public ExitStatus run(Given arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    List<String> paths = Options.paths(arguments, Verb.DOC);
    var folder = new PageFolder(folder(arguments));
    String format =
        Choices.word(
            "there is no format",
            arguments.value("--format").orElse(FORMATS.get(0)),
            "formats",
            FORMATS);
    var choice = PolicyChoice.of(paths);
    var engine = Choices.engineWithTests(arguments);
    return switch (engine.compileTests(choice.files(), choice.modules())) {
      case TestCompilation.Rejected rejected -> {
        List<Diagnostic> errors = Diagnostics.errors(rejected.diagnostics());
        Diagnostics.show(errors, surroundings.colour(arguments.has("--no-color")), surroundings);
        yield ExitStatus.NOTHING_JUDGED;
      }
      case TestCompilation.Compiled compiled ->
          pages(files(compiled.program(), format), folder, arguments.has("--check"), surroundings);
    };
  }

  private static Path folder(Given arguments) throws UsageMistake {
    String name = arguments.value("--output").orElse("");
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
