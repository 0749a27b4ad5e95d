package dev.taffrail.repl.command;

import dev.taffrail.PolicyInfo;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.repl.Ink;
import dev.taffrail.repl.Loader;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.source.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What the session is about: files that are read, objects and policies in them, what is kept. */
final class FileCommands {
  private FileCommands() {}

  static List<SessionCommand> all() {
    return List.of(
        new SessionCommand(
            "load",
            "PATH…",
            "reads policies and manifests",
            List.of(
                "A .rail file, a manifest, a folder that is searched for both, or a module of the",
                "standard library such as std.pss. What was loaded and typed before stays."),
            ":load examples/",
            SessionCommand.Takes.FILE,
            FileCommands::load),
        new SessionCommand(
            "reload",
            "",
            "reads all files again",
            List.of("What was typed stays. `:watch` does it by itself when files change."),
            ":reload",
            SessionCommand.Takes.NOTHING,
            (session, words) -> read(session, session.loader())),
        new SessionCommand(
            "watch",
            "[on|off]",
            "reads files again when they change",
            List.of("Files that change are read again, and what changes in the findings is told."),
            ":watch on",
            SessionCommand.Takes.NOTHING,
            FileCommands::watch),
        new SessionCommand(
            "objects",
            "[KIND|TEXT]",
            "lists the objects, or counts them by kind",
            List.of(
                "Without a word it counts them. With a kind it lists those of the kind, with",
                "anything else those whose name or namespace contains it."),
            ":objects Deployment",
            SessionCommand.Takes.NAME,
            FileCommands::objects),
        new SessionCommand(
            "policies",
            "[TEXT]",
            "lists the policies",
            List.of("With a text only those whose id or title contains it."),
            ":policies",
            SessionCommand.Takes.NAME,
            FileCommands::policies),
        SaveCommand.command());
  }

  private static Response load(ReplSession session, String words) {
    if (words.isEmpty()) {
      return Response.wrong("load what?", "for instance: :load examples/");
    }
    Loader loader = session.loader();
    try {
      for (String name : words.split("\\s+")) {
        loader = loader.with(name);
      }
    } catch (Loader.Unloadable problem) {
      return refused(problem);
    }
    return read(session, loader);
  }

  static Response refused(Loader.Unloadable problem) {
    return Response.wrong(
        String.valueOf(problem.getMessage()), problem.advice().toArray(String[]::new));
  }

  static Response read(ReplSession session, Loader loader) {
    Loader.Loaded loaded;
    try {
      loaded = loader.load(session.bench());
    } catch (Loader.Unloadable problem) {
      return refused(problem);
    }
    session.loader(loader);
    session.bench(loaded.bench());
    return said(session, loaded);
  }

  /** What was read, and what is wrong with it. */
  static Response said(ReplSession session, Loader.Loaded loaded) {
    var text = new StringBuilder();
    String diagnostics = session.words(loaded.bench().diagnostics());
    text.append(diagnostics);
    loaded.problems().forEach(line -> text.append(Printable.line(line)).append('\n'));
    int policies = loaded.bench().policies().size();
    text.append(ReplSession.count(policies, "policy", "policies"))
        .append(" · ")
        .append(ReplSession.count(loaded.bench().objects().size(), "object", "objects"));
    if (loaded.skipped() > 0) {
      text.append(" · ")
          .append(ReplSession.count(loaded.skipped(), "other document", "other documents"))
          .append(" left out");
    }
    text.append('\n');
    loaded
        .bench()
        .waiting()
        .forEach(
            (policy, parameter) ->
                text.append(
                    "  %s waits for a value: :set param %s VALUE\n".formatted(policy, parameter)));
    boolean broken = loaded.bench().isBroken();
    return broken
        ? Response.of(
            Response.Status.WRONG,
            text.append(
                    "  no policy can be run until that is mended; :reload reads the files again\n")
                .toString(),
            java.util.Map.of("kind", "problem", "message", "the policies do not compile"))
        : Response.said(text.toString());
  }

  private static Response watch(ReplSession session, String words) {
    boolean on = words.isEmpty() ? !session.settings().watch() : words.equals("on");
    session.settings(session.settings().watching(on));
    return Response.said(
        on
            ? "watching %s\n"
                .formatted(ReplSession.count(session.loader().files().size(), "file", "files"))
            : "not watching any more\n");
  }

  private static Response objects(ReplSession session, String words) {
    List<KubernetesObject> all = session.bench().objects();
    if (all.isEmpty()) {
      return Response.said("there are no objects; :load FOLDER reads some\n");
    }
    var text = new StringBuilder();
    if (words.isEmpty()) {
      var counts = new TreeMap<String, Integer>();
      all.forEach(o -> counts.merge(o.kind().kind(), 1, Integer::sum));
      counts.forEach((kind, count) -> text.append("%6d  %s\n".formatted(count, kind)));
      return Response.said(text.toString());
    }
    String wanted = words.toLowerCase(Locale.ROOT);
    for (KubernetesObject object : all) {
      boolean fits =
          object.kind().kind().toLowerCase(Locale.ROOT).equals(wanted)
              || object.title().toLowerCase(Locale.ROOT).contains(wanted);
      if (fits) {
        String title = Printable.line(object.title());
        text.append(title).append("   ").append(ink(session).faint(place(object))).append('\n');
      }
    }
    return text.isEmpty()
        ? Response.wrong("no object is called `" + words + "`", ":objects counts them by kind")
        : Response.said(text.toString());
  }

  private static String place(KubernetesObject object) {
    return Printable.line(
        object.source().name() + ":" + object.source().position(object.root().start()).line());
  }

  private static Ink ink(ReplSession session) {
    return new Ink(session.settings().colour());
  }

  private static Response policies(ReplSession session, String words) {
    var bench = session.bench();
    if (bench.policies().isEmpty() && bench.waiting().isEmpty()) {
      return Response.said(
          bench.isBroken()
              ? "the policies do not compile; :reload shows why\n"
              : "there are no policies; :load FILE reads some, or type one\n");
    }
    String wanted = words.toLowerCase(Locale.ROOT);
    var lines = new ArrayList<String[]>();
    for (PolicyInfo policy : bench.policies()) {
      String title = policy.title().isEmpty() ? firstLine(policy.description()) : policy.title();
      if ((policy.id() + " " + title).toLowerCase(Locale.ROOT).contains(wanted)) {
        lines.add(new String[] {policy.id(), title});
      }
    }
    bench
        .waiting()
        .forEach((id, name) -> lines.add(new String[] {id, "(waits for parameter " + name + ")"}));
    int width = lines.stream().mapToInt(l -> l[0].length()).max().orElse(0);
    var text = new StringBuilder();
    for (String[] line : lines) {
      text.append(
          (line[0] + " ".repeat(width + 2 - line[0].length()) + Printable.line(line[1]))
                  .stripTrailing()
              + "\n");
    }
    return text.isEmpty()
        ? Response.wrong("no policy is called `" + words + "`", ":policies lists them")
        : Response.said(text.toString());
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
