package dev.taffrail.repl.command;

import java.util.List;

/** What policies say of objects, why, and what would be if. */
final class JudgingCommands {
  private JudgingCommands() {}

  static List<SessionCommand> all() {
    return List.of(
        RunCommand.command(), WhyCommand.command(), WhatifCommand.command(), WithCommand.command());
  }
}
