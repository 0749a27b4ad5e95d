package dev.taffrail.cli;

import dev.taffrail.Compilation;
import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicyInfo;
import dev.taffrail.PolicySet;
import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.Given;
import dev.taffrail.cli.line.OptionSpec;
import dev.taffrail.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks policies without judging anything. */
final class CompileCommand implements Command {
  private static final List<String> FORMS = List.of("ir", "bytecode");

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("taffrail compile [OPTIONS] PATH..."),
        "Checks that policies compile; judges nothing.",
        List.of(Options.policies()),
        List.of(
            Options.kubernetes(),
            Options.schemas(),
            OptionSpec.flag("--quiet", "Print errors only: no warnings, no counts."),
            OptionSpec.flag(
                "--lock",
                "Write taffrail.lock beside policies that name data files, with the digests of the"
                    + " files; from then on, another file is refused."),
            OptionSpec.single(
                "--show",
                "FORM",
                "Print each policy in a form that is made of it: `ir`, its typed tree, or"
                    + " `bytecode`, the class that judges objects, unless it is interpreted; for"
                    + " people who look into performance."),
            Options.noColor(),
            Options.help()),
        List.of(
            "",
            "Exit status:",
            "  0  the policies compile",
            "  2  wrong usage, or a policy does not compile",
            "",
            "Examples:",
            "  taffrail compile policies/",
            "  taffrail compile --kubernetes 1.31 policies/network.rail"));
  }

  @Override
  public ExitStatus run(Given arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    String form =
        Choices.word("there is no form", arguments.value("--show").orElse("ir"), "forms", FORMS);
    List<String> paths = Options.paths(arguments, Verb.COMPILE);
    boolean quiet = arguments.has("--quiet");
    boolean colour = surroundings.colour(arguments.has("--no-color"));
    var choice = PolicyChoice.of(paths);
    var engine = Choices.engine(arguments);
    boolean locking = arguments.has("--lock");
    Map<String, String> locks = Map.of();
    List<Diagnostic> all;
    if (locking) {
      var found = engine.locks(choice.files(), choice.modules());
      all = found.diagnostics();
      locks = found.files();
    } else {
      all = engine.diagnose(choice.files(), choice.modules());
    }
    List<Diagnostic> errors = Diagnostics.errors(all);
    Diagnostics.show(quiet ? errors : all, colour, surroundings);
    boolean rejected = !errors.isEmpty();
    if (!quiet) {
      String line = what(choice) + ": " + Diagnostics.count(all) + "\n";
      if (rejected) {
        surroundings.tell(line);
      } else {
        surroundings.print(line);
      }
    }
    if (rejected) {
      return ExitStatus.NOTHING_JUDGED;
    }
    if (arguments.has("--show")) {
      return show(form, choice, engine, colour, surroundings);
    }
    for (var lock : locks.entrySet()) {
      Files.writeString(Path.of(lock.getKey()), lock.getValue());
      if (!quiet) {
        surroundings.print("wrote " + lock.getKey() + "\n");
      }
    }
    if (locking && locks.isEmpty() && !quiet) {
      surroundings.print("there is no data file to lock\n");
    }
    return ExitStatus.CLEAN;
  }

  /** Prints the policies that were asked for, each as its tree or its class. */
  private static ExitStatus show(
      String form,
      PolicyChoice choice,
      PolicyEngine engine,
      boolean colour,
      Surroundings surroundings)
      throws IOException {
    return switch (engine.compile(choice.files(), choice.modules(), List.of())) {
      case Compilation.Rejected rejected -> {
        Diagnostics.show(rejected.diagnostics(), colour, surroundings);
        yield ExitStatus.NOTHING_JUDGED;
      }
      case Compilation.Compiled compiled -> {
        PolicySet policies = choice.judged(compiled.policies());
        var interpreted = form.equals("ir") ? Map.<String, String>of() : policies.interpreted();
        for (PolicyInfo policy : policies.policies()) {
          Optional<String> text =
              form.equals("ir")
                  ? policies.intermediate(policy.id())
                  : policies.bytecode(policy.id());
          surroundings.print(
              text.orElseGet(
                  () ->
                      "policy %s: interpreted, because %s is not compiled\n"
                          .formatted(policy.id(), interpreted.get(policy.id()))));
        }
        yield ExitStatus.CLEAN;
      }
    };
  }

  private static String what(PolicyChoice choice) {
    var words = new ArrayList<String>(choice.modules());
    if (!choice.files().isEmpty()) {
      words.addFirst(Diagnostics.number(choice.files().size(), "file", "files"));
    }
    return String.join(", ", words);
  }
}
