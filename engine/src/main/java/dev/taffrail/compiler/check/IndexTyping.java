package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrIndex;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.resolve.FileScope;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.source.Span;
import java.util.List;
import java.util.Optional;

/** Indexes: their declaration, {@code index[key]} and {@code index.others(key)}. */
final class IndexTyping {
  private final ExpressionChecker expressions;

  IndexTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  /** A declaration with the face it shows. */
  record Declared(IrIndex index, Globals.IndexSignature signature) {}

  Declared declaration(GlobalId id, Declaration.Index written, FileScope file) {
    Type element = expressions.services().types().resolve(written.type(), file);
    List<ObjectType> kinds = kindsOf(written, element);
    Context context = Context.of(file, Optional.empty());
    context =
        context.with(
            new Local(
                written.element().text(),
                context.slots().take(),
                element,
                false,
                false,
                written.element().span()));
    Optional<IrExpr> where = Optional.empty();
    if (written.where().isPresent()) {
      Expr condition = written.where().get();
      where = Optional.of(expressions.condition(condition, context.withoutMust("where")));
      context = context.knowing(expressions.flow().whenTrue(condition, context));
    }
    IrExpr key = expressions.infer(written.key(), context.withoutMust("by"));
    reportIfOptional(key, written);
    Optional<Type> several = elementOf(key.type());
    Type one = several.orElse(key.type().bare());
    var selecting = SelectingKeys.of(one, expressions.services().schema().type("LabelSelector"));
    if (selecting.isPresent() && selecting.get().isAmbiguous()) {
      expressions.report(
          TypeDiagnostics.notAllowedHere(
              key.span(),
              "the key of an index has at most one label selector",
              "Make an index for each of them."));
    }
    boolean only = written.only();
    var source =
        IrPolicy.Target.lookedUp(
            kinds,
            !only && Kinds.holdPods(kinds),
            !only && Kinds.areDeclaredViews(kinds, expressions.services().schema()));
    var index =
        new IrIndex(
            id,
            source,
            where,
            key,
            several.isPresent(),
            selecting.flatMap(SelectingKeys::part),
            context.slots().size(),
            written.name().span());
    return new Declared(
        index,
        new Globals.IndexSignature(
            id, element, selecting.map(SelectingKeys::asked).orElse(List.of(one))));
  }

  private List<ObjectType> kindsOf(Declaration.Index written, Type element) {
    List<ObjectType> kinds = Kinds.of(element);
    boolean known = !kinds.isEmpty() && kinds.stream().allMatch(k -> k.kind().isPresent());
    if (!known && !element.isUnknown()) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0103,
                  written.type().span(),
                  "an index holds objects of a kind, but this is %s"
                      .formatted(TypeDiagnostics.article(element)))
              .help("Name a kind such as Ingress, or several as A | B."));
    }
    return known ? kinds : List.of();
  }

  /** An object without a key would be missing from the index without anybody having said so. */
  private void reportIfOptional(IrExpr key, Declaration.Index written) {
    Type type = elementOf(key.type()).orElse(key.type());
    boolean optional =
        type.isOptional()
            || type.bare() instanceof Type.RecordType record
                && record.fields().stream().anyMatch(f -> f.type().isOptional());
    if (optional) {
      expressions.report(TypeDiagnostics.keyCanBeMissing(key.span(), written.element().text()));
    }
  }

  private static Optional<Type> elementOf(Type type) {
    return switch (type) {
      case Type.ListOf list -> Optional.of(list.element());
      case Type.SetOf set -> Optional.of(set.element());
      default -> Optional.empty();
    };
  }

  /** {@code index[key]}; empty if what stands before the bracket is no index. */
  Optional<IrExpr> entry(Expr.Index written, Context context) {
    return named(written.receiver(), context)
        .map(index -> lookUp(written.span(), index, written.index(), false, context));
  }

  /** {@code index.others(key)}; empty if what stands before the dot is no index. */
  Optional<IrExpr> others(Expr.MethodCall written, Context context) {
    return named(written.receiver(), context).map(index -> others(written, index, context));
  }

  private IrExpr others(Expr.MethodCall written, Globals.IndexSignature index, Context context) {
    if (!written.name().text().equals("others")) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0102,
                  written.name().span(),
                  "an index has no `%s`".formatted(written.name()))
              .help(
                  "Ask it for a key: %1$s[key] or %1$s.others(key)".formatted(index.id().name())));
      return ExpressionChecker.unknown(written.span());
    }
    if (written.arguments().size() != 1) {
      expressions.report(
          TypeDiagnostics.argumentCount(written.span(), "others", 1, written.arguments().size()));
      return ExpressionChecker.unknown(written.span());
    }
    return lookUp(written.span(), index, written.arguments().getFirst().value(), true, context);
  }

  private IrExpr lookUp(
      Span span, Globals.IndexSignature index, Expr key, boolean others, Context context) {
    Type held = index.element().isUnknown() ? Scalar.UNKNOWN : new Type.ListOf(index.element());
    return new IrExpr.LookUp(span, held, index.id(), key(index.keys(), key, context), others);
  }

  /** Labels that are written out; they need the type that is wanted to be a map. */
  private static boolean isOrHasLiteralMap(Expr key) {
    return key instanceof Expr.RecordLiteral record
        && record.entries().stream()
            .anyMatch(
                entry ->
                    entry instanceof Expr.Entry.Field field
                        && (field.quoted() || field.value() instanceof Expr.RecordLiteral));
  }

  /** What fits none of several types is held against the first. */
  private IrExpr key(List<Type> types, Expr written, Context context) {
    if (types.size() == 1 || isOrHasLiteralMap(written)) {
      return expressions.expect(written, context, types.getFirst());
    }
    IrExpr found = expressions.infer(written, context);
    Type wanted =
        types.stream()
            .filter(type -> Assignability.fits(found.type(), type))
            .findFirst()
            .orElse(types.getFirst());
    return expressions.fit(found, context, wanted);
  }

  /** The index a name stands for, of this module or behind the alias of an import. */
  private Optional<Globals.IndexSignature> named(Expr written, Context context) {
    var globals = expressions.services().globals();
    return switch (written) {
      case Expr.Name name when isFree(name, context) ->
          globals.index(context.module(), name.name());
      case Expr.Member member
          when member.receiver() instanceof Expr.Name alias && isFree(alias, context) ->
          context
              .file()
              .imported(alias.name())
              .flatMap(module -> globals.index(module, member.name().text()));
      default -> Optional.empty();
    };
  }

  private boolean isFree(Expr.Name name, Context context) {
    return context.scope().find(name.name()).isEmpty()
        && expressions.services().policyParameter(context, name.name()).isEmpty();
  }
}
