package dev.taffrail.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code tools/conformance}. */
public final class Main {
  private static final String USAGE =
      """
      usage: tools/conformance [--output FILE] DIR…

      Judges the test cases of other tools by the standard library and counts, for each check, how many
      agree, disagree, and have no mapping to a policy of ours.

      DIR is a folder with cases.jsonl, or one that holds such folders. Every disagreement is written to
      target/conformance.json, or to FILE.

      exit status: 0 done; 1 a case of the Pod Security admission controller (psa) does not agree;
                   2 wrong usage
      """;

  /** Its cases are the definition of the Pod Security Standards, so every one must agree. */
  private static final String STANDARD = "psa";

  private Main() {}

  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out, err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    var folders = new ArrayList<Path>();
    Path output = Path.of("target", "conformance.json");
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--help")) {
        out.print(USAGE);
        return 0;
      } else if (argument.equals("--output") && i + 1 < arguments.size()) {
        output = Path.of(arguments.get(++i));
      } else if (argument.startsWith("-")) {
        err.println("conformance: unknown option `" + argument + "`");
        err.print(USAGE);
        return 2;
      } else {
        folders.add(Path.of(argument));
      }
    }
    if (folders.isEmpty()) {
      err.print(USAGE);
      return 2;
    }
    try {
      return compare(folders, output, out, err);
    } catch (IOException problem) {
      err.println("conformance: " + problem);
      return 2;
    }
  }

  private static int compare(List<Path> folders, Path output, PrintStream out, PrintStream err)
      throws IOException {
    var judge = new Judge(Mapping.bundled());
    var comparisons = new ArrayList<Comparison>();
    for (Path folder : folders) {
      var found = Files.isDirectory(folder) ? CaseFolder.in(folder) : List.<CaseFolder>of();
      if (found.isEmpty()) {
        err.println("conformance: no cases.jsonl in `" + folder + "` or in a folder below it");
        return 2;
      }
      for (CaseFolder source : found) {
        source.cases().forEach(c -> comparisons.add(judge.compare(c, source.path())));
      }
    }
    if (output.toAbsolutePath().getParent() instanceof Path parent) {
      Files.createDirectories(parent);
    }
    Files.writeString(output, Disagreements.json(comparisons));
    var tally = Tally.of(comparisons);
    out.print(tally.text());
    var standard = tally.of(STANDARD);
    return standard.agree() == standard.all() ? 0 : 1;
  }
}
