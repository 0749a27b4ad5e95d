package dev.taffrail.testing;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.source.Span;
import java.util.Optional;

/**
 * A place of a policy that can go two ways, both of which tests should see.
 *
 * @param span the text
 */
public record CoveragePoint(Kind kind, Span span) {

  /** What stands at the place. */
  public enum Kind {
    CHECK("check", "holds", "fails"),
    FALLBACK("`??`", "set", "unset"),
    DEMAND("`!`", "set", "missing"),
    PRESENCE("presence test", "set", "unset"),
    DEFAULT("default of the schema", "written", "unset"),
    BRANCH("`if let`", "set", "unset");

    private final String words;
    private final String first;
    private final String second;

    Kind(String words, String first, String second) {
      this.words = words;
      this.first = first;
      this.second = second;
    }

    public String words() {
      return words;
    }

    /** The way it goes when the check holds or the value is there. */
    public String first() {
      return first;
    }

    /** The way it goes when the check fails or the value is not there. */
    public String second() {
      return second;
    }
  }

  static Optional<CoveragePoint> of(IrExpr expression) {
    return kind(expression).map(kind -> new CoveragePoint(kind, expression.span()));
  }

  static CoveragePoint of(IrStatement.Check check) {
    return new CoveragePoint(Kind.CHECK, check.span());
  }

  static CoveragePoint of(IrStatement.IfLet choice) {
    return new CoveragePoint(Kind.BRANCH, choice.value().span());
  }

  private static Optional<Kind> kind(IrExpr expression) {
    return switch (expression) {
      case IrExpr.Coalesce coalesce -> Optional.of(Kind.FALLBACK);
      case IrExpr.Must must -> Optional.of(Kind.DEMAND);
      case IrExpr.IsSet test -> Optional.of(Kind.PRESENCE);
      case IrExpr.ReadField read ->
          read.fields().stream().anyMatch(f -> mayBeTakenFor(f.field()))
              ? Optional.of(Kind.DEFAULT)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** What cannot be told of a component is an error when it is read, and no second way. */
  private static boolean mayBeTakenFor(Field field) {
    return field.fallback().stream()
            .noneMatch(
                fallback ->
                    fallback instanceof Field.Fallback.Contextual contextual
                        && contextual.rule().startsWith(Component.UNKNOWN_RULE))
        && field.hasFallback();
  }

  boolean isCheck() {
    return kind == Kind.CHECK;
  }
}
