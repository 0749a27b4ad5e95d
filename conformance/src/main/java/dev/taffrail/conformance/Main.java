package dev.taffrail.conformance;

import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** The command {@code tools/conformance}. */
public final class Main {
  private static final String USAGE =
      """
      usage: tools/conformance [--first N] [--notes FILE] [--output FILE] DIR…

      Judges the test cases of other tools by the standard library and counts, for each check, how many
      agree, how many do not, and how many are not compared, and why.

      With --first only the first N cases of each check are judged, and only disagreements without a
      reason are faults.

      DIR is a folder with cases.jsonl, or one that holds such folders. Each disagreement that is meant
      has its reason in stdlib/conformance-notes.yaml, or in FILE. Every disagreement is written to
      target/conformance.json, or to FILE. docs/conformance.md has the forms of these files.

      exit status: 0 done; 1 a disagreement has no reason, a note explains none, less than 95 % of the
                   compared cases of a tool agree, or a case of the Pod Security admission controller
                   (psa) does not; 2 wrong usage
      """;

  /** How many of each hundred cases that are compared must agree. */
  private static final int SHARE = 95;

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
    Optional<Path> notes = Optional.empty();
    int first = Integer.MAX_VALUE;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--help")) {
        out.print(USAGE);
        return 0;
      } else if (argument.equals("--output") && i + 1 < arguments.size()) {
        output = Path.of(arguments.get(++i));
      } else if (argument.equals("--first")
          && i + 1 < arguments.size()
          && arguments.get(i + 1).matches("[1-9][0-9]{0,8}")) {
        first = Integer.parseInt(arguments.get(++i));
      } else if (argument.equals("--notes") && i + 1 < arguments.size()) {
        notes = Optional.of(Path.of(arguments.get(++i)));
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
      return compare(folders, first, notes(notes), output, out, err);
    } catch (IOException problem) {
      err.println("conformance: " + problem);
      return 2;
    } catch (Notes.BadNotesException mistake) {
      err.println("conformance: " + mistake.getMessage());
      return 2;
    }
  }

  private static Notes notes(Optional<Path> file) throws IOException, Notes.BadNotesException {
    return file.isEmpty()
        ? Notes.NONE
        : Notes.of(SourceFile.of(file.get().toString(), Files.readString(file.get())));
  }

  private static int compare(
      List<Path> folders, int first, Notes notes, Path output, PrintStream out, PrintStream err)
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
        firstOfEachCheck(source.cases(), first)
            .forEach(c -> comparisons.add(judge.compare(c, source.path())));
      }
    }
    if (output.toAbsolutePath().getParent() instanceof Path parent) {
      Files.createDirectories(parent);
    }
    Files.writeString(output, Disagreements.json(comparisons, notes));
    var tally = Tally.of(comparisons, notes);
    out.print(tally.text());
    var faults = unexplained(tally);
    if (first == Integer.MAX_VALUE) {
      faults.addAll(shares(tally));
      notes
          .idle(comparisons)
          .forEach(n -> faults.add(n.place() + ": the note explains no disagreement; remove it"));
    }
    faults.forEach(fault -> err.println("conformance: " + fault));
    return faults.isEmpty() ? 0 : 1;
  }

  private static List<Case> firstOfEachCheck(List<Case> cases, int first) {
    var seen = new HashMap<String, Integer>();
    return cases.stream().filter(c -> seen.merge(c.check(), 1, Integer::sum) <= first).toList();
  }

  private static List<String> unexplained(Tally tally) {
    var faults = new ArrayList<String>();
    for (String source : tally.sources()) {
      int number = tally.of(source).unexplained();
      if (number > 0) {
        faults.add(source + ": disagreements without a reason: " + number);
      }
    }
    return faults;
  }

  private static List<String> shares(Tally tally) {
    var faults = new ArrayList<String>();
    for (String source : tally.sources()) {
      var counts = tally.of(source);
      if (source.equals(STANDARD) && counts.of(Comparison.Result.AGREE) != counts.all()) {
        faults.add(source + " is the standard: every case must agree");
      } else if (!counts.agrees(SHARE)) {
        faults.add(source + ": less than " + SHARE + " % of the compared cases agree");
      }
    }
    return faults;
  }
}
