package dev.taffrail.repl.command;

import dev.taffrail.Workbench;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.session.Declarations;
import dev.taffrail.session.Declared;
import dev.taffrail.source.SourceFile;
import dev.taffrail.tooling.format.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what was typed into a policy file, and the values of its parameters beside it. */
final class SaveCommand {
  private SaveCommand() {}

  static SessionCommand command() {
    return new SessionCommand(
        "save",
        "FILE",
        "writes what was typed into a policy file",
        List.of(
            "Policies, functions, lets, indexes and tests, in the one style. The file can be",
            "loaded, and checked with `taffrail check --policies FILE`. Names that only you used are",
            "left out. Values given with `:set param` go into a second file, for `--params`."),
        ":save policies/latest.rail",
        SessionCommand.Takes.FILE,
        SaveCommand::save);
  }

  private static Response save(ReplSession session, String words) {
    Declarations all = session.bench().declarations();
    Declarations typed = all.used();
    Optional<SourceFile> file = session.bench().keeping(typed).typedAs(words, module(words));
    if (file.isEmpty()) {
      return Response.wrong("nothing was defined that could be saved");
    }
    String text = Formatter.format(file.get(), new DiagnosticCollector()).orElse(file.get().text());
    Response written = write(words, text, typed.all().size(), "declaration", "declarations");
    if (written.status() != Response.Status.GOOD) {
      return written;
    }
    return Response.said(
        written.text() + leftOut(all, typed) + parameters(session, words, file.get().text()));
  }

  private static String leftOut(Declarations all, Declarations typed) {
    String names =
        all.all().stream()
            .filter(d -> !typed.all().contains(d))
            .map(Declared::title)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "  without %s, which nothing uses\n".formatted(names);
  }

  /** Values cannot stand in a policy file, which says only what it needs. */
  private static String parameters(ReplSession session, String words, String text) {
    var lines = new StringBuilder();
    session
        .loader()
        .parameters()
        .forEach(
            (name, value) -> {
              String bare = name.replaceAll(".*[./]", "");
              if (text.matches("(?s).*\\bparam\\s+" + bare.replaceAll("\\W", "") + "\\b.*")) {
                lines.append(bare).append(": ").append(value.replaceAll("\\s+", " ")).append('\n');
              }
            });
    if (lines.isEmpty()) {
      return "";
    }
    String file = words.replaceAll("\\.rail$", ".params.yaml");
    Response written =
        written(
            file,
            lines.toString(),
            (int) lines.chars().filter(c -> c == '\n').count(),
            "value",
            "values");
    return written.status() == Response.Status.GOOD
        ? written.text() + "  for --params " + file + "\n"
        : written.text();
  }

  /** The module of a file is called as the file is. */
  static String module(String file) {
    String name = file.replaceAll(".*[/\\\\]", "").replaceAll("\\.rail$", "");
    String word = name.replaceAll("[^A-Za-z0-9_]", "_");
    return word.isEmpty() || Character.isDigit(word.charAt(0)) || word.equals(Workbench.MODULE)
        ? "saved"
        : word;
  }

  static Response write(String name, String text, int count, String one, String many) {
    if (name.isEmpty()) {
      return Response.wrong("into which file?", "for instance: :save policies/mine.rail");
    }
    if (!name.endsWith(".rail")) {
      return Response.wrong(
          "`" + name + "` is no name of a policy file", "they end in .rail: " + name + ".rail");
    }
    return written(name, text, count, one, many);
  }

  private static Response written(String name, String text, int count, String one, String many) {
    try {
      Path path = Path.of(name);
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      boolean existed = Files.exists(path);
      Files.writeString(path, text);
      return Response.said(
          "%s %s, %s\n"
              .formatted(
                  existed ? "replaced" : "wrote", name, ReplSession.count(count, one, many)));
    } catch (InvalidPathException noPath) {
      return Response.wrong("`" + name + "` cannot be the name of a file");
    } catch (IOException problem) {
      return Response.failed("cannot write `" + name + "`: " + problem.getMessage());
    }
  }
}
