package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.TestStatement;
import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrExpr.ClusterRanges;
import dev.taffrail.compiler.ir.IrTest;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.object.GroupKind;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Types what a test gives: objects, or a record that says more. */
final class GivenTyping {
  private static final List<String> KEYS =
      List.of(
          "object", "old", "request", "complete", "asOf", "podCidrs", "serviceCidrs", "externals");

  private final ExpressionChecker expressions;
  private Optional<IrExpr> object = Optional.empty();
  private Optional<IrExpr> old = Optional.empty();
  private Optional<IrExpr> request = Optional.empty();
  private Optional<Set<GroupKind>> complete = Optional.empty();
  private Optional<IrExpr> asOf = Optional.empty();
  private final Map<ClusterRanges.Of, IrExpr> ranges = new EnumMap<>(ClusterRanges.Of.class);
  private final Map<GlobalId, IrExpr> externals = new LinkedHashMap<>();

  GivenTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  /** A line, and what it says of the world around its objects. */
  record Typed(IrTest.Given given, IrTest.World world) {}

  Typed given(TestStatement.Given line, Context context) {
    if (line.value() instanceof Expr.RecordLiteral record) {
      record.entries().forEach(entry -> entry(entry, context));
      if (object.isEmpty() && old.isEmpty()) {
        expressions.report(
            Diagnostic.of(DiagnosticCode.E0150, record.span(), "this gives no object to judge")
                .help("Name it: given { object: … }, or { old: … } for one that is deleted."));
      }
    } else {
      object = Optional.of(object(line.value(), context, true));
    }
    return new Typed(
        new IrTest.Given(line.span(), object, old, request),
        new IrTest.World(complete, asOf, ranges, externals));
  }

  private void entry(Expr.Entry entry, Context context) {
    if (!(entry instanceof Expr.Entry.Field field)) {
      expressions.report(
          TypeDiagnostics.notAllowedHere(
              entry.span(), "`...` has no place in `given`", "Name what is given: { object: … }"));
      return;
    }
    switch (field.name().text()) {
      case "object" -> object = Optional.of(object(field.value(), context, true));
      case "old" -> old = Optional.of(object(field.value(), context, false));
      case "request" ->
          request = Optional.of(expressions.expect(field.value(), context, IrTest.REQUEST));
      case "complete" -> complete = Optional.of(kinds(field.value()));
      case "asOf" -> asOf = Optional.of(expressions.expect(field.value(), context, Scalar.INSTANT));
      case "podCidrs" -> ranges(ClusterRanges.Of.PODS, field.value(), context);
      case "serviceCidrs" -> ranges(ClusterRanges.Of.SERVICES, field.value(), context);
      case "externals" ->
          externals.putAll(new AnswersTyping(expressions).answers(field.value(), context));
      default -> expressions.report(TypeDiagnostics.unknownField(field.name(), "given", KEYS, ""));
    }
  }

  private void ranges(ClusterRanges.Of of, Expr written, Context context) {
    ranges.put(of, expressions.expect(written, context, new Type.SetOf(Scalar.CIDR)));
  }

  private IrExpr object(Expr written, Context context, boolean several) {
    IrExpr found = expressions.present(written, context, Scalar.UNKNOWN);
    Type element =
        switch (found.type()) {
          case Type.ListOf list when several -> list.element();
          case Type.SetOf set when several -> set.element();
          default -> found.type();
        };
    boolean object =
        element.isUnknown()
            || element == Scalar.ANY
            || element instanceof Type.UnionOf
            || element instanceof ObjectType type && type.kind().isPresent();
    if (!object) {
      expressions.report(
          Diagnostic.of(
              DiagnosticCode.E0104,
              found.span(),
              "%s is wanted here, but this is %s"
                  .formatted(
                      several ? "an object or a list of objects" : "an object",
                      TypeDiagnostics.article(found.type()))));
    }
    return found;
  }

  private Set<GroupKind> kinds(Expr written) {
    if (!(written instanceof Expr.ListLiteral list)) {
      expressions.report(
          Diagnostic.of(
              DiagnosticCode.E0104,
              written.span(),
              "`complete` is a list of kinds such as [Service, Ingress]"));
      return Set.of();
    }
    return list.elements().stream().flatMap(e -> kind(e).stream()).collect(Collectors.toSet());
  }

  private Optional<GroupKind> kind(Expr written) {
    var schema = expressions.services().schema();
    String name = written.span().text();
    var found =
        schema.type(name).flatMap(ObjectType::kind).map(kind -> GroupKind.of(kind.identity()));
    if (found.isEmpty()) {
      expressions.report(
          TypeDiagnostics.unknownType(written.span(), name, schema.kindNames(), Optional.empty()));
    }
    return found;
  }
}
