package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.Quantifier;
import dev.taffrail.compiler.ir.IrClause;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Comprehensions and quantifiers: sources, conditions and what the keyword makes of the body. */
final class ComprehensionTyping {
  private final ExpressionChecker expressions;
  private final ClosureTyping closures;

  ComprehensionTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
    this.closures = new ClosureTyping(expressions);
  }

  /** A generator with the context in which its names can be seen. */
  record Opened(IrClause.Generator generator, Type element, Context inner) {}

  /** Opens a source: types it and binds its names. */
  Opened open(Ident first, Optional<Ident> second, Expr source, Context context) {
    IrExpr collection = expressions.check(source, context, Scalar.UNKNOWN);
    collection = expressions.present(collection, context);
    var elements = expressions.elementsOf(collection.type(), second.isPresent());
    if (elements.isEmpty()) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0104,
                  collection.span(),
                  "a list, set, map or range is wanted here, but this is %s"
                      .formatted(TypeDiagnostics.article(collection.type())))
              .label("this is `%s`".formatted(TypePrinter.print(collection.type())))
              .help(
                  collection.type() == Scalar.JSON
                      ? "Say what it holds: x as? List<Json>"
                      : "Only finite collections can be walked."));
    }
    Type key = elements.map(ExpressionChecker.Elements::key).orElse(Scalar.UNKNOWN);
    Type element = elements.map(ExpressionChecker.Elements::element).orElse(Scalar.UNKNOWN);
    int keySlot = second.isPresent() ? context.slots().take() : -1;
    int elementSlot = context.slots().take();
    Context inner = context;
    if (second.isPresent()) {
      inner = inner.with(local(first, keySlot, key));
      inner = inner.with(local(second.get(), elementSlot, element));
    } else {
      inner = inner.with(local(first, elementSlot, element));
    }
    return new Opened(new IrClause.Generator(keySlot, elementSlot, collection), element, inner);
  }

  private static Local local(Ident name, int slot, Type type) {
    return new Local(name.text(), slot, type, false, false, name.span());
  }

  IrExpr comprehension(Expr.Comprehension written, Context context, Type expected) {
    var clauses = new ArrayList<IrClause>();
    Context inner = context;
    Type element = Scalar.UNKNOWN;
    var names = new DeclaredNames(expressions.services().diagnostics());
    for (Expr.Clause clause : written.clauses()) {
      switch (clause) {
        case Expr.Clause.Generator generator -> {
          names.declare(generator.first());
          generator.second().ifPresent(names::declare);
          var opened = open(generator.first(), generator.second(), generator.source(), inner);
          clauses.add(opened.generator());
          element = opened.element();
          inner = opened.inner();
        }
        case Expr.Clause.Binding binding -> {
          names.declare(binding.name());
          IrExpr value = expressions.infer(binding.value(), inner);
          int slot = inner.slots().take();
          clauses.add(new IrClause.Binding(slot, value));
          inner =
              inner.with(
                  new Local(
                      binding.name().text(),
                      slot,
                      value.type(),
                      FieldTyping.emptyWhenAbsent(value, inner),
                      false,
                      binding.name().span()));
        }
      }
    }
    Optional<IrExpr> where = Optional.empty();
    if (written.where().isPresent()) {
      Expr condition = written.where().get();
      where = Optional.of(expressions.condition(condition, inner.withoutMust("where")));
      inner = inner.knowing(expressions.flow().whenTrue(condition, inner));
    }
    return finish(written, clauses, where, element, inner, expected);
  }

  private IrExpr finish(
      Expr.Comprehension written,
      List<IrClause> clauses,
      Optional<IrExpr> where,
      Type element,
      Context inner,
      Type expected) {
    return switch (written.quantifier()) {
      case ALL -> test(written, IrExpr.Form.ALL, clauses, where, inner, Scalar.BOOL);
      case ANY -> test(written, IrExpr.Form.ANY, clauses, where, inner, Scalar.BOOL);
      case NONE -> test(written, IrExpr.Form.NONE, clauses, where, inner, Scalar.BOOL);
      case ONE -> test(written, IrExpr.Form.ONE, clauses, where, inner, Scalar.BOOL);
      case COUNT -> test(written, IrExpr.Form.COUNT, clauses, where, inner, Scalar.INT);
      case FIRST -> test(written, IrExpr.Form.FIRST, clauses, where, inner, Type.optional(element));
      case FILTER ->
          test(written, IrExpr.Form.FILTER, clauses, where, inner, new Type.ListOf(element));
      case UNIQUE -> keyed(written, IrExpr.Form.UNIQUE, clauses, where, inner, Scalar.BOOL, false);
      case SORT ->
          keyed(written, IrExpr.Form.SORT, clauses, where, inner, new Type.ListOf(element), true);
      case MAP, SET -> collected(written, clauses, where, inner, expected);
      case DICT -> dict(written, clauses, where, inner, expected);
      case GROUP -> group(written, clauses, where, element, inner);
      case SUM, MIN, MAX -> aggregate(written, clauses, where, inner, expected);
      case CLOSURE -> closures.finish(written, clauses, where, element, inner, expected);
    };
  }

  private IrExpr test(
      Expr.Comprehension written,
      IrExpr.Form form,
      List<IrClause> clauses,
      Optional<IrExpr> where,
      Context inner,
      Type result) {
    IrExpr body = expressions.condition(written.body(), inner);
    return made(written, result, form, clauses, where, body, Optional.empty());
  }

  private IrExpr keyed(
      Expr.Comprehension written,
      IrExpr.Form form,
      List<IrClause> clauses,
      Optional<IrExpr> where,
      Context inner,
      Type result,
      boolean ordered) {
    IrExpr body = expressions.present(written.body(), inner, Scalar.UNKNOWN);
    boolean text = Assignability.isTextual(body.type());
    if (ordered && !text && !OperatorTyping.isOrdered(body.type()) && !body.type().isUnknown()) {
      expressions.report(
          Diagnostic.of(
              DiagnosticCode.E0104,
              body.span(),
              "values of type `%s` have no order".formatted(TypePrinter.print(body.type()))));
    }
    return made(written, result, form, clauses, where, body, Optional.empty());
  }

  private IrExpr collected(
      Expr.Comprehension written,
      List<IrClause> clauses,
      Optional<IrExpr> where,
      Context inner,
      Type expected) {
    Type wanted =
        switch (expected.bare()) {
          case Type.ListOf list -> list.element();
          case Type.SetOf set -> set.element();
          default -> Scalar.UNKNOWN;
        };
    IrExpr body = expressions.present(written.body(), inner, wanted);
    if (!wanted.isUnknown()) {
      body = expressions.fit(body, inner, wanted);
    }
    Type element = wanted.isUnknown() ? body.type() : wanted;
    boolean set = written.quantifier() == Quantifier.SET;
    return made(
        written,
        set ? new Type.SetOf(element) : new Type.ListOf(element),
        set ? IrExpr.Form.SET : IrExpr.Form.MAP,
        clauses,
        where,
        body,
        Optional.empty());
  }

  private IrExpr dict(
      Expr.Comprehension written,
      List<IrClause> clauses,
      Optional<IrExpr> where,
      Context inner,
      Type expected) {
    Type key = expected.bare() instanceof Type.MapOf map ? map.key() : Scalar.UNKNOWN;
    Type value = expected.bare() instanceof Type.MapOf map ? map.value() : Scalar.UNKNOWN;
    IrExpr body = expressions.present(written.body(), inner, key);
    if (written.second().isEmpty()) {
      expressions.report(
          TypeDiagnostics.notAllowedHere(
              written.body().span(),
              "`dict` needs a key and a value",
              "Write dict x in xs { key: value }"));
      return ExpressionChecker.unknown(written.span());
    }
    IrExpr second = expressions.present(written.second().get(), inner, value);
    return made(
        written,
        new Type.MapOf(body.type(), second.type()),
        IrExpr.Form.DICT,
        clauses,
        where,
        body,
        Optional.of(second));
  }

  private IrExpr group(
      Expr.Comprehension written,
      List<IrClause> clauses,
      Optional<IrExpr> where,
      Type element,
      Context inner) {
    IrExpr body = expressions.present(written.body(), inner, Scalar.UNKNOWN);
    Type key =
        switch (body.type()) {
          case Type.ListOf list -> list.element();
          case Type.SetOf set -> set.element();
          default -> body.type();
        };
    return made(
        written,
        new Type.MapOf(key, new Type.ListOf(element)),
        IrExpr.Form.GROUP,
        clauses,
        where,
        body,
        Optional.empty());
  }

  private IrExpr aggregate(
      Expr.Comprehension written,
      List<IrClause> clauses,
      Optional<IrExpr> where,
      Context inner,
      Type expected) {
    IrExpr body = expressions.present(written.body(), inner, expected);
    boolean sum = written.quantifier() == Quantifier.SUM;
    boolean fits =
        sum
            ? body.type() == Scalar.INT
                || body.type() == Scalar.DECIMAL
                || body.type() == Scalar.QUANTITY
                || body.type() == Scalar.DURATION
            : OperatorTyping.isOrdered(body.type());
    if (!fits && !body.type().isUnknown()) {
      expressions.report(
          Diagnostic.of(
              DiagnosticCode.E0104,
              body.span(),
              "`%s` does not work with %s"
                  .formatted(
                      written.quantifier().keyword(), TypeDiagnostics.article(body.type()))));
      return ExpressionChecker.unknown(written.span());
    }
    var form =
        switch (written.quantifier()) {
          case SUM -> IrExpr.Form.SUM;
          case MIN -> IrExpr.Form.MIN;
          default -> IrExpr.Form.MAX;
        };
    Type result = sum ? body.type() : Type.optional(body.type());
    return made(written, result, form, clauses, where, body, Optional.empty());
  }

  private static IrExpr made(
      Expr.Comprehension written,
      Type type,
      IrExpr.Form form,
      List<IrClause> clauses,
      Optional<IrExpr> where,
      IrExpr body,
      Optional<IrExpr> second) {
    return new IrExpr.Comprehension(written.span(), type, form, clauses, where, body, second);
  }
}
