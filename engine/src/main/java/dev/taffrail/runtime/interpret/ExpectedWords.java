package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.TypePrinter;

/**
 * What a failed test wants of one of its sides, in words that the other side's value follows.
 *
 * <p>{@code truth} is what the test came to and must not be.
 */
final class ExpectedWords {
  private ExpectedWords() {}

  static String left(IrExpr.Comparison comparison, boolean truth) {
    return switch (comparison) {
      case EQUAL -> truth ? "must not be " : "must be ";
      case NOT_EQUAL -> truth ? "must be " : "must not be ";
      case LESS -> truth ? "must be at least " : "must be less than ";
      case LESS_OR_EQUAL -> truth ? "must be more than " : "must be at most ";
      case GREATER -> truth ? "must be at most " : "must be more than ";
      case GREATER_OR_EQUAL -> truth ? "must be less than " : "must be at least ";
    };
  }

  /** The comparison with its sides exchanged. */
  static IrExpr.Comparison mirrored(IrExpr.Comparison comparison) {
    return switch (comparison) {
      case EQUAL, NOT_EQUAL -> comparison;
      case LESS -> IrExpr.Comparison.GREATER;
      case LESS_OR_EQUAL -> IrExpr.Comparison.GREATER_OR_EQUAL;
      case GREATER -> IrExpr.Comparison.LESS;
      case GREATER_OR_EQUAL -> IrExpr.Comparison.LESS_OR_EQUAL;
    };
  }

  static String left(IrExpr.TextOperator operator, boolean truth) {
    String must = must(truth);
    return switch (operator) {
      case MATCHES -> must + "match ";
      case NOT_MATCHES -> must(!truth) + "match ";
      case CONTAINS -> must + "contain ";
      case STARTS_WITH -> must + "start with ";
      case ENDS_WITH -> must + "end with ";
    };
  }

  static String right(IrExpr.TextOperator operator, boolean truth) {
    String must = must(truth);
    return switch (operator) {
      case MATCHES -> must + "match ";
      case NOT_MATCHES -> must(!truth) + "match ";
      case CONTAINS -> must + "be in ";
      case STARTS_WITH -> must + "be the beginning of ";
      case ENDS_WITH -> must + "be the end of ";
    };
  }

  static String element(IrExpr.In in, boolean truth) {
    boolean range = in.collection().type() instanceof Type.RangeOf;
    return must(truth != in.negated()) + (range ? "be in " : "be one of ");
  }

  static String collection(IrExpr.In in, boolean truth) {
    return must(truth != in.negated()) + "contain ";
  }

  static String typeTest(IrExpr.IsType test, boolean truth) {
    boolean kinds = test.tested() instanceof ObjectType || test.tested() instanceof Type.UnionOf;
    if (kinds) {
      return truth ? "must be of another kind" : "is of the wrong kind";
    }
    return must(truth) + "be of type `%s`".formatted(TypePrinter.print(test.tested()));
  }

  private static String must(boolean not) {
    return not ? "must not " : "must ";
  }
}
