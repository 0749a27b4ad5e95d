package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.QualifiedName;
import dev.taffrail.compiler.ast.TypeExpr;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.ReferenceType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls that read the inventory; their first argument is the name of a kind. */
final class InventoryTyping {
  static final Set<String> WORDS =
      Set.of("cluster", "complete", "object", "objectOf", "referrers", "serves");

  private final ExpressionChecker expressions;

  InventoryTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  IrExpr call(Span span, Ident word, List<Expr.Argument> arguments, Context context) {
    return switch (word.text()) {
      case "objectOf" -> objectOf(span, arguments, context);
      case "referrers" -> referrers(span, arguments, context);
      case "object" -> object(span, arguments, context);
      default -> ofKind(span, word.text(), arguments, context);
    };
  }

  private IrExpr ofKind(Span span, String word, List<Expr.Argument> arguments, Context context) {
    if (arguments.size() != 1) {
      return wrongCount(span, word, 1, arguments, context);
    }
    var kinds = kinds(arguments.getFirst().value(), word, context);
    if (kinds.isEmpty()) {
      return ExpressionChecker.unknown(span);
    }
    var source = source(kinds.get());
    return switch (word) {
      case "cluster" -> new IrExpr.ObjectsOf(span, new Type.ListOf(kinds.get()), source);
      case "complete" -> new IrExpr.KindsAre(span, source, IrExpr.KindState.COMPLETE);
      default -> new IrExpr.KindsAre(span, source, IrExpr.KindState.SERVED);
    };
  }

  private IrPolicy.Target source(Type type) {
    List<ObjectType> kinds = Kinds.of(type);
    return IrPolicy.Target.lookedUp(
        kinds,
        Kinds.holdPods(kinds),
        Kinds.areDeclaredViews(kinds, expressions.services().schema()));
  }

  private IrExpr object(Span span, List<Expr.Argument> arguments, Context context) {
    if (arguments.size() < 2 || arguments.size() > 3) {
      return wrongCount(span, "object", 3, arguments, context);
    }
    Expr written = arguments.getFirst().value();
    var type = kinds(written, "object", context);
    IrExpr name = text(arguments.getLast().value(), context);
    Optional<IrExpr> namespace =
        arguments.size() == 3
            ? Optional.of(text(arguments.get(1).value(), context))
            : Optional.empty();
    if (type.isEmpty()) {
      return ExpressionChecker.unknown(span);
    }
    if (!(type.get() instanceof ObjectType kind)) {
      expressions.report(
          TypeDiagnostics.notAllowedHere(
              written.span(),
              "`object` finds an object of one kind",
              "Ask for each: if … then object(A, …) else object(B, …)"));
      return ExpressionChecker.unknown(span);
    }
    if (kind.kind().orElseThrow().namespaced() && namespace.isEmpty()) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0119,
                  span,
                  "objects of kind `%s` live in a namespace, and none is named"
                      .formatted(kind.name()))
              .help("Write object(%s, namespace, name)".formatted(kind.name())));
    }
    return new IrExpr.FindObject(span, Type.optional(kind), kind, namespace, name);
  }

  private IrExpr objectOf(Span span, List<Expr.Argument> arguments, Context context) {
    if (arguments.size() != 4) {
      return wrongCount(span, "objectOf", 4, arguments, context);
    }
    var texts = arguments.stream().map(a -> text(a.value(), context)).toList();
    return new IrExpr.FindAny(span, texts.get(0), texts.get(1), texts.get(2), texts.get(3));
  }

  private IrExpr referrers(Span span, List<Expr.Argument> arguments, Context context) {
    if (arguments.size() != 1) {
      return wrongCount(span, "referrers", 1, arguments, context);
    }
    IrExpr object = expressions.present(arguments.getFirst().value(), context, Scalar.UNKNOWN);
    if (!object.type().isUnknown() && !Kinds.isObject(object.type())) {
      expressions.report(TypeDiagnostics.doesNotFit(object.span(), object.type(), Scalar.ANY));
    }
    var schema = expressions.services().schema();
    List<ObjectType> holders = ReferenceHolders.of(object.type(), schema);
    return new IrExpr.ReferrersOf(
        span,
        new Type.ListOf(ReferenceType.TYPE),
        object,
        new IrPolicy.Target(false, holders, false));
  }

  private IrExpr text(Expr written, Context context) {
    return expressions.expect(written, context, Scalar.STRING);
  }

  private IrExpr wrongCount(
      Span span, String word, int wanted, List<Expr.Argument> arguments, Context context) {
    expressions.report(TypeDiagnostics.argumentCount(span, word, wanted, arguments.size()));
    return ExpressionChecker.unknown(span);
  }

  /** The kind or union of kinds that an argument names. */
  private Optional<Type> kinds(Expr written, String word, Context context) {
    var name = typeName(written);
    if (name.isEmpty()) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0103,
                  written.span(),
                  "the first argument of `%s` is the name of a kind".formatted(word))
              .help("Name a kind such as Ingress, without quotes."));
      return Optional.empty();
    }
    Type type =
        expressions
            .services()
            .types()
            .resolve(new TypeExpr.Named(written.span(), name.get(), List.of()), context.file());
    // No API server has them, so that they have neither names nor definitions.
    boolean found = word.equals("cluster") || word.equals("complete");
    if (Kinds.areComponents(type) && !found) {
      expressions.report(TypeDiagnostics.componentsOnlyAsTarget(written.span(), type));
      return Optional.empty();
    }
    boolean kinds =
        !Kinds.of(type).isEmpty() && Kinds.of(type).stream().allMatch(k -> k.kind().isPresent());
    if (!kinds && !type.isUnknown()) {
      expressions.report(
          Diagnostic.of(
              DiagnosticCode.E0103,
              written.span(),
              "`%s` is no kind of object".formatted(written.span().text())));
    }
    return kinds ? Optional.of(type) : Optional.empty();
  }

  private static Optional<QualifiedName> typeName(Expr written) {
    return switch (written) {
      case Expr.Name name ->
          Optional.of(new QualifiedName(name.span(), List.of(new Ident(name.span(), name.name()))));
      case Expr.Member member when member.receiver() instanceof Expr.Name name ->
          Optional.of(
              new QualifiedName(
                  member.span(), List.of(new Ident(name.span(), name.name()), member.name())));
      default -> Optional.empty();
    };
  }
}
