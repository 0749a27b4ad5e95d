package dev.taffrail.compiler.ast;

import dev.taffrail.source.Span;
import java.util.List;
import java.util.Optional;

/** Every kind of expression, as written. */
public sealed interface Expr {
  Span span();

  /** Stands where an expression could not be read; its mistake is reported already. */
  record Hole(Span span) implements Expr {}

  /** A literal without quotes; the text is as written. */
  record Literal(Span span, LiteralKind kind, String text) implements Expr {}

  enum LiteralKind {
    INT,
    DECIMAL,
    QUANTITY,
    DURATION,
    PERCENT,
    DATE,
    BOOL
  }

  /**
   * {@code re"…"} and its like. The body is raw: no escapes, no holes.
   *
   * @param bodySpan the text between the quotes
   */
  record Tagged(Span span, Ident tag, String body, Span bodySpan) implements Expr {}

  /**
   * {@code "…"} or {@code """…"""} with escapes resolved and, in a block, common indentation
   * removed.
   */
  record StringLiteral(Span span, List<Part> parts, boolean block) implements Expr {
    public StringLiteral {
      parts = List.copyOf(parts);
    }

    /** The text if there is no hole in it. */
    public Optional<String> plainText() {
      var text = new StringBuilder();
      for (Part part : parts) {
        switch (part) {
          case Part.Text piece -> text.append(piece.text());
          case Part.HolePart hole -> {
            return Optional.empty();
          }
        }
      }
      return Optional.of(text.toString());
    }
  }

  /** A piece of a string. */
  sealed interface Part {
    Span span();

    record Text(Span span, String text) implements Part {}

    /** {@code {expr}}; the span includes the braces. */
    record HolePart(Span span, Expr expression) implements Part {}
  }

  record ListLiteral(Span span, List<Expr> elements) implements Expr {
    public ListLiteral {
      elements = List.copyOf(elements);
    }
  }

  record RecordLiteral(Span span, List<Entry> entries) implements Expr {
    public RecordLiteral {
      entries = List.copyOf(entries);
    }
  }

  /** A line of a record literal. */
  sealed interface Entry {
    Span span();

    /** {@code name: value} or {@code "any key": value}. */
    record Field(Span span, Ident name, boolean quoted, Expr value) implements Entry {}

    /** {@code ...base}. */
    record Spread(Span span, Expr value) implements Entry {}
  }

  record Name(Span span, String name) implements Expr {}

  /** {@code f(x, named: y)}. */
  record Call(Span span, Ident function, List<Argument> arguments) implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code a.b}. */
  record Member(Span span, Expr receiver, Ident name) implements Expr {}

  /** {@code a.f(x)}. */
  record MethodCall(Span span, Expr receiver, Ident name, List<Argument> arguments)
      implements Expr {
    public MethodCall {
      arguments = List.copyOf(arguments);
    }
  }

  record Argument(Span span, Optional<Ident> name, Expr value) {}

  record Index(Span span, Expr receiver, Expr index) implements Expr {}

  /** {@code x!}. */
  record Must(Span span, Expr operand) implements Expr {}

  /** {@code base with { … }}. */
  record With(Span span, Expr base, RecordLiteral patch) implements Expr {}

  /** {@code x as T} and {@code x as? T}. */
  record As(Span span, Expr operand, boolean optional, TypeExpr type) implements Expr {}

  record Negate(Span span, Expr operand) implements Expr {}

  record Not(Span span, Expr operand) implements Expr {}

  record Binary(Span span, BinaryOperator operator, Span operatorSpan, Expr left, Expr right)
      implements Expr {}

  /** {@code x is set} and its like. */
  record Is(Span span, Expr operand, Test test) implements Expr {}

  /** What stands behind {@code is}. */
  sealed interface Test {
    Span span();

    record Presence(Span span, boolean set) implements Test {}

    record Emptiness(Span span, boolean empty) implements Test {}

    record OfType(Span span, TypeExpr type) implements Test {}
  }

  record If(Span span, Expr condition, Expr thenValue, Expr elseValue) implements Expr {}

  /**
   * {@code KEYWORD x in xs, y in ys, let d = e where P { body }}.
   *
   * @param second the value behind the colon in {@code dict … { k: v }}
   */
  record Comprehension(
      Span span,
      Quantifier quantifier,
      Span keywordSpan,
      List<Clause> clauses,
      Optional<Expr> where,
      Expr body,
      Optional<Expr> second)
      implements Expr {
    public Comprehension {
      clauses = List.copyOf(clauses);
    }
  }

  /** A source or a bound name of a comprehension. */
  sealed interface Clause {
    Span span();

    /** {@code x in xs}, or {@code k, v in xs} with {@code first} and {@code second}. */
    record Generator(Span span, Ident first, Optional<Ident> second, Expr source)
        implements Clause {}

    /** {@code let d = e}. */
    record Binding(Span span, Ident name, Expr value) implements Clause {}
  }

  record Match(Span span, Span keywordSpan, Expr subject, List<Arm> arms) implements Expr {
    public Match {
      arms = List.copyOf(arms);
    }
  }

  /** One arm of a match; any of its patterns selects it. */
  record Arm(Span span, List<Pattern> patterns, Expr value) {
    public Arm {
      patterns = List.copyOf(patterns);
    }
  }

  /** What an arm of a match accepts. */
  sealed interface Pattern {
    Span span();

    /** A literal: number, quantity, date, Boolean or plain string. */
    record Constant(Span span, Expr literal) implements Pattern {}

    /** The member of an enum. */
    record EnumMember(Span span, String name) implements Pattern {}

    /** {@code _}. */
    record Wildcard(Span span) implements Pattern {}
  }
}
