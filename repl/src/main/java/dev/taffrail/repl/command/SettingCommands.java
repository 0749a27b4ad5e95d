package dev.taffrail.repl.command;

import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.repl.Loader;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.repl.Settings;
import java.util.List;

/** What a person may choose. */
final class SettingCommands {
  private static final List<String> NAMES =
      List.of("colour", "lines", "time", "keys", "suggest", "param");

  private SettingCommands() {}

  static List<SessionCommand> all() {
    return List.of(
        new SessionCommand(
            "set",
            "[NAME VALUE]",
            "shows or changes settings and parameters",
            List.of(
                "colour on|off      colours",
                "lines NUMBER       how much is shown at once; 0 for all",
                "time on|off        how long each input took",
                "keys emacs|vi      the keys of the line editor",
                "suggest on|off     the rest of a line, from the history",
                "param NAME VALUE   the value of a parameter of policies, as YAML"),
            ":set param registries [ghcr.io/acme]",
            SessionCommand.Takes.SETTING,
            SettingCommands::set),
        new SessionCommand(
            "time",
            "[on|off|INPUT]",
            "how long inputs take",
            List.of("With an input: runs it, and says how long it took."),
            ":time :run all",
            SessionCommand.Takes.EXPRESSION,
            SettingCommands::time));
  }

  private static Response time(ReplSession session, String words) {
    Settings settings = session.settings();
    switch (words) {
      case "", "on", "off" -> {
        boolean on = words.isEmpty() ? !settings.time() : words.equals("on");
        session.settings(settings.timing(on));
        return Response.said(on ? "times are shown\n" : "times are not shown any more\n");
      }
      default -> {
        long start = System.nanoTime();
        Response response = session.enter(words);
        long millis = (System.nanoTime() - start) / 1_000_000;
        return response.saying(response.text() + "%d ms\n".formatted(millis));
      }
    }
  }

  private static Response set(ReplSession session, String words) {
    Settings now = session.settings();
    if (words.isEmpty()) {
      return Response.said(shown(session));
    }
    String[] parts = words.split("\\s+", 2);
    String value = parts.length == 2 ? parts[1].strip() : "";
    switch (parts[0]) {
      case "colour", "color" -> {
        return onOff("colour", value, on -> session.settings(now.inColour(on)));
      }
      case "time" -> {
        return onOff("time", value, on -> session.settings(now.timing(on)));
      }
      case "suggest" -> {
        return onOff("suggest", value, on -> session.settings(now.suggesting(on)));
      }
      case "lines" -> {
        if (!value.matches("\\d{1,5}")) {
          return Response.wrong("`lines` is a number", ":set lines 40");
        }
        session.settings(now.showing(Integer.parseInt(value)));
        return Response.said("lines " + value + "\n");
      }
      case "keys" -> {
        if (!value.equals("vi") && !value.equals("emacs")) {
          return Response.wrong("`keys` is emacs or vi", ":set keys vi");
        }
        session.settings(now.withKeys(value.equals("vi")));
        return Response.said("keys " + value + "\n");
      }
      case "param" -> {
        return parameter(session, value);
      }
      default -> {
        return Response.wrong(
            "there is no setting `" + parts[0] + "`",
            Spelling.nearest(parts[0], NAMES)
                .map(near -> "did you mean `" + near + "`?")
                .orElse("settings: " + String.join(", ", NAMES)));
      }
    }
  }

  private interface Change {
    void to(boolean on);
  }

  private static Response onOff(String name, String value, Change change) {
    if (!value.equals("on") && !value.equals("off")) {
      return Response.wrong("`%s` is on or off".formatted(name), ":set %s on".formatted(name));
    }
    change.to(value.equals("on"));
    return Response.said(name + " " + value + "\n");
  }

  private static String shown(ReplSession session) {
    Settings now = session.settings();
    var text = new StringBuilder();
    text.append("colour   ").append(word(now.colour())).append('\n');
    text.append("lines    ").append(now.lines()).append('\n');
    text.append("time     ").append(word(now.time())).append('\n');
    text.append("keys     ").append(now.vi() ? "vi" : "emacs").append('\n');
    text.append("suggest  ").append(word(now.suggest())).append('\n');
    session.bench().parameterNames().stream()
        .filter(name -> !name.contains("/") && !name.contains("."))
        .forEach(name -> text.append("param    ").append(name).append('\n'));
    return text.toString();
  }

  private static String word(boolean on) {
    return on ? "on" : "off";
  }

  private static Response parameter(ReplSession session, String words) {
    String[] parts = words.split("[\\s=]+", 2);
    var known = session.bench().parameterNames();
    if (parts.length < 2 || parts[1].isBlank()) {
      return Response.wrong(
          "a parameter has a name and a value", ":set param registries [ghcr.io/acme]");
    }
    if (!known.contains(parts[0])) {
      return Response.wrong(
          "no policy has a parameter `" + parts[0] + "`",
          Spelling.nearest(parts[0], known)
              .map(near -> "did you mean `" + near + "`?")
              .orElse(":set lists them"));
    }
    try {
      Loader loader = session.loader().withParameter(parts[0], parts[1].strip());
      return FileCommands.read(session, loader);
    } catch (Loader.Unloadable problem) {
      return FileCommands.refused(problem);
    }
  }
}
