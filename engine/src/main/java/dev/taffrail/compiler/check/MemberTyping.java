package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.ReferenceType;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.source.Span;
import dev.taffrail.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What stands behind a dot or in brackets: fields, members, methods, entries. */
final class MemberTyping {
  private final ExpressionChecker expressions;
  private final CallTyping calls;
  private final FieldTyping fields;
  private final QualifiedNames qualified;
  private final IndexTyping indexes;
  private final ComposedMembers composed;

  MemberTyping(ExpressionChecker expressions, CallTyping calls) {
    this.expressions = expressions;
    this.calls = calls;
    this.fields = new FieldTyping(expressions);
    this.qualified = new QualifiedNames(expressions);
    this.indexes = new IndexTyping(expressions);
    this.composed = new ComposedMembers(expressions, fields);
  }

  IrExpr member(Expr.Member member, Context context) {
    var global = qualified.member(member, context);
    if (global.isPresent()) {
      return global.get();
    }
    IrExpr receiver = expressions.infer(member.receiver(), context);
    if (receiver.type().isUnknown()) {
      return ExpressionChecker.unknown(member.span());
    }
    return references(member, receiver)
        .or(() -> AdmissionTyping.time(member, receiver))
        .or(() -> fields.field(member.span(), receiver, member.name(), context))
        .or(() -> namespaceObject(member, receiver))
        .or(() -> composed.mountsApiToken(member, receiver, context))
        .or(() -> composed.node(member, receiver, context))
        .or(() -> extension(member.span(), receiver, member.name(), context))
        .or(() -> builtinMember(member.span(), receiver, member.name(), context))
        .orElseGet(() -> unknownMember(member.span(), receiver, member.name(), context));
  }

  /** {@code obj.references} and {@code reference.resolves}. */
  private Optional<IrExpr> references(Expr.Member member, IrExpr receiver) {
    Span span = member.span();
    if (Kinds.isObject(receiver.type()) && member.name().text().equals("references")) {
      return Optional.of(
          new IrExpr.ReferencesOf(span, new Type.ListOf(ReferenceType.TYPE), receiver));
    }
    if (!receiver.type().equals(ReferenceType.TYPE)
        || !member.name().text().equals(ReferenceType.RESOLVES)) {
      return Optional.empty();
    }
    IrExpr namespace =
        new IrExpr.Coalesce(
            span,
            Scalar.STRING,
            new IrExpr.ReadRecord(span, Type.optional(Scalar.STRING), receiver, "namespace"),
            ExpressionChecker.constant(span, Scalar.STRING, new Value.Text("")));
    return Optional.of(
        new IrExpr.IsSet(
            span,
            new IrExpr.FindAny(
                span,
                new IrExpr.ReadRecord(span, Scalar.STRING, receiver, "apiVersion"),
                new IrExpr.ReadRecord(span, Scalar.STRING, receiver, "kind"),
                namespace,
                new IrExpr.ReadRecord(span, Scalar.STRING, receiver, "name")),
            true));
  }

  /** The Namespace that an object lies in; it is looked up, so it may not be there. */
  private Optional<IrExpr> namespaceObject(Expr.Member member, IrExpr receiver) {
    Type bare = receiver.type().bare();
    boolean kinds = Kinds.isObject(bare);
    var namespace = expressions.services().schema().type("Namespace");
    if (!kinds || !member.name().text().equals("namespaceObject") || namespace.isEmpty()) {
      return Optional.empty();
    }
    IrExpr name =
        new IrExpr.KindMember(
            member.span(), Type.optional(Scalar.STRING), receiver, IrExpr.KindProperty.NAMESPACE);
    return Optional.of(
        new IrExpr.FindObject(
            member.span(),
            Type.optional(namespace.get()),
            namespace.get(),
            Optional.empty(),
            name));
  }

  private Optional<IrExpr> extension(Span span, IrExpr receiver, Ident name, Context context) {
    Type bare = receiver.type().bare();
    return expressions.services().globals().extensionMembers(name.text(), context.file()).stream()
        .filter(e -> Assignability.fits(bare, e.receiver()))
        .findFirst()
        .map(
            e ->
                new IrExpr.CallFunction(
                    span,
                    e.function().result(),
                    e.function().id(),
                    List.of(expressions.present(receiver, context))));
  }

  private record Match(Signature signature, Map<String, Type> bindings, IrExpr receiver) {}

  private Optional<IrExpr> builtinMember(Span span, IrExpr receiver, Ident name, Context context) {
    return find(receiver, name.text())
        .map(
            match -> {
              if (match.signature().method()) {
                expressions.report(
                    Diagnostic.of(
                            DiagnosticCode.E0102,
                            name.span(),
                            "`%s` is called with parentheses".formatted(name))
                        .help("Signature: " + match.signature()));
                return ExpressionChecker.unknown(span);
              }
              return calls.builtin(
                  span,
                  match.signature(),
                  Optional.of(match.receiver()),
                  match.bindings(),
                  List.of(),
                  context);
            });
  }

  /** The built-in for a receiver: an exact match first, then one that it fits. */
  private Optional<Match> find(IrExpr receiver, String name) {
    Type bare = receiver.type().bare();
    var candidates = expressions.services().signatures().onReceivers(name);
    var exact = candidates.stream().filter(s -> s.receiver().equals(Optional.of(bare))).findFirst();
    if (exact.isPresent()) {
      return Optional.of(new Match(exact.get(), Map.of(), receiver));
    }
    for (Signature candidate : candidates) {
      var bindings = CallTyping.bindReceiver(candidate, bare);
      if (bindings.isPresent()) {
        return Optional.of(new Match(candidate, bindings.get(), receiver));
      }
    }
    for (Signature candidate : candidates) {
      IrExpr adapted = CallTyping.listOrSet(receiver, candidate.receiver().orElse(Scalar.UNKNOWN));
      var bindings = CallTyping.bindReceiver(candidate, adapted.type().bare());
      if (adapted != receiver && bindings.isPresent()) {
        return Optional.of(new Match(candidate, bindings.get(), adapted));
      }
    }
    return Optional.empty();
  }

  private IrExpr unknownMember(Span span, IrExpr receiver, Ident name, Context context) {
    Type bare = receiver.type().bare();
    expressions.services().watcher().member(receiver.type(), name.text());
    var known = new TreeSet<>(fields.names(bare));
    for (Signature signature : expressions.services().signatures().all()) {
      if (CallTyping.bindReceiver(signature, bare).isPresent()) {
        known.add(signature.name());
      }
    }
    switch (bare) {
      case ObjectType object -> {
        var schema = expressions.services().schema();
        String place = "%s (Kubernetes %s)".formatted(schemaName(object), schema.version());
        var why = schema.whyMissing(object, name.text());
        expressions.report(
            TypeDiagnostics.unknownField(
                name,
                object.name(),
                why.isPresent() ? Set.of() : known,
                why.map(words -> place + "; " + words).orElse(place)));
      }
      case Type.RecordType record ->
          expressions.report(
              TypeDiagnostics.unknownField(
                  name, dev.taffrail.compiler.type.TypePrinter.print(record), known, ""));
      default -> expressions.report(TypeDiagnostics.noMember(name, bare, known));
    }
    return ExpressionChecker.unknown(span);
  }

  /** {@code core/v1 Container}: group and version of a definition id. */
  static String schemaName(ObjectType type) {
    if (type.id().indexOf(' ') >= 0) {
      // A part of a custom resource, whose id has this form already.
      return type.id();
    }
    return type.kind()
        .map(k -> k.identity().toString())
        .orElseGet(
            () -> {
              String[] parts = type.id().split("\\.");
              return parts.length < 3
                  ? type.name()
                  : parts[parts.length - 3] + "/" + parts[parts.length - 2] + " " + type.name();
            });
  }

  IrExpr methodCall(Expr.MethodCall call, Context context) {
    var function = qualified.function(call, context);
    if (function.isPresent()) {
      return calls.function(
          call.span(), function.get(), Optional.empty(), call.arguments(), context);
    }
    var builtinOfModule = qualified.builtin(call, calls, context);
    if (builtinOfModule.isPresent()) {
      return builtinOfModule.get();
    }
    if (call.receiver() instanceof Expr.Name name
        && name.name().equals("kubernetes")
        && call.name().text().equals("serves")
        && context.scope().find("kubernetes").isEmpty()) {
      return calls.inventory(call, context);
    }
    var others = indexes.others(call, context);
    if (others.isPresent()) {
      return others.get();
    }
    IrExpr receiver = expressions.infer(call.receiver(), context);
    if (receiver.type().isUnknown()) {
      call.arguments().forEach(a -> expressions.infer(a.value(), context));
      return ExpressionChecker.unknown(call.span());
    }
    var resolved = composed.resolve(call, receiver, context);
    if (resolved.isPresent()) {
      return resolved.get();
    }
    var builtin = find(receiver, call.name().text());
    if (builtin.isPresent() && builtin.get().signature().method()) {
      return calls.builtin(
          call.span(),
          builtin.get().signature(),
          Optional.of(builtin.get().receiver()),
          builtin.get().bindings(),
          call.arguments(),
          context);
    }
    var visible = qualified.functionOn(receiver.type(), call.name().text(), context);
    if (visible.isPresent()) {
      return calls.function(
          call.span(), visible.get(), Optional.of(receiver), call.arguments(), context);
    }
    if (builtin.isPresent()) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0102,
                  call.name().span(),
                  "`%s` is a member, written without parentheses".formatted(call.name()))
              .help("Signature: " + builtin.get().signature()));
      return ExpressionChecker.unknown(call.span());
    }
    call.arguments().forEach(a -> expressions.infer(a.value(), context));
    return unknownMember(call.span(), receiver, call.name(), context);
  }

  IrExpr index(Expr.Index index, Context context) {
    return indexes.entry(index, context).orElseGet(() -> element(index, context));
  }

  private IrExpr element(Expr.Index index, Context context) {
    IrExpr receiver = expressions.infer(index.receiver(), context);
    Span span = index.span();
    return switch (receiver.type().bare()) {
      case Type.ListOf list ->
          new IrExpr.Index(
              span,
              Type.optional(list.element()),
              receiver,
              expressions.expect(index.index(), context, Scalar.INT));
      case Type.MapOf map ->
          new IrExpr.Index(
              span,
              Type.optional(map.value()),
              receiver,
              expressions.expect(index.index(), context, map.key()));
      case Scalar scalar when scalar == Scalar.JSON -> jsonIndex(index, receiver, context);
      case Scalar scalar when scalar == Scalar.UNKNOWN -> {
        expressions.infer(index.index(), context);
        yield ExpressionChecker.unknown(span);
      }
      default -> {
        expressions.report(
            Diagnostic.of(
                    DiagnosticCode.E0104,
                    receiver.span(),
                    "brackets work on lists and maps, but this is %s"
                        .formatted(TypeDiagnostics.article(receiver.type())))
                .label(
                    "this is `%s`"
                        .formatted(dev.taffrail.compiler.type.TypePrinter.print(receiver.type()))));
        yield ExpressionChecker.unknown(span);
      }
    };
  }

  private IrExpr jsonIndex(Expr.Index index, IrExpr receiver, Context context) {
    if (index.index() instanceof Expr.StringLiteral string && string.plainText().isPresent()) {
      return new IrExpr.ReadJson(
          index.span(), Type.optional(Scalar.JSON), receiver, string.plainText().get());
    }
    IrExpr at = expressions.present(index.index(), context, Scalar.INT);
    if (!Set.of(Scalar.INT, Scalar.STRING, Scalar.UNKNOWN).contains(at.type().bare())) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0104,
                  at.span(),
                  "data is read by a number or by a key, but this is %s"
                      .formatted(TypeDiagnostics.article(at.type())))
              .label("this is neither a whole number nor text"));
    }
    return new IrExpr.Index(index.span(), Type.optional(Scalar.JSON), receiver, at);
  }

  /** A constant for the key of a map read like a field. */
  static IrExpr key(Ident name) {
    return ExpressionChecker.constant(name.span(), Scalar.STRING, new Value.Text(name.text()));
  }
}
