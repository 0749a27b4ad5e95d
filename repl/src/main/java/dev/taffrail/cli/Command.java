package dev.taffrail.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One verb of the command line. */
interface Command {
  /**
   * Options, parameters and help; built by hand, because finding them by reflection costs a tenth
   * of a second at every start.
   */
  CommandSpec spec();

  ExitStatus run(ParseResult arguments, Surroundings surroundings) throws UsageMistake, IOException;
}
