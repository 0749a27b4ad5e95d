package dev.taffrail.cli;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Options and parameters that several commands have. */
final class Options {
  private Options() {}

  static OptionSpec kubernetes() {
    return single("--kubernetes", "VERSION")
        .description(
            "The Kubernetes version whose types are used, such as 1.34. Without it: the newest known.")
        .build();
  }

  static OptionSpec schemas() {
    return repeatable("--schemas", "PATH")
        .description(
            "A file or folder with CustomResourceDefinitions, whose custom resources are held"
                + " against them. May be given several times.")
        .build();
  }

  static OptionSpec noColor() {
    return OptionSpec.builder("--no-color")
        .description("No colours; the same as setting NO_COLOR.")
        .build();
  }

  static OptionSpec.Builder single(String name, String label) {
    return OptionSpec.builder(name).paramLabel(label).arity("1").type(String.class);
  }

  static OptionSpec.Builder repeatable(String name, String label) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class);
  }

  /** Any number of paths, also none: we have better words for that than the parser. */
  static PositionalParamSpec.Builder paths() {
    return PositionalParamSpec.builder()
        .paramLabel("PATH")
        .hideParamSyntax(true)
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class);
  }

  /** The policies that a command is about. */
  static PositionalParamSpec policies() {
    return paths()
        .description(
            "A .rail file, a folder that is searched for them, or a module of the standard library.")
        .build();
  }

  /**
   * The paths given to a command about policies.
   *
   * @throws UsageMistake if there are none
   */
  static List<String> paths(ParseResult arguments, Verb verb) throws UsageMistake {
    List<String> paths = arguments.matchedPositionalValue(0, List.of());
    if (paths.isEmpty()) {
      throw new UsageMistake(
          "which policies?", "for instance: taffrail " + verb.word() + " policies/");
    }
    return List.copyOf(paths);
  }

  /** One word or none. */
  static PositionalParamSpec.Builder word(String label) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .hideParamSyntax(true)
        .arity("0..1")
        .type(String.class);
  }

  static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Print this help and end.")
        .build();
  }
}
