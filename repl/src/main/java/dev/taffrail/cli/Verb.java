package dev.taffrail.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The commands by name; only the one that is called is built. */
enum Verb {
  CHECK(CheckCommand::new),
  COMPILE(CompileCommand::new),
  TEST(TestCommand::new),
  REPL(ReplCommand::new),
  COST(CostCommand::new),
  FMT(FmtCommand::new),
  API_DIFF(ApiDiffCommand::new),
  LINT(LintCommand::new),
  DOC(DocCommand::new),
  PROFILES(ProfilesCommand::new),
  POLICIES(PoliciesCommand::new),
  SHOW(ShowCommand::new),
  EXPLAIN(ExplainCommand::new),
  VERSION(VersionCommand::new),
  HELP(HelpCommand::new);

  private final Supplier<Command> command;

  Verb(Supplier<Command> command) {
    this.command = command;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Command command() {
    return command.get();
  }

  static Optional<Verb> of(String word) {
    return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Verb::word).toList();
  }
}
