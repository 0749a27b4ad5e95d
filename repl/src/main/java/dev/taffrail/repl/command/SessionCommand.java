package dev.taffrail.repl.command;

import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import java.util.List;

/**
 * A command of a session.
 *
 * @param name without the colon
 * @param arguments as the help shows them
 * @param summary a few words
 * @param help a paragraph or more
 * @param example an input that shows it
 * @param takes what may stand behind it, for completion
 * @param code what it does
 */
record SessionCommand(
    String name,
    String arguments,
    String summary,
    List<String> help,
    String example,
    Takes takes,
    Code code) {
  SessionCommand {
    help = List.copyOf(help);
  }

  /** What a command does with the words behind its name. */
  @FunctionalInterface
  interface Code {
    Response run(ReplSession session, String arguments);
  }

  /** What the words behind a command are. */
  enum Takes {
    NOTHING,
    FILE,
    EXPRESSION,
    POLICY,
    OBJECT,
    OBJECT_AND_POLICY,
    OBJECT_AND_EDIT,
    POLICY_AND_OBJECT,
    NAME,
    COMMAND,
    CODE,
    SETTING
  }

  String synopsis() {
    return ":" + name + (arguments.isEmpty() ? "" : " " + arguments);
  }
}
