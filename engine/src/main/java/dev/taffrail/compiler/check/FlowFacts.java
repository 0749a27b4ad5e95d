package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.BinaryOperator;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.type.Type;
import java.util.Optional;

/** What the truth or falsehood of a condition says about paths in it. */
final class FlowFacts {
  private final Services services;

  FlowFacts(Services services) {
    this.services = services;
  }

  /** What holds when the condition is true. */
  Facts whenTrue(Expr condition, Context context) {
    return facts(condition, context, true);
  }

  /** What holds when the condition is false. */
  Facts whenFalse(Expr condition, Context context) {
    return facts(condition, context, false);
  }

  private Facts facts(Expr condition, Context context, boolean truth) {
    return switch (condition) {
      case Expr.Not not -> facts(not.operand(), context, !truth);
      case Expr.Is is -> ofTest(is, context, truth);
      case Expr.Binary binary -> ofBinary(binary, context, truth);
      default -> Facts.NONE;
    };
  }

  private Facts ofBinary(Expr.Binary binary, Context context, boolean truth) {
    boolean both =
        truth ? binary.operator() == BinaryOperator.AND : binary.operator() == BinaryOperator.OR;
    if (both) {
      return facts(binary.left(), context, truth).and(facts(binary.right(), context, truth));
    }
    if (binary.operator() == BinaryOperator.IMPLIES && !truth) {
      return facts(binary.left(), context, true).and(facts(binary.right(), context, false));
    }
    if (binary.operator() == BinaryOperator.IN && truth) {
      return keyIsThere(binary.left(), binary.right(), context);
    }
    return Facts.NONE;
  }

  /** {@code k in m} says that {@code m[k]} is set. */
  private Facts keyIsThere(Expr key, Expr map, Context context) {
    var index = new Expr.Index(key.span(), map, key);
    return path(index, context).map(Facts::set).orElse(Facts.NONE);
  }

  private Facts ofTest(Expr.Is is, Context context, boolean truth) {
    return switch (is.test()) {
      case Expr.Test.Presence presence ->
          presence.set() == truth ? setWithPrefixes(is.operand(), context) : Facts.NONE;
      case Expr.Test.Emptiness emptiness ->
          emptiness.empty() != truth ? setWithPrefixes(is.operand(), context) : Facts.NONE;
      case Expr.Test.OfType test -> {
        Type type = services.types().resolve(test.type(), context.file());
        if (!truth) {
          yield path(is.operand(), context)
              .map(p -> Facts.not(p, Kinds.of(type)))
              .orElse(Facts.NONE);
        }
        yield path(is.operand(), context)
            .map(p -> Facts.narrowed(p, type).and(prefixes(is.operand(), context)))
            .orElse(Facts.NONE);
      }
    };
  }

  private Facts setWithPrefixes(Expr expression, Context context) {
    return path(expression, context)
        .map(p -> Facts.set(p).and(prefixes(expression, context)))
        .orElse(Facts.NONE);
  }

  private Facts prefixes(Expr expression, Context context) {
    return switch (expression) {
      case Expr.Member member -> setWithPrefixes(member.receiver(), context);
      case Expr.Index index -> setWithPrefixes(index.receiver(), context);
      case Expr.Must must -> prefixes(must.operand(), context);
      default -> Facts.NONE;
    };
  }

  /** A key that is equal for two expressions only if they have the same value. */
  Optional<String> path(Expr expression, Context context) {
    return switch (expression) {
      case Expr.Name name ->
          Optional.of(
              context
                  .scope()
                  .find(name.name())
                  .map(local -> "#" + local.slot())
                  .orElse("$" + name.name()));
      case Expr.Member member ->
          path(member.receiver(), context).map(p -> p + "." + member.name().text());
      case Expr.Must must -> path(must.operand(), context);
      case Expr.Index index ->
          path(index.receiver(), context)
              .flatMap(p -> key(index.index(), context).map(k -> p + "[" + k + "]"));
      default -> Optional.empty();
    };
  }

  private Optional<String> key(Expr index, Context context) {
    return switch (index) {
      case Expr.Literal literal -> Optional.of(literal.text());
      case Expr.StringLiteral string -> string.plainText().map(t -> "\"" + t + "\"");
      case Expr.Name name -> path(name, context);
      case Expr.Member member -> path(member, context);
      default -> Optional.empty();
    };
  }
}
