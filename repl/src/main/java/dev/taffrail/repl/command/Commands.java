package dev.taffrail.repl.command;

import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All commands; each may be shortened as far as it stays the first that fits. */
public final class Commands {
  /** In the order in which they are listed, and in which a shortened one is searched. */
  private static final List<SessionCommand> ALL =
      Stream.of(
              HelpCommands.all(),
              FileCommands.all(),
              JudgingCommands.all(),
              ExplainingCommands.all(),
              StepCommands.all(),
              TestCommands.all(),
              SettingCommands.all())
          .flatMap(List::stream)
          .toList();

  private Commands() {}

  static List<SessionCommand> all() {
    return ALL;
  }

  /**
   * Runs a command.
   *
   * @param line what stands behind the colon
   */
  public static Response run(String line, ReplSession session) {
    String[] words = line.strip().split("\\s+", 2);
    if (words[0].isEmpty()) {
      return Response.wrong("a colon begins a command", ":help lists the commands");
    }
    var found = find(words[0]);
    if (found.size() == 1) {
      return found.getFirst().code().run(session, words.length == 2 ? words[1].strip() : "");
    }
    return unknown(words[0]);
  }

  static Response unknown(String word) {
    return Response.wrong(
        "there is no command `:" + word + "`",
        Spelling.nearest(word, ALL.stream().map(SessionCommand::name).toList())
            .map(near -> "did you mean `:" + near + "`?")
            .orElse(":help lists the commands"));
  }

  /** The command of a name or the first that begins so; at most one. */
  static List<SessionCommand> find(String word) {
    var exact = ALL.stream().filter(c -> c.name().equals(word)).toList();
    return exact.isEmpty()
        ? ALL.stream().filter(c -> c.name().startsWith(word)).limit(1).toList()
        : exact;
  }

  /** What stands behind a command, by name; nothing if there is no such command. */
  public static String takes(String word) {
    var found = find(word);
    return found.isEmpty() || word.isEmpty() ? "NOTHING" : found.getFirst().takes().name();
  }

  /** The names, with a colon, and what they do, for completion. */
  public static List<String[]> listed() {
    var list = new ArrayList<String[]>();
    ALL.forEach(c -> list.add(new String[] {":" + c.name(), c.summary()}));
    return list;
  }
}
