package dev.taffrail.cli;

import dev.taffrail.PolicyEngine;
import dev.taffrail.repl.Batch;
import dev.taffrail.repl.Loader;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.repl.Settings;
import dev.taffrail.repl.terminal.OpeningTerminal;
import dev.taffrail.repl.terminal.ReplTerminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Lets people and scripts try policies, input by input. */
final class ReplCommand implements Command {
  @Override
  public CommandSpec spec() {
    return ReplUsage.spec();
  }

  @Override
  public ExitStatus run(ParseResult arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    var options = ReplOptions.of(arguments);
    boolean isTyped =
        options.inputs().isEmpty() && !options.json() && surroundings.isTerminal().getAsBoolean();
    if (!isTyped) {
      return run(
          options, surroundings, (session, colour) -> answerAll(options, session, surroundings));
    }
    try (var terminal = OpeningTerminal.start()) {
      return run(
          options,
          surroundings,
          (session, colour) -> {
            session.settings(Settings.onTerminal(colour));
            ReplTerminal.run(terminal, session, history(surroundings));
            return ExitStatus.CLEAN;
          });
    }
  }

  /** What to do with a session when everything is read. */
  private interface Sitting {
    ExitStatus of(ReplSession session, boolean colour) throws IOException;
  }

  private static ExitStatus run(ReplOptions options, Surroundings surroundings, Sitting sitting)
      throws UsageMistake, IOException {
    boolean colour = surroundings.colour(options.noColor());
    var engine = options.judging().engine();
    var loader = ReplFiles.of(engine, options.judging(), surroundings);
    Loader.Loaded loaded;
    try (var waiting = WaitingLine.of("reading files…", surroundings)) {
      loaded = load(loader, engine);
    }
    loaded.problems().forEach(line -> surroundings.complain(line, List.of()));
    Diagnostics.show(loaded.bench().diagnostics(), colour, surroundings);
    boolean broken = !Diagnostics.errors(loaded.bench().diagnostics()).isEmpty();
    if (broken) {
      surroundings.complain("the policies do not compile, so none of them can be run", List.of());
      return ExitStatus.NOTHING_JUDGED;
    }
    var session = new ReplSession(loader, loaded.bench(), Settings.PLAIN.inColour(colour));
    return sitting.of(session, colour);
  }

  private static ExitStatus answerAll(
      ReplOptions options, ReplSession session, Surroundings surroundings) throws IOException {
    List<String> inputs =
        options.inputs().isEmpty()
            ? Batch.inputs(
                new String(surroundings.in().readAllBytes(), StandardCharsets.UTF_8), session)
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
    var arguments = Arguments.commandLine(ReplUsage.spec()).parseArgs(words.toArray(String[]::new));
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
