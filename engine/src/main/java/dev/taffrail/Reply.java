package dev.taffrail;

import dev.taffrail.compiler.type.Type;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.runtime.interpret.PromptInterpreter.Answer;
import dev.taffrail.runtime.interpret.Trace;
import dev.taffrail.session.Declared;
import dev.taffrail.session.Reference;
import java.util.List;
import java.util.Optional;

/** What came of something that was typed at a {@link Workbench}. */
public sealed interface Reply {
  /** More lines have to follow. */
  record Incomplete() implements Reply {}

  /**
   * It does not compile; nothing has changed.
   *
   * @param broken what was typed before and would not compile any more
   */
  record Wrong(List<Diagnostic> diagnostics, List<Declared> broken) implements Reply {
    public Wrong {
      diagnostics = List.copyOf(diagnostics);
      broken = List.copyOf(broken);
    }
  }

  /**
   * Something was declared.
   *
   * @param next the workbench with it
   * @param replaced what it takes the place of
   * @param affected what uses that
   * @param warnings of the compiler
   */
  record Declaring(
      Workbench next,
      List<Declared> declared,
      List<Declared> replaced,
      List<Declared> affected,
      List<Diagnostic> warnings)
      implements Reply {
    public Declaring {
      declared = List.copyOf(declared);
      replaced = List.copyOf(replaced);
      affected = List.copyOf(affected);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * A value.
   *
   * @param secret it may hold a secret and must not be printed
   */
  record Answered(
      String expression,
      Answer answer,
      Type type,
      boolean secret,
      Optional<Reference.Member> field,
      List<Diagnostic> warnings)
      implements Reply {
    public Answered {
      warnings = List.copyOf(warnings);
    }
  }

  /** Statements were run. */
  record Ran(Trace trace, List<Diagnostic> warnings) implements Reply {
    public Ran {
      warnings = List.copyOf(warnings);
    }
  }
}
