package dev.taffrail.cli;

import dev.taffrail.PolicyEngine;
import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.Given;
import dev.taffrail.repl.Batch;
import dev.taffrail.repl.Loader;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.repl.Settings;
import dev.taffrail.repl.terminal.ComingSession;
import dev.taffrail.repl.terminal.OpeningTerminal;
import dev.taffrail.repl.terminal.ReplTerminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Lets people and scripts try policies, input by input. */
final class ReplCommand implements Command {
  @Override
  public CommandSpec spec() {
    return ReplUsage.spec();
  }

  @Override
  public ExitStatus run(Given arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    var options = ReplOptions.of(arguments);
    boolean isTyped =
        options.inputs().isEmpty() && !options.json() && surroundings.isTerminal().getAsBoolean();
    return isTyped ? typed(options, surroundings) : answered(options, surroundings);
  }

  /** The person may type while files are read: what is to be said of them comes above the line. */
  private static ExitStatus typed(ReplOptions options, Surroundings surroundings)
      throws UsageMistake, IOException {
    boolean colour = surroundings.colour(options.noColor());
    var told = new ByteArrayOutputStream();
    var reading = surroundings.telling(told);
    try (var terminal = OpeningTerminal.start()) {
      var coming =
          ComingSession.start(
              () ->
                  new ComingSession.Ready(
                      session(options, reading, colour), told.toString(StandardCharsets.UTF_8)),
              Settings.onTerminal(colour));
      ReplTerminal.run(terminal, coming, history(surroundings));
      return ExitStatus.CLEAN;
    } catch (ComingSession.Failed noSession) {
      surroundings.tell(told.toString(StandardCharsets.UTF_8));
      switch (noSession.getCause()) {
        case UsageMistake mistake -> throw mistake;
        case IOException unreadable -> throw unreadable;
        case Error tooMuch -> throw tooMuch;
        case null, default -> throw new IllegalStateException(noSession.getCause());
      }
    }
  }

  private static ExitStatus answered(ReplOptions options, Surroundings surroundings)
      throws UsageMistake, IOException {
    ReplSession session;
    try (var waiting = WaitingLine.of("reading files…", surroundings)) {
      session = session(options, surroundings, surroundings.colour(options.noColor()));
    }
    return answerAll(options, session, surroundings);
  }

  /** Reads everything; what is wrong with some of it is told. */
  private static ReplSession session(ReplOptions options, Surroundings surroundings, boolean colour)
      throws UsageMistake {
    var engine = options.judging().engine();
    var loader = ReplFiles.of(engine, options.judging(), surroundings);
    Loader.Loaded loaded = load(loader, engine);
    loaded.problems().forEach(line -> surroundings.complain(line, List.of()));
    Diagnostics.show(loaded.bench().diagnostics(), colour, surroundings);
    if (!Diagnostics.errors(loaded.bench().diagnostics()).isEmpty()) {
      throw new UsageMistake("the policies do not compile, so none of them can be run");
    }
    return new ReplSession(loader, loaded.bench(), Settings.PLAIN.inColour(colour));
  }

  private static ExitStatus answerAll(
      ReplOptions options, ReplSession session, Surroundings surroundings) throws IOException {
    List<String> inputs =
        options.inputs().isEmpty()
            ? Batch.inputs(new String(surroundings.in().readAllBytes(), StandardCharsets.UTF_8))
            : options.inputs();
    return status(Batch.run(inputs, session, options.json(), surroundings::print));
  }

  private static Loader.Loaded load(Loader loader, PolicyEngine engine) throws UsageMistake {
    try {
      return loader.load(engine.workbench());
    } catch (Loader.Unloadable problem) {
      throw new UsageMistake(String.valueOf(problem.getMessage()), problem.advice());
    }
  }

  /** A session without a terminal, as the words behind the command ask for it. */
  static ReplSession session(List<String> words, Surroundings surroundings) throws UsageMistake {
    var arguments = Arguments.parsed(ReplUsage.spec(), Verb.REPL, words);
    var options = ReplOptions.of(arguments);
    var engine = options.judging().engine();
    var loader = ReplFiles.of(engine, options.judging(), surroundings);
    return new ReplSession(loader, load(loader, engine).bench(), Settings.PLAIN);
  }

  /** The file in the home of the user, or none if there is no home. */
  private static Optional<Path> history(Surroundings surroundings) {
    String named = surroundings.environment().getOrDefault("TAFFRAIL_HISTORY", "");
    String home = surroundings.environment().getOrDefault("HOME", "");
    try {
      return !named.isEmpty()
          ? Optional.of(Path.of(named))
          : home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home, ".taffrail_history"));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private static ExitStatus status(Response.Status worst) {
    return switch (worst) {
      case GOOD -> ExitStatus.CLEAN;
      case VIOLATIONS -> ExitStatus.VIOLATIONS;
      case WRONG -> ExitStatus.NOTHING_JUDGED;
      case FAILED -> ExitStatus.INCOMPLETE;
    };
  }
}
