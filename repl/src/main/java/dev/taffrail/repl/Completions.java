package dev.taffrail.repl;

import dev.taffrail.object.KubernetesObject;
import dev.taffrail.repl.command.Commands;
import dev.taffrail.session.Candidate;
import dev.taffrail.session.Completion.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What may be typed next: the language, and behind a colon commands and what they take. */
public final class Completions {
  /** More than a person looks through. */
  private static final int MOST = 300;

  private Completions() {}

  /** What may stand at the end of a text. */
  public static Found at(String before, ReplSession session) {
    try {
      return before.stripLeading().startsWith(":")
          ? command(before, session)
          : session.bench().complete(before);
    } catch (RuntimeException | StackOverflowError bug) {
      // No help is better than a broken line.
      return new Found(before.length(), List.of());
    }
  }

  private static Found command(String before, ReplSession session) {
    int colon = before.indexOf(':');
    int space = before.indexOf(' ', colon);
    if (space < 0) {
      String typed = before.substring(colon);
      return new Found(
          colon,
          Commands.listed().stream()
              .filter(c -> c[0].startsWith(typed))
              .map(c -> new Candidate(c[0], "command", "", c[1]))
              .toList());
    }
    int from = space + 1;
    String words = before.substring(from);
    return switch (Commands.takes(before.substring(colon + 1, space))) {
      case "NOTHING" -> new Found(before.length(), List.of());
      case "EXPRESSION" -> shifted(at(words, session), from);
      case "FILE" -> lastWord(before, files(wordOf(words)));
      case "COMMAND" ->
          lastWord(
              before,
              Commands.listed().stream()
                  .map(c -> new Candidate(c[0].substring(1), "command", "", c[1]))
                  .toList());
      case "CODE" -> lastWord(before, codes());
      case "SETTING" -> lastWord(before, settings(words, session));
      case "NAME" -> lastWord(before, names(session));
      case "POLICY" -> lastWord(before, policies(session));
      case "OBJECT" -> lastWord(before, objects(words, session));
      case "OBJECT_AND_POLICY" -> {
        boolean isSecond =
            words.indexOf(' ') >= 0
                && !Named.objects(words.substring(0, words.lastIndexOf(' ')), session.bench())
                    .isEmpty();
        yield lastWord(before, isSecond ? policies(session) : objects(words, session));
      }
      case "OBJECT_AND_EDIT" -> lastWord(before, objects(words, session));
      case "POLICY_AND_OBJECT" -> {
        int rest = words.startsWith("all ") || words.contains(" ") ? words.indexOf(' ') + 1 : -1;
        yield lastWord(
            before,
            rest < 0
                ? policies(session)
                : objects(words.substring(rest).replaceFirst("^on\\s+", ""), session));
      }
      default -> new Found(before.length(), List.of());
    };
  }

  private static Found shifted(Found found, int by) {
    return new Found(found.start() + by, found.candidates());
  }

  private static String wordOf(String words) {
    return words.substring(words.lastIndexOf(' ') + 1);
  }

  /** Those that the last word begins. */
  private static Found lastWord(String before, List<Candidate> all) {
    int start = before.lastIndexOf(' ') + 1;
    String typed = before.substring(start);
    return new Found(
        start, all.stream().filter(c -> c.text().startsWith(typed)).limit(MOST).toList());
  }

  private static List<Candidate> policies(ReplSession session) {
    var found = new ArrayList<Candidate>();
    session
        .bench()
        .policies()
        .forEach(p -> found.add(new Candidate(p.span().text(), "policy", p.id(), p.title())));
    found.add(new Candidate("all", "policy", "", "every policy"));
    return found;
  }

  /** Kinds first, then what is called so: {@code Deployment shop/cart}. */
  private static List<Candidate> objects(String words, ReplSession session) {
    var found = new TreeSet<String>();
    int space = words.indexOf(' ');
    String kind = space < 0 ? "" : words.substring(0, space);
    String typed = wordOf(words);
    for (KubernetesObject object : session.bench().objects()) {
      if (found.size() > MOST) {
        break;
      }
      String name = object.namespace().map(ns -> ns + "/").orElse("") + object.name();
      if (kind.isEmpty()) {
        if (object.kind().kind().startsWith(typed)) {
          found.add(object.kind().kind());
        }
        if (!typed.isEmpty() && name.startsWith(typed)) {
          found.add(name);
        }
        if (!typed.isEmpty() && object.name().startsWith(typed)) {
          found.add(object.name());
        }
      } else if (object.kind().kind().equalsIgnoreCase(kind) && name.startsWith(typed)) {
        found.add(name);
      }
    }
    return found.stream().map(name -> new Candidate(name, "object", "", "")).toList();
  }

  private static List<Candidate> names(ReplSession session) {
    var found = new ArrayList<Candidate>(policies(session));
    session
        .bench()
        .reference()
        .types()
        .kindNames()
        .forEach(kind -> found.add(new Candidate(kind, "kind", "", "")));
    session
        .bench()
        .reference()
        .builtins()
        .forEach(
            b -> found.add(new Candidate(b.signature().name(), "built-in", "", b.documentation())));
    return found;
  }

  private static List<Candidate> codes() {
    return Stream.of(dev.taffrail.diagnostic.DiagnosticCode.values())
        .map(code -> new Candidate(code.name(), "message", "", code.title()))
        .toList();
  }

  private static List<Candidate> settings(String words, ReplSession session) {
    List<String> known =
        words.startsWith("param ")
            ? session.bench().parameterNames()
            : words.contains(" ")
                ? List.of("on", "off", "emacs", "vi")
                : List.of("colour", "keys", "lines", "param", "suggest", "time");
    return known.stream().map(word -> new Candidate(word, "setting", "", "")).toList();
  }

  private static List<Candidate> files(String typed) {
    int slash = typed.lastIndexOf('/');
    String folder = slash < 0 ? "" : typed.substring(0, slash + 1);
    try (Stream<Path> entries = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
      return entries
          .filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
          .map(path -> folder + path.getFileName() + (Files.isDirectory(path) ? "/" : ""))
          .sorted()
          .limit(MOST)
          .map(name -> new Candidate(name, "file", "", ""))
          .toList();
    } catch (IOException | InvalidPathException noHelp) {
      return List.of();
    }
  }
}
