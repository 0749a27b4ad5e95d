package dev.taffrail.repl.command;

import dev.taffrail.repl.Ink;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.repl.Tutorial;
import java.util.List;

/** How the session explains itself, and ends. */
final class HelpCommands {
  private HelpCommands() {}

  static List<SessionCommand> all() {
    return List.of(
        new SessionCommand(
            "help",
            "[COMMAND]",
            "lists the commands, or explains one",
            List.of(
                "Without a command it lists all of them. With one it tells more, with an example.",
                "A command may be shortened: `:h` is `:help`, `:r` is `:reload`, `:ru` is `:run`."),
            ":help why",
            SessionCommand.Takes.COMMAND,
            HelpCommands::help),
        new SessionCommand(
            "quit",
            "",
            "ends the session",
            List.of(
                "Ctrl-D on an empty line does the same. What was typed is lost; :save keeps it."),
            ":quit",
            SessionCommand.Takes.NOTHING,
            (session, words) -> Response.bye()),
        new SessionCommand(
            "tutorial",
            "[STEP|stop]",
            "ten steps through the language, on objects of its own",
            List.of(
                "Each step says what to type and why, and goes on when it was typed.",
                "`:tutorial 4` goes to a step, `:tutorial` shows the present one again,",
                "`:tutorial stop` goes back to what was loaded before."),
            ":tutorial",
            SessionCommand.Takes.NOTHING,
            (session, words) -> Tutorial.command(session, words)),
        new SessionCommand(
            "more",
            "",
            "shows the rest of the last long text",
            List.of("How much is shown at once is a setting: `:set lines 40`."),
            ":more",
            SessionCommand.Takes.NOTHING,
            (session, words) -> session.more()));
  }

  private static Response help(ReplSession session, String words) {
    Ink ink = new Ink(session.settings().colour());
    return words.isEmpty() ? list(ink) : one(words.replaceFirst("^:", ""), ink);
  }

  private static Response list(Ink ink) {
    var text = new StringBuilder();
    text.append("Type an expression, `name = expression`, or a policy, function, index or test.\n");
    text.append("A line goes on as long as a bracket or a text is open.\n\n");
    int width = Commands.all().stream().mapToInt(c -> c.synopsis().length()).max().orElse(0);
    for (SessionCommand command : Commands.all()) {
      text.append("  ")
          .append(ink.strong(command.synopsis()))
          .append(" ".repeat(width + 2 - command.synopsis().length()))
          .append(command.summary())
          .append('\n');
    }
    text.append("\n:help COMMAND tells more about one; new here? :tutorial\n");
    return Response.said(text.toString());
  }

  private static Response one(String word, Ink ink) {
    var found = Commands.find(word);
    if (found.isEmpty()) {
      return Commands.unknown(word);
    }
    SessionCommand command = found.getFirst();
    var text = new StringBuilder();
    text.append(ink.strong(command.synopsis()))
        .append("   ")
        .append(command.summary())
        .append("\n\n");
    command.help().forEach(line -> text.append("  ").append(line).append('\n'));
    text.append("\n  for example\n\n    ")
        .append(command.example().replace("\n", "\n    "))
        .append('\n');
    return Response.said(text.toString());
  }
}
