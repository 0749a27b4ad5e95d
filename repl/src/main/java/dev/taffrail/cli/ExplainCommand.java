package dev.taffrail.cli;

import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.Given;
import dev.taffrail.cli.line.OptionSpec;
import dev.taffrail.cli.line.WordSpec;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Explains the code of a message at length: the page of {@code docs/errors} about it. */
final class ExplainCommand implements Command {
  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("taffrail explain [CODE]", "taffrail explain --absence=POLICY [OPTIONS]"),
        "Explains a message of the compiler: what it means, a wrong and a right example.",
        List.of(
            WordSpec.one(
                "CODE", "The code of a message, such as E0101; without it, all are listed.")),
        List.of(
            OptionSpec.single(
                "--absence", "POLICY", "Lists instead what a policy takes missing values for."),
            OptionSpec.single(
                "--format", "FORMAT", "With --absence: text, which is the default, or json."),
            Options.help(),
            Options.kubernetes(),
            OptionSpec.repeatable(
                "--policies",
                "WHAT",
                "Where the policy is: a .rail file, a folder, or a module of the standard library,"
                    + " which is searched otherwise. May be given several times."),
            Options.schemas()),
        List.of(
            "",
            "Examples:",
            "  taffrail explain E0101",
            "  taffrail explain --absence run-as-non-root",
            "  taffrail explain --absence MemoryLimit --policies policies/"));
  }

  @Override
  public ExitStatus run(Given arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    String policy = arguments.value("--absence").orElse("");
    if (!policy.isEmpty()) {
      List<String> places = arguments.values("--policies");
      return ExplainedAbsence.print(
          policy,
          places,
          isJson(arguments.value("--format").orElse("text")),
          Choices.engine(arguments),
          surroundings);
    }
    if (arguments.word(0).isEmpty()) {
      surroundings.print(list());
      return ExitStatus.CLEAN;
    }
    surroundings.print(page(code(arguments.word(0).orElse(""))));
    return ExitStatus.CLEAN;
  }

  private static boolean isJson(String format) throws UsageMistake {
    return switch (format) {
      case "json" -> true;
      case "text" -> false;
      default ->
          throw new UsageMistake(
              "there is no format `" + format + "`", "the formats are text and json");
    };
  }

  private static String list() {
    return Arrays.stream(DiagnosticCode.values())
        .map(code -> code.name() + "  " + code.title() + "\n")
        .collect(Collectors.joining());
  }

  private static DiagnosticCode code(String word) throws UsageMistake {
    String upper = word.toUpperCase(Locale.ROOT);
    List<String> known = Arrays.stream(DiagnosticCode.values()).map(Enum::name).toList();
    if (!known.contains(upper)) {
      throw new UsageMistake(
          "there is no message with the code `" + word + "`",
          Spelling.nearest(upper, known)
              .map(meant -> "did you mean `" + meant + "`?")
              .orElse("`taffrail explain` lists the codes"));
    }
    return DiagnosticCode.valueOf(upper);
  }

  private static String page(DiagnosticCode code) throws IOException {
    String name = "errors/" + code.name() + ".md";
    try (InputStream in = ExplainCommand.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
