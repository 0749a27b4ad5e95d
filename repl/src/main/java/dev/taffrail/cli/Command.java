package dev.taffrail.cli;

import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.Given;
import java.io.IOException;

/** One verb of the command line. */
interface Command {
  /**
   * Options, parameters and help; built by hand, because finding them by reflection costs a tenth
   * of a second at every start.
   */
  CommandSpec spec();

  ExitStatus run(Given arguments, Surroundings surroundings) throws UsageMistake, IOException;
}
