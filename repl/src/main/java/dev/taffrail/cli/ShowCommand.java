package dev.taffrail.cli;

import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.Given;
import dev.taffrail.cli.line.WordSpec;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.repl.PolicyText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the page about a policy of the standard library. */
final class ShowCommand implements Command {
  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("taffrail show POLICY"),
        "Prints what a policy of the standard library wants, why, and how to mend it.",
        List.of(
            WordSpec.one(
                "POLICY",
                "The id of a policy, with or without its module, or its name in the file.")),
        List.of(Options.help()),
        List.of(
            "",
            "Exit status:",
            "  0  the page is printed",
            "  2  wrong usage, or there is no such policy",
            "",
            "Examples:",
            "  taffrail show run-as-non-root",
            "  taffrail show std.pss/no-host-ports"));
  }

  @Override
  public ExitStatus run(Given arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    String name = arguments.word(0).orElse("");
    if (name.isEmpty()) {
      throw new UsageMistake("which policy?", "for instance: taffrail show run-as-non-root");
    }
    List<String> all = LibraryPolicies.ids();
    List<String> found = all.stream().filter(id -> isCalled(id, name)).toList();
    if (found.isEmpty()) {
      throw unknown(name, all);
    }
    surroundings.print(
        LibraryPolicies.of(found).stream().map(PolicyText::page).collect(Collectors.joining("\n")));
    return ExitStatus.CLEAN;
  }

  private static boolean isCalled(String id, String name) {
    String last = shortName(id);
    return id.equals(name) || last.equals(name) || nameInFile(last).equals(name);
  }

  private static String shortName(String id) {
    return id.substring(id.indexOf('/') + 1);
  }

  /** {@code no-host-ports} is {@code NoHostPorts} in its file. */
  private static String nameInFile(String shortName) {
    return Stream.of(shortName.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static UsageMistake unknown(String name, List<String> all) {
    var known = new ArrayList<String>();
    all.forEach(id -> known.add(shortName(id)));
    known.addAll(all);
    all.forEach(id -> known.add(nameInFile(shortName(id))));
    return new UsageMistake(
        "there is no policy `" + name + "` in the standard library",
        Spelling.nearest(name, known)
            .map(meant -> "did you mean `" + meant + "`?")
            .orElse("`taffrail policies` lists them"));
  }
}
