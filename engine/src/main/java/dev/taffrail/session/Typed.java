package dev.taffrail.session;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Fragment;
import dev.taffrail.compiler.ast.Statement;
import dev.taffrail.compiler.parse.PolicyParser;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was typed, read but not yet understood. */
public sealed interface Typed {

  /** More lines have to follow. */
  record Incomplete() implements Typed {}

  /** The parser does not understand it. */
  record Wrong(List<Diagnostic> diagnostics) implements Typed {
    public Wrong {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * Something that stays.
   *
   * @param wanted what must have a value first: {@code name = value!} has no check that could fail
   */
  record Declaring(List<Declared> declared, Optional<Asking> wanted) implements Typed {
    public Declaring {
      declared = List.copyOf(declared);
    }
  }

  /** Something to evaluate once. */
  record Asking(SourceFile source, Expr expression) implements Typed {}

  /** Statements to run once. */
  record Running(SourceFile source, List<Statement> statements) implements Typed {
    public Running {
      statements = List.copyOf(statements);
    }
  }

  /** Reads what was typed. */
  static Typed read(SourceFile source) {
    var parser = new PolicyParser();
    if (parser.isUnfinished(source)) {
      return new Incomplete();
    }
    var mistakes = new DiagnosticCollector();
    Fragment fragment;
    try {
      fragment = parser.parseFragment(source, mistakes);
    } catch (StackOverflowError tooDeep) {
      return new Wrong(List.of(Question.tooDeep(source)));
    }
    if (mistakes.hasErrors()) {
      List<Diagnostic> found = mistakes.inSourceOrder();
      return endsTooEarly(source, found) ? new Incomplete() : new Wrong(found);
    }
    return switch (fragment) {
      case Fragment.Declarations declarations -> {
        var declared = new ArrayList<Declared>();
        declarations.file().headers().forEach(h -> declared.add(Declared.of(h, source)));
        declarations.file().declarations().forEach(d -> declared.add(Declared.of(d, source)));
        yield new Declaring(declared, Optional.empty());
      }
      case Fragment.Assignment assignment -> {
        var span = source.span(0, source.text().stripTrailing().length());
        var let = new Statement.Let(span, assignment.name(), Optional.empty(), assignment.value());
        yield lets(List.of(let), source, "let ");
      }
      case Fragment.Statements statements -> {
        var lets =
            statements.statements().stream()
                .filter(Statement.Let.class::isInstance)
                .map(Statement.Let.class::cast)
                .toList();
        yield !lets.isEmpty() && lets.size() == statements.statements().size()
            ? lets(lets, source, "")
            : new Running(source, statements.statements());
      }
      case Fragment.Expression expression -> new Asking(source, expression.expression());
    };
  }

  private static Typed lets(List<Statement.Let> lets, SourceFile source, String before) {
    if (lets.size() == 1
        && lets.getFirst().value() instanceof Expr.Must must
        && lets.getFirst().span().text().endsWith("!")) {
      Statement.Let let = lets.getFirst();
      var span = source.span(let.span().start(), let.span().end() - 1);
      var without = new Statement.Let(span, let.name(), let.type(), must.operand());
      return new Declaring(
          List.of(let(without, source, before)), Optional.of(new Asking(source, must)));
    }
    return new Declaring(
        lets.stream().map(let -> let(let, source, before)).toList(), Optional.empty());
  }

  private static Declared let(Statement.Let let, SourceFile source, String before) {
    return Declared.let(
        new Declaration.ModuleLet(let.span(), List.of(), List.of(), let),
        source,
        before + let.span().text());
  }

  /** The first mistake is that the text ends, and there is no empty line that says so. */
  private static boolean endsTooEarly(SourceFile source, List<Diagnostic> mistakes) {
    String text = source.text();
    int end = text.stripTrailing().length();
    boolean insisted = text.endsWith("\n\n") || text.endsWith("\n") && text.strip().isEmpty();
    return !insisted && mistakes.stream().allMatch(d -> d.span().start() >= end);
  }
}
