package dev.taffrail.compiler.ast;

import java.util.List;

/** What can be typed at a prompt: less than a file, and more than an expression. */
public sealed interface Fragment {

  /** Header lines and declarations, as in a file. */
  record Declarations(PolicyFile file) implements Fragment {}

  /** Statements as in a policy, {@code let} among them. */
  record Statements(List<Statement> statements) implements Fragment {
    public Statements {
      statements = List.copyOf(statements);
    }
  }

  /** {@code name = expr}, which gives a name to a value for the rest of the session. */
  record Assignment(Ident name, Expr value) implements Fragment {}

  /** An expression whose value is wanted. */
  record Expression(Expr expression) implements Fragment {}
}
