package dev.taffrail.cli;

import dev.taffrail.cli.line.Given;
import dev.taffrail.cli.line.OptionSpec;
import dev.taffrail.cli.line.WordSpec;
import java.util.List;

/** Options and parameters that several commands have. */
final class Options {
  private Options() {}

  static OptionSpec kubernetes() {
    return OptionSpec.single(
        "--kubernetes",
        "VERSION",
        "The Kubernetes version whose types are used, such as 1.34. Without it: the newest known.");
  }

  static OptionSpec schemas() {
    return OptionSpec.repeatable(
        "--schemas",
        "PATH",
        "A file or folder with CustomResourceDefinitions, whose custom resources are held"
            + " against them. May be given several times.");
  }

  static OptionSpec noColor() {
    return OptionSpec.flag("--no-color", "No colours; the same as setting NO_COLOR.");
  }

  /** The policies that a command is about. */
  static WordSpec policies() {
    return WordSpec.any(
        "PATH",
        "A .rail file, a folder that is searched for them, or a module of the standard library.");
  }

  /**
   * The paths given to a command about policies.
   *
   * @throws UsageMistake if there are none
   */
  static List<String> paths(Given arguments, Verb verb) throws UsageMistake {
    if (arguments.words().isEmpty()) {
      throw new UsageMistake(
          "which policies?", "for instance: taffrail " + verb.word() + " policies/");
    }
    return arguments.words();
  }

  static OptionSpec help() {
    return OptionSpec.flag("--help", "Print this help and end.").alsoCalled("-h");
  }
}
