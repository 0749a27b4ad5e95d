package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Calls of functions, by name or through a dot. */
final class CallTyping {
  private final ExpressionChecker expressions;
  private final InventoryTyping inventory;

  /**
   * A call where {@code !} is forbidden, to be looked at when the effects of functions are known.
   */
  record DeferredMust(GlobalId function, Span call, String word) {}

  CallTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
    this.inventory = new InventoryTyping(expressions);
  }

  IrExpr call(Expr.Call call, Context context) {
    var signature =
        expressions.services().globals().function(context.module(), call.function().text());
    if (signature.isPresent()) {
      return function(call.span(), signature.get(), Optional.empty(), call.arguments(), context);
    }
    if (InventoryTyping.WORDS.contains(call.function().text())) {
      return inventory.call(call.span(), call.function(), call.arguments(), context);
    }
    if (call.function().text().equals(AdmissionTyping.CHANGED)) {
      return new AdmissionTyping(expressions).changed(call, context);
    }
    var builtins = expressions.services().signatures().functions(call.function().text());
    if (!builtins.isEmpty()) {
      return builtin(
          call.span(), builtins.get(0), Optional.empty(), Map.of(), call.arguments(), context);
    }
    expressions.report(TypeDiagnostics.unknownFunction(call.function(), visibleFunctions(context)));
    call.arguments().forEach(a -> expressions.infer(a.value(), context));
    return ExpressionChecker.unknown(call.span());
  }

  /** {@code kubernetes.serves(Kind)}, the longer way to write {@code serves(Kind)}. */
  IrExpr inventory(Expr.MethodCall call, Context context) {
    return inventory.call(call.span(), call.name(), call.arguments(), context);
  }

  private TreeSet<String> visibleFunctions(Context context) {
    var known = new TreeSet<String>();
    expressions
        .services()
        .names()
        .module(context.module())
        .ifPresent(m -> known.addAll(m.values().keySet()));
    expressions.services().signatures().all().stream()
        .filter(s -> s.receiver().isEmpty() && !s.name().contains("."))
        .forEach(s -> known.add(s.name()));
    known.addAll(InventoryTyping.WORDS);
    return known;
  }

  /** A call of a function of policy code; the receiver, if any, is its first argument. */
  IrExpr function(
      Span span,
      FunctionSignature signature,
      Optional<IrExpr> receiver,
      List<Expr.Argument> written,
      Context context) {
    var slots = new IrExpr[signature.types().size()];
    int next = 0;
    if (receiver.isPresent()) {
      if (slots.length == 0) {
        expressions.report(
            TypeDiagnostics.argumentCount(span, signature.id().name(), 0, written.size() + 1));
        return ExpressionChecker.unknown(span);
      }
      slots[next++] = expressions.fit(receiver.get(), context, signature.types().get(0));
    }
    for (Expr.Argument argument : written) {
      int at =
          argument.name().isPresent()
              ? signature.names().indexOf(argument.name().get().text())
              : next++;
      if (argument.name().isPresent() && at < 0) {
        unknownArgument(argument.name().get(), signature.id().name(), signature.names());
        continue;
      }
      if (at >= slots.length) {
        expressions.infer(argument.value(), context);
        continue;
      }
      if (slots[at] != null) {
        expressions.report(
            Diagnostic.of(
                DiagnosticCode.E0119,
                argument.span(),
                "argument `%s` is given twice".formatted(signature.names().get(at))));
      }
      slots[at] = expressions.expect(argument.value(), context, signature.types().get(at));
    }
    int given = written.size() + (receiver.isPresent() ? 1 : 0);
    var arguments = new ArrayList<IrExpr>();
    for (IrExpr slot : slots) {
      if (slot != null) {
        arguments.add(slot);
      }
    }
    if (given != slots.length || arguments.size() != slots.length) {
      if (given != slots.length) {
        expressions.report(
            TypeDiagnostics.argumentCount(span, signature.id().name(), slots.length, given)
                .related(signature.span(), "declared here"));
      }
      return ExpressionChecker.unknown(span);
    }
    if (signature.external()) {
      return new IrExpr.CallExternal(span, signature.result(), signature.id(), arguments);
    }
    if (context.noMust().isPresent() && !context.lenient()) {
      expressions
          .deferredMusts()
          .add(new DeferredMust(signature.id(), span, context.noMust().get()));
    }
    return new IrExpr.CallFunction(span, signature.result(), signature.id(), arguments);
  }

  private void unknownArgument(Ident name, String function, List<String> names) {
    expressions.report(
        Diagnostic.of(
                DiagnosticCode.E0119,
                name.span(),
                "`%s` has no parameter `%s`".formatted(function, name))
            .help("Parameters: " + String.join(", ", names) + "."));
  }

  /** The arguments in the order of the parameters; a name that is wrong or doubled is reported. */
  private Optional<List<Expr.Argument>> inOrder(Signature signature, List<Expr.Argument> written) {
    var names = signature.parameters().stream().map(Signature.Parameter::name).toList();
    var slots = new TreeMap<Integer, Expr.Argument>();
    for (int i = 0; i < written.size(); i++) {
      Expr.Argument argument = written.get(i);
      int at = argument.name().map(name -> names.indexOf(name.text())).orElse(i);
      if (at < 0) {
        unknownArgument(argument.name().orElseThrow(), signature.name(), names);
        return Optional.empty();
      }
      if (slots.put(at, argument) != null) {
        expressions.report(
            Diagnostic.of(
                DiagnosticCode.E0119,
                argument.span(),
                "argument `%s` is given twice".formatted(names.get(at))));
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(slots.values()));
  }

  /** The binding of type variables if the receiver type fits a signature. */
  static Optional<Map<String, Type>> bindReceiver(Signature signature, Type receiver) {
    var bindings = new HashMap<String, Type>();
    return signature.receiver().isPresent() && bind(signature.receiver().get(), receiver, bindings)
        ? Optional.of(bindings)
        : Optional.empty();
  }

  private static boolean bind(Type pattern, Type actual, Map<String, Type> bindings) {
    if (actual.isUnknown()) {
      return true;
    }
    return switch (pattern) {
      case Type.Variable variable -> {
        Type bound = bindings.putIfAbsent(variable.name(), actual);
        yield bound == null
            || bound.isUnknown()
            || Assignability.fits(actual, bound)
            || Assignability.fits(bound, actual);
      }
      case Type.ListOf list ->
          actual instanceof Type.ListOf a && bind(list.element(), a.element(), bindings);
      case Type.SetOf set ->
          actual instanceof Type.SetOf a && bind(set.element(), a.element(), bindings);
      case Type.MapOf map ->
          actual instanceof Type.MapOf a
              && bind(map.key(), a.key(), bindings)
              && bind(map.value(), a.value(), bindings);
      case Type.OptionalOf optional -> bind(optional.type(), actual.bare(), bindings);
      default -> Assignability.fits(actual, pattern);
    };
  }

  static Type substitute(Type type, Map<String, Type> bindings) {
    return switch (type) {
      case Type.Variable variable -> bindings.getOrDefault(variable.name(), Scalar.UNKNOWN);
      case Type.ListOf list -> new Type.ListOf(substitute(list.element(), bindings));
      case Type.SetOf set -> new Type.SetOf(substitute(set.element(), bindings));
      case Type.MapOf map ->
          new Type.MapOf(
              substitute(map.key(), bindings), substitute(map.value(), bindings), map.resources());
      case Type.OptionalOf optional -> Type.optional(substitute(optional.type(), bindings));
      case Type.RecordType record ->
          new Type.RecordType(
              record.name(),
              record.fields().stream()
                  .map(
                      f ->
                          new Type.RecordField(
                              f.name(),
                              substitute(f.type(), bindings),
                              f.optional(),
                              f.defaultValue()))
                  .toList());
      default -> type;
    };
  }

  /**
   * A call of a built-in whose receiver is typed already; an optional receiver gives an optional
   * result.
   */
  IrExpr builtin(
      Span span,
      Signature signature,
      Optional<IrExpr> receiver,
      Map<String, Type> bound,
      List<Expr.Argument> written,
      Context context) {
    if (written.size() != signature.parameters().size()) {
      expressions.report(
          TypeDiagnostics.argumentCount(
                  span, signature.name(), signature.parameters().size(), written.size())
              .help("Signature: " + signature));
      return ExpressionChecker.unknown(span);
    }
    var ordered = inOrder(signature, written);
    if (ordered.isEmpty()) {
      return ExpressionChecker.unknown(span);
    }
    var bindings = new HashMap<>(bound);
    var arguments = new ArrayList<IrExpr>();
    receiver.ifPresent(arguments::add);
    for (int i = 0; i < written.size(); i++) {
      Type declared = signature.parameters().get(i).type();
      arguments.add(argument(ordered.get().get(i).value(), declared, bindings, context));
    }
    LiteralDepth.check(signature, arguments, expressions);
    Type result = substitute(signature.result(), bindings);
    Type type =
        receiver.isPresent() && receiver.get().type().isOptional() ? Type.optional(result) : result;
    return new IrExpr.CallBuiltin(span, type, signature, arguments);
  }

  private IrExpr argument(
      Expr written, Type declared, Map<String, Type> bindings, Context context) {
    Type wanted = substitute(declared, bindings);
    IrExpr found = expressions.check(written, context, wanted);
    if (!declared.isOptional()) {
      found = expressions.present(found, context);
    }
    found = listOrSet(found, wanted);
    bind(declared, found.type(), bindings);
    return expressions.fit(found, context, substitute(declared, bindings));
  }

  /** Built-ins take a list where they want a set, and the reverse. */
  static IrExpr listOrSet(IrExpr found, Type wanted) {
    if (wanted instanceof Type.SetOf && found.type() instanceof Type.ListOf list) {
      return new IrExpr.Adapt(found.span(), new Type.SetOf(list.element()), found);
    }
    if (wanted instanceof Type.ListOf && found.type() instanceof Type.SetOf set) {
      return new IrExpr.Adapt(found.span(), new Type.ListOf(set.element()), found);
    }
    return found;
  }
}
