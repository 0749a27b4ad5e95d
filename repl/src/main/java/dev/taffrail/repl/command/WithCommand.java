package dev.taffrail.repl.command;

import dev.taffrail.Edited;
import dev.taffrail.Workbench;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import java.util.List;

/** Answers one command as if an object had been edited. */
final class WithCommand {
  private WithCommand() {}

  static SessionCommand command() {
    return new SessionCommand(
        "with",
        "OBJECT EDIT COMMAND",
        "answers a command as if an object were edited",
        List.of(
            "The edit is a record as behind `with`, or `path = value`; then comes the command, with",
            "its colon. Nothing stays of the edit."),
        ":with Deployment shop/cart spec.replicas = 1 :run all on Deployment shop/cart",
        SessionCommand.Takes.OBJECT_AND_EDIT,
        WithCommand::with);
  }

  private static Response with(ReplSession session, String words) {
    return EditWords.of(words)
        .filter(edit -> !edit.command().isEmpty())
        .map(edit -> WhatifCommand.changed(session, edit, (from, to) -> answer(session, edit, to)))
        .orElseGet(
            () ->
                Response.wrong(
                    "`:with` wants an object, an edit and a command",
                    "for instance: :with Deployment shop/cart spec.replicas = 1 :run all"));
  }

  private static Response answer(ReplSession session, EditWords edit, Edited.Changed changed) {
    if (edit.command().matches("(?s):w(i|it|ith)?\\b.*")) {
      return Response.wrong("one edit at a time");
    }
    Workbench before = session.bench();
    session.bench(changed.bench());
    try {
      return Commands.run(edit.command().substring(1), session);
    } finally {
      session.bench(before);
    }
  }
}
