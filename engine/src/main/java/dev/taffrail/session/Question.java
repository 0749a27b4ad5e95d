package dev.taffrail.session;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Fragment;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.ast.QualifiedName;
import dev.taffrail.compiler.ast.Statement;
import dev.taffrail.compiler.ast.TypeExpr;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.parse.PolicyParser;
import dev.taffrail.compiler.type.SnapshotType;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked once, as a policy about everything: there {@code !} and statements are allowed.
 *
 * <p>No name that can be typed is the same as its own.
 */
public final class Question {
  /** How the files are called that hold what was typed, before their number. */
  public static final String INPUT = "input";

  private static final String POLICY = "$question";
  private static final String VALUE = "$value";
  private static final String TARGET = "$everything";

  /** What a person at a prompt knows already: it is typed to be used once. */
  private static final Set<DiagnosticCode> NOISE =
      Set.of(DiagnosticCode.W0202, DiagnosticCode.W0203, DiagnosticCode.W0206);

  private Question() {}

  /** A file with an expression. */
  public static PolicyFile of(SourceFile source, Expr expression) {
    Span span = expression.span();
    return of(
        source,
        List.of(new Statement.Let(span, new Ident(span, VALUE), Optional.empty(), expression)));
  }

  /** A file with statements. */
  public static PolicyFile of(SourceFile source, List<Statement> statements) {
    Span all = source.span(0, source.text().length());
    Span start = source.span(0, 0);
    var everything =
        new TypeExpr.Named(
            start,
            new QualifiedName(start, List.of(new Ident(start, SnapshotType.NAME))),
            List.of());
    return new PolicyFile(
        source,
        List.of(),
        List.of(
            new Declaration.Policy(
                all,
                List.of(),
                List.of(),
                new Ident(start, POLICY),
                List.of(),
                List.of(),
                new Declaration.Target(
                    start, new Ident(start, TARGET), everything, false, List.of()),
                List.of(),
                new Declaration.Body.Statements(statements))));
  }

  /** Files of an unfinished text, with holes where it cannot be read; to hear what is missing. */
  public static List<PolicyFile> readLeniently(SourceFile source) {
    return switch (new PolicyParser().parseFragment(source, mistake -> {})) {
      case Fragment.Declarations declarations -> List.of(declarations.file());
      case Fragment.Statements statements -> List.of(of(source, statements.statements()));
      case Fragment.Assignment assignment -> List.of(of(source, assignment.value()));
      case Fragment.Expression expression -> List.of(of(source, expression.expression()));
    };
  }

  /** The compiled question. */
  public static IrPolicy policy(IrProgram program) {
    return program.policies().stream()
        .filter(policy -> policy.name().equals(POLICY))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the question is not in the program"));
  }

  /** The compiled expression of a question that is one. */
  public static IrExpr expression(IrPolicy question) {
    return ((IrStatement.Let) question.rules().getFirst().body().getFirst()).value();
  }

  /** The messages that tell something new. */
  public static List<Diagnostic> worthTelling(List<Diagnostic> diagnostics) {
    return diagnostics.stream().filter(d -> !NOISE.contains(d.code())).toList();
  }

  static Diagnostic tooDeep(SourceFile source) {
    return Diagnostic.of(
            DiagnosticCode.E0007,
            source.span(0, 0),
            "an expression is too long or too deeply nested")
        .help("Split it: give its parts names with `let`, or put its values into a list.");
  }
}
