package dev.taffrail.compiler.cost;

import dev.taffrail.compiler.ir.IrClause;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.util.List;
import java.util.stream.Collectors;

/** How many elements the value of an expression has at most. */
final class Sizes {
  private final IrProgram program;

  Sizes(IrProgram program) {
    this.program = program;
  }

  Polynomial of(IrExpr collection, Bindings names) {
    return switch (collection) {
      case IrExpr.Constant e -> ofConstant(e.value());
      case IrExpr.Local e -> names.find(e.slot()).orElseGet(() -> object(e.name()));
      case IrExpr.Parameter e -> object(e.id().name());
      case IrExpr.ModuleValue e -> ofFunction(program.value(e.id()), Bindings.NONE);
      case IrExpr.ReadField e -> object(e.name());
      case IrExpr.ReadRecord e -> object(e.name());
      case IrExpr.ReadJson e -> object(e.name());
      case IrExpr.KindMember e -> object(e.property().word());
      case IrExpr.Index e -> of(e.receiver(), names);
      case IrExpr.CallBuiltin e -> ofBuiltin(e, names);
      case IrExpr.CallFunction e ->
          ofFunction(program.function(e.function()), arguments(e.arguments(), names));
      case IrExpr.CallExternal e -> object(e.function().name());
      case IrExpr.LookUp e -> Polynomial.of(new Size(Dimension.INDEX, e.index().name()));
      case IrExpr.ObjectsOf e -> Polynomial.of(new Size(Dimension.CLUSTER, kinds(e.source())));
      case IrExpr.Must e -> of(e.operand(), names);
      case IrExpr.Narrowed e -> of(e.operand(), names);
      case IrExpr.Convert e -> of(e.operand(), names);
      case IrExpr.Adapt e -> of(e.operand(), names);
      case IrExpr.Update e -> of(e.base(), names);
      case IrExpr.Coalesce e -> of(e.left(), names).plus(of(e.right(), names));
      case IrExpr.If e -> of(e.thenValue(), names).plus(of(e.elseValue(), names));
      case IrExpr.Match e ->
          e.arms().stream()
              .map(arm -> of(arm.value(), names))
              .reduce(Polynomial.ZERO, Polynomial::plus);
      case IrExpr.Arithmetic e ->
          e.operator() == IrExpr.ArithmeticOperator.PLUS
              ? of(e.left(), names).plus(of(e.right(), names))
              : of(e.left(), names);
      case IrExpr.Collection e -> Polynomial.constant(e.elements().size());
      case IrExpr.MapOf e -> Polynomial.constant(e.entries().size());
      case IrExpr.Range e -> ofRange(e);
      case IrExpr.Comprehension e -> ofComprehension(e, names);
      // the rest has no elements
      case IrExpr.FindObject e -> Polynomial.ONE;
      case IrExpr.FindAny e -> Polynomial.ONE;
      case IrExpr.ReferencesOf e -> Polynomial.of(new Size(Dimension.OBJECT, "references"));
      case IrExpr.ReferrersOf e -> Polynomial.of(new Size(Dimension.INDEX, "referrers"));
      case IrExpr.AsOf e -> Polynomial.ONE;
      case IrExpr.ClusterRanges e -> Polynomial.of(new Size(Dimension.OBJECT, e.of().word()));
      case IrExpr.RecordOf e -> Polynomial.ONE;
      case IrExpr.Interpolation e -> Polynomial.ONE;
      case IrExpr.KindsAre e -> Polynomial.ONE;
      case IrExpr.IsSet e -> Polynomial.ONE;
      case IrExpr.IsEmpty e -> Polynomial.ONE;
      case IrExpr.IsType e -> Polynomial.ONE;
      case IrExpr.Not e -> Polynomial.ONE;
      case IrExpr.Logic e -> Polynomial.ONE;
      case IrExpr.Compare e -> Polynomial.ONE;
      case IrExpr.In e -> Polynomial.ONE;
      case IrExpr.TextTest e -> Polynomial.ONE;
      case IrExpr.Negate e -> Polynomial.ONE;
    };
  }

  private static Polynomial object(String name) {
    return Polynomial.of(new Size(Dimension.OBJECT, name));
  }

  private static Polynomial ofConstant(Value value) {
    return switch (value) {
      case ListValue list -> Polynomial.constant(list.elements().size());
      case SetValue set -> Polynomial.constant(set.elements().size());
      case MapValue map -> Polynomial.constant(map.entries().size());
      default -> Polynomial.ONE;
    };
  }

  /**
   * A built-in keeps, drops or reorders elements of the collection it is called on, or makes one.
   */
  private Polynomial ofBuiltin(IrExpr.CallBuiltin call, Bindings names) {
    boolean onCollection =
        call.signature().receiver().isPresent() && isCollection(call.signature().receiver().get());
    if (!onCollection) {
      return object(call.signature().name());
    }
    return call.signature().name().equals("flatten")
        ? of(call.arguments().get(0), names).times(object("elements"))
        : of(call.arguments().get(0), names);
  }

  private static boolean isCollection(Type type) {
    return type instanceof Type.ListOf || type instanceof Type.SetOf || type instanceof Type.MapOf;
  }

  /** The names of a function that is called with these arguments. */
  Bindings arguments(List<IrExpr> arguments, Bindings names) {
    Bindings inner = Bindings.NONE;
    for (int i = 0; i < arguments.size(); i++) {
      if (isCollection(arguments.get(i).type())) {
        inner = inner.with(i, of(arguments.get(i), names));
      }
    }
    return inner;
  }

  /** The names behind a let. */
  Bindings behind(IrStatement.Let let, Bindings names) {
    return behind(let.slot(), let.value(), names);
  }

  private Bindings behind(int slot, IrExpr value, Bindings names) {
    return isCollection(value.type()) ? names.with(slot, of(value, names)) : names;
  }

  /** The names behind a clause of a comprehension. */
  Bindings behind(IrClause.Binding binding, Bindings names) {
    return behind(binding.slot(), binding.value(), names);
  }

  private Polynomial ofFunction(IrFunction function, Bindings arguments) {
    Bindings names = arguments;
    for (IrStatement.Let let : function.lets()) {
      names = behind(let, names);
    }
    return of(function.body(), names);
  }

  private static Polynomial ofRange(IrExpr.Range range) {
    return range.low() instanceof IrExpr.Constant low
            && range.high() instanceof IrExpr.Constant high
            && low.value() instanceof Value.Int from
            && high.value() instanceof Value.Int to
        ? Polynomial.constant(Math.max(0, to.value() - from.value() + 1))
        : object("range");
  }

  private Polynomial ofComprehension(IrExpr.Comprehension e, Bindings names) {
    Polynomial size = Polynomial.ONE;
    Bindings inner = names;
    for (IrClause clause : e.clauses()) {
      switch (clause) {
        case IrClause.Generator generator -> size = size.times(of(generator.source(), inner));
        case IrClause.Binding binding -> inner = behind(binding, inner);
      }
    }
    return isCollection(e.type()) ? size : Polynomial.ONE;
  }

  private static String kinds(IrPolicy.Target source) {
    return source.kinds().stream().map(ObjectType::name).collect(Collectors.joining(" "));
  }
}
