package dev.taffrail.cli;

import dev.taffrail.diagnostic.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the {@code taffrail} command starts: finds the verb, runs it, and says what went wrong. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args, Surroundings.ofProcess()));
  }

  /** Runs a command without a terminal and without environment; returns the exit status. */
  public static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
    return run(args, new Surroundings(in, out, err, Map.of(), () -> false));
  }

  static int run(String[] args, Surroundings surroundings) {
    try {
      return start(List.of(args), surroundings).code();
    } catch (UsageMistake mistake) {
      surroundings.complain(mistake.getMessage(), mistake.advice());
      return ExitStatus.NOTHING_JUDGED.code();
    } catch (IOException problem) {
      surroundings.complain("cannot write the output: " + problem.getMessage(), List.of());
      return ExitStatus.INCOMPLETE.code();
    } catch (OutOfMemoryError tooMuch) {
      surroundings.complain(
          "out of memory",
          List.of("give it more with TAFFRAIL_JAVA_OPTS=-Xmx4g, or check less at once"));
      return ExitStatus.INCOMPLETE.code();
    } catch (RuntimeException | Error bug) {
      surroundings.complain("internal error: " + firstLine(bug) + "; please report it", List.of());
      if (!surroundings.environment().getOrDefault("TAFFRAIL_DEBUG", "").isEmpty()) {
        surroundings.tell(stackTrace(bug));
      }
      return ExitStatus.INCOMPLETE.code();
    }
  }

  private static ExitStatus start(List<String> args, Surroundings surroundings)
      throws UsageMistake, IOException {
    if (args.isEmpty()) {
      surroundings.tell(Usage.whole());
      return ExitStatus.NOTHING_JUDGED;
    }
    var first = args.getFirst();
    switch (first) {
      case "-h", "--help" -> {
        surroundings.print(Usage.whole());
        return ExitStatus.CLEAN;
      }
      case "-V", "--version" -> {
        surroundings.print(VersionCommand.text());
        return ExitStatus.CLEAN;
      }
      default -> {
        var verb = Verb.of(first).orElseThrow(() -> unknown(first));
        return Arguments.run(verb, args.subList(1, args.size()), surroundings);
      }
    }
  }

  private static UsageMistake unknown(String word) {
    if (word.startsWith("-")) {
      return new UsageMistake(
          "the first word must be a command, not the option `" + word + "`",
          "commands: " + String.join(", ", Verb.words()));
    }
    Optional<String> meant = Spelling.nearest(word, Verb.words());
    String advice =
        meant
            .map(verb -> "did you mean `" + verb + "`?")
            .or(
                () ->
                    exists(word)
                        ? Optional.of("did you mean `taffrail check " + word + "`?")
                        : Optional.empty())
            .orElse("commands: " + String.join(", ", Verb.words()));
    return new UsageMistake("there is no command `" + word + "`", advice);
  }

  private static boolean exists(String word) {
    try {
      return Files.exists(Path.of(word));
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  private static String firstLine(Throwable bug) {
    String name = bug.getClass().getSimpleName();
    return Optional.ofNullable(bug.getMessage())
        .flatMap(message -> message.lines().findFirst())
        .map(line -> name + ": " + line)
        .orElse(name);
  }

  private static String stackTrace(Throwable bug) {
    var text = new StringWriter();
    bug.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
