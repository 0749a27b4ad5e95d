package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.runtime.inventory.ObjectKey;
import dev.taffrail.runtime.read.Absence;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.value.BytesValue;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.JsonValue;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.RangeValue;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What expressions mean.
 *
 * <p>Strict from left to right; {@code and or implies if ??}, {@code match} and quantifiers look
 * only as far as they must. {@link Missing} and {@link EvaluationError} end everything up to the
 * check: nothing absorbs them.
 */
final class ExpressionInterpreter {
  private final Environment environment;
  private final ComprehensionInterpreter comprehensions;
  private final Operations operations;
  private final Updates updates;

  ExpressionInterpreter(Environment environment) {
    this.environment = environment;
    this.comprehensions = new ComprehensionInterpreter(this);
    this.operations = new Operations();
    this.updates = new Updates(this);
  }

  Environment environment() {
    return environment;
  }

  boolean isTrue(IrExpr condition, Frame frame) {
    return evaluate(condition, frame) == Value.Bool.TRUE;
  }

  Value evaluate(IrExpr expression, Frame frame) {
    frame.budget.spend();
    return switch (expression) {
      case IrExpr.Constant e -> e.value();
      case IrExpr.Local e -> frame.get(e.slot(), this);
      case IrExpr.Parameter e -> environment.parameter(e.id());
      case IrExpr.AsOf e -> {
        frame.lookups.add(new Lookup.Moment());
        yield environment.asOf();
      }
      case IrExpr.ClusterRanges e -> environment.ranges(e.of());
      case IrExpr.ModuleValue e -> environment.moduleValue(e.id(), this, frame.lookups);
      case IrExpr.ReadField e -> readField(e, evaluate(e.receiver(), frame), frame);
      case IrExpr.KindMember e -> KindMembers.read(evaluate(e.receiver(), frame), e.property());
      case IrExpr.ReadRecord e -> readRecord(evaluate(e.receiver(), frame), e.name(), e.type());
      case IrExpr.ReadJson e -> JsonReading.field(evaluate(e.receiver(), frame), e.name());
      case IrExpr.Index e -> index(e, frame);
      case IrExpr.CallBuiltin e -> callBuiltin(e, frame);
      case IrExpr.CallFunction e -> callFunction(e, frame);
      case IrExpr.CallExternal e -> ask(e, frame);
      case IrExpr.Must e -> must(e, frame);
      case IrExpr.Coalesce e -> {
        Value left = evaluate(e.left(), frame);
        frame.budget.observer().answered(e, !left.isAbsent());
        yield left.isAbsent() ? evaluate(e.right(), frame) : left;
      }
      case IrExpr.Narrowed e -> narrowed(e, evaluate(e.operand(), frame));
      case IrExpr.IsSet e -> {
        boolean set = isSet(e.operand(), frame);
        frame.budget.observer().answered(e, set);
        yield Value.Bool.of(set == e.set());
      }
      case IrExpr.IsEmpty e -> Value.Bool.of(isEmpty(evaluate(e.operand(), frame)) == e.empty());
      case IrExpr.IsType e -> Value.Bool.of(TypeTests.is(evaluate(e.operand(), frame), e.tested()));
      case IrExpr.Not e -> Value.Bool.of(!isTrue(e.operand(), frame));
      case IrExpr.Logic e -> Value.Bool.of(logic(e, frame));
      case IrExpr.If e ->
          evaluate(isTrue(e.condition(), frame) ? e.thenValue() : e.elseValue(), frame);
      case IrExpr.Compare e ->
          Value.Bool.of(
              operations.compare(
                  e.comparison(), evaluate(e.left(), frame), evaluate(e.right(), frame)));
      case IrExpr.In e -> {
        Value element = evaluate(e.element(), frame);
        yield Value.Bool.of(
            operations.isIn(element, evaluate(e.collection(), frame)) != e.negated());
      }
      case IrExpr.TextTest e ->
          Value.Bool.of(
              operations.text(e.operator(), evaluate(e.left(), frame), evaluate(e.right(), frame)));
      case IrExpr.Arithmetic e ->
          operations.arithmetic(
              e.operator(), evaluate(e.left(), frame), evaluate(e.right(), frame), e.type());
      case IrExpr.Negate e -> operations.negate(evaluate(e.operand(), frame));
      case IrExpr.Range e -> new RangeValue(evaluate(e.low(), frame), evaluate(e.high(), frame));
      case IrExpr.Collection e -> collection(e, frame);
      case IrExpr.MapOf e -> {
        var entries = new LinkedHashMap<Value, Value>();
        for (IrExpr.MapEntry entry : e.entries()) {
          entries.put(evaluate(entry.key(), frame), evaluate(entry.value(), frame));
        }
        yield MapValue.of(entries);
      }
      case IrExpr.RecordOf e -> record(e, frame);
      case IrExpr.Interpolation e -> operations.join(evaluateAll(e.parts(), frame));
      case IrExpr.Comprehension e -> comprehensions.evaluate(e, frame);
      case IrExpr.Match e -> match(e, frame);
      case IrExpr.Convert e ->
          Conversions.convert(
              evaluate(e.operand(), frame), e.type().bare(), e.optional(), environment);
      case IrExpr.Update e -> updates.update(e, frame);
      case IrExpr.LookUp e -> lookUp(e, frame);
      case IrExpr.ObjectsOf e -> {
        frame.lookups.add(new Lookup.Every(e.source()));
        yield Snapshot.list(environment.snapshot().objects(e.source()));
      }
      case IrExpr.FindObject e -> findObject(e, frame);
      case IrExpr.FindAny e ->
          found(
              environment
                  .snapshot()
                  .keyOf(
                      Operations.textOf(evaluate(e.apiVersion(), frame)),
                      Operations.textOf(evaluate(e.kind(), frame)),
                      Operations.textOf(evaluate(e.namespace(), frame)),
                      Operations.textOf(evaluate(e.name(), frame))),
              frame);
      case IrExpr.ReferencesOf e ->
          evaluate(e.object(), frame) instanceof ObjectValue holder
              ? environment.snapshot().references(holder)
              : ListValue.EMPTY;
      case IrExpr.ReferrersOf e -> {
        frame.lookups.add(new Lookup.Every(e.source()));
        yield evaluate(e.object(), frame) instanceof ObjectValue named
            ? environment.snapshot().referrers(named, e.source())
            : ListValue.EMPTY;
      }
      case IrExpr.KindsAre e -> {
        frame.lookups.add(new Lookup.Kinds(e.source(), e.state()));
        yield Value.Bool.of(environment.snapshot().are(e.source(), e.state()));
      }
      case IrExpr.Adapt e -> operations.adapt(evaluate(e.operand(), frame), e.type());
    };
  }

  private Value lookUp(IrExpr.LookUp e, Frame frame) {
    Value key = evaluate(e.key(), frame);
    frame.lookups.add(new Lookup.Entry(e.index(), key));
    var found = environment.index(e.index(), this).get(key);
    return Snapshot.list(e.others() ? Snapshot.without(found, frame.judged()) : found);
  }

  private Value findObject(IrExpr.FindObject e, Frame frame) {
    Value namespace =
        e.namespace().isPresent() ? evaluate(e.namespace().get(), frame) : new Value.Text("");
    Value name = evaluate(e.name(), frame);
    return namespace.isAbsent() || name.isAbsent()
        ? Value.absent()
        : found(
            Snapshot.keyOf(e.kind(), Operations.textOf(namespace), Operations.textOf(name)), frame);
  }

  private Value found(ObjectKey key, Frame frame) {
    frame.lookups.add(new Lookup.One(key));
    return environment.snapshot().find(key);
  }

  private List<Value> evaluateAll(List<IrExpr> expressions, Frame frame) {
    var values = new ArrayList<Value>(expressions.size());
    for (IrExpr expression : expressions) {
      values.add(evaluate(expression, frame));
    }
    return values;
  }

  private Value readField(IrExpr.ReadField read, Value receiver, Frame frame) {
    Field field = fieldFor(read, receiver);
    Observer observer = frame.budget.observer();
    if (observer != Observer.NONE) {
      boolean written =
          receiver instanceof ObjectValue holder && FieldReader.isWritten(holder, field);
      observer.answered(read, written);
    }
    if (receiver instanceof ObjectValue holder) {
      return environment.calls().reader().read(holder, field);
    }
    return environment.calls().reader().readAbsent(field, read.emptyWhenAbsent());
  }

  /** The field of the type the receiver turned out to have. */
  static Field fieldFor(IrExpr.ReadField read, Value receiver) {
    if (read.fields().size() > 1 && receiver instanceof ObjectValue holder) {
      for (IrExpr.HolderField candidate : read.fields()) {
        if (candidate.holder().equals(holder.shape())) {
          return candidate.field();
        }
      }
    }
    return read.fields().get(0).field();
  }

  /** Behind a record that is not there, lists and maps are empty and the rest is missing. */
  static Value readRecord(Value receiver, String name, Type type) {
    return receiver instanceof RecordValue record ? record.get(name) : Absence.of(type);
  }

  private Value index(IrExpr.Index e, Frame frame) {
    Value receiver = evaluate(e.receiver(), frame);
    return index(receiver, evaluate(e.index(), frame), e.type());
  }

  static Value index(Value receiver, Value index, Type type) {
    return switch (receiver) {
      case ListValue list -> element(list.elements(), ((Value.Int) index).value());
      case MapValue map -> mapEntry(map, index, type);
      case JsonValue json -> JsonReading.at(json, index);
      default -> Value.absent();
    };
  }

  private static Value mapEntry(MapValue map, Value key, Type type) {
    Value found = map.get(key);
    if (!found.isAbsent()) {
      return found;
    }
    return Absence.of(type);
  }

  private static Value element(List<Value> elements, long index) {
    return index >= 0 && index < elements.size() ? elements.get((int) index) : Value.absent();
  }

  /** Data without a schema that was tested for a type is read as a value of it. */
  private Value narrowed(IrExpr.Narrowed expression, Value value) {
    boolean typed = !expression.type().bare().equals(Type.Scalar.JSON);
    return typed && value instanceof JsonValue
        ? Conversions.convert(value, expression.type().bare(), false, environment)
        : value;
  }

  private Value callBuiltin(IrExpr.CallBuiltin call, Frame frame) {
    var arguments = new ArrayList<Value>(call.arguments().size());
    for (int i = 0; i < call.arguments().size(); i++) {
      Value argument = evaluate(call.arguments().get(i), frame);
      boolean receiver = i == 0 && call.signature().receiver().isPresent();
      if (receiver && argument.isAbsent() && !call.signature().receiver().get().isOptional()) {
        return Absence.of(call.type());
      }
      arguments.add(argument);
    }
    var builtin = environment.builtins().builtin(call.signature());
    try {
      return builtin.code().call(arguments, environment.calls());
    } catch (EvaluationError e) {
      throw Places.of(call.arguments(), frame, this).map(e::at).orElse(e);
    }
  }

  private Value ask(IrExpr.CallExternal call, Frame frame) {
    var question = environment.question(call.function(), evaluateAll(call.arguments(), frame));
    frame.lookups.add(new Lookup.Asked(question));
    try {
      return environment.answers().of(question);
    } catch (EvaluationError e) {
      throw Places.of(call.arguments(), frame, this).map(e::at).orElse(e);
    }
  }

  private Value callFunction(IrExpr.CallFunction call, Frame frame) {
    IrFunction function = environment.function(call.function());
    List<Value> arguments = evaluateAll(call.arguments(), frame);
    return environment.isKept(function, arguments)
        ? environment.kept(function, arguments, this, frame.lookups)
        : evaluate(function.body(), enter(function, call, arguments, frame));
  }

  /** A frame for the body of a called function. */
  Frame enter(IrFunction function, IrExpr.CallFunction call, Frame frame) {
    return enter(function, call, evaluateAll(call.arguments(), frame), frame);
  }

  private Frame enter(
      IrFunction function, IrExpr.CallFunction call, List<Value> arguments, Frame frame) {
    var inner = frame.inner(function.frameSize());
    for (int i = 0; i < arguments.size(); i++) {
      inner.set(i, arguments.get(i), Places.of(call.arguments().get(i), frame, this));
    }
    for (IrStatement.Let let : function.lets()) {
      inner.setLazy(let.slot(), let.value());
    }
    return inner;
  }

  private Value must(IrExpr.Must must, Frame frame) {
    Value value = evaluate(must.operand(), frame);
    boolean written = must.operand().type().isOptional() || isSet(must.operand(), frame);
    frame.budget.observer().answered(must, written && !value.isAbsent());
    if (value.isAbsent() || !written) {
      throw new Missing(Places.of(must.operand(), frame, this), must.operand().span().text());
    }
    return value;
  }

  private boolean isSet(IrExpr operand, Frame frame) {
    if (operand instanceof IrExpr.ReadField read) {
      Value receiver = evaluate(read.receiver(), frame);
      return receiver instanceof ObjectValue holder
          && FieldReader.isWritten(holder, fieldFor(read, receiver));
    }
    if (operand instanceof IrExpr.Index index
        && evaluate(index.receiver(), frame) instanceof MapValue map) {
      return map.entries().containsKey(evaluate(index.index(), frame));
    }
    return !evaluate(operand, frame).isAbsent();
  }

  static boolean isEmpty(Value value) {
    return switch (value) {
      case ListValue list -> list.elements().isEmpty();
      case SetValue set -> set.elements().isEmpty();
      case MapValue map -> map.entries().isEmpty();
      case Value.Text text -> text.value().isEmpty();
      case BytesValue bytes -> bytes.bytes().length == 0;
      default -> value.isAbsent();
    };
  }

  private boolean logic(IrExpr.Logic e, Frame frame) {
    boolean left = isTrue(e.left(), frame);
    return switch (e.connective()) {
      case AND -> left && isTrue(e.right(), frame);
      case OR -> left || isTrue(e.right(), frame);
      case IMPLIES -> !left || isTrue(e.right(), frame);
    };
  }

  private Value collection(IrExpr.Collection e, Frame frame) {
    List<Value> elements = evaluateAll(e.elements(), frame);
    return e.type() instanceof Type.SetOf ? SetValue.of(elements) : ListValue.of(elements);
  }

  private Value record(IrExpr.RecordOf e, Frame frame) {
    var fields = new LinkedHashMap<String, Value>();
    for (Type.RecordField field : e.type().fields()) {
      fields.put(field.name(), field.defaultValue().orElse(Absence.of(field.type())));
    }
    for (IrExpr spread : e.spreads()) {
      if (evaluate(spread, frame) instanceof RecordValue base) {
        base.fields().forEach((name, value) -> fields.computeIfPresent(name, (n, v) -> value));
      }
    }
    for (IrExpr.FieldValue field : e.fields()) {
      Value value = evaluate(field.value(), frame);
      if (!value.isAbsent() || fields.get(field.name()) == null) {
        fields.put(field.name(), value);
      }
    }
    return new RecordValue(fields, Places.ofFields(e, frame, this));
  }

  private Value match(IrExpr.Match e, Frame frame) {
    Value subject = evaluate(e.subject(), frame);
    for (IrExpr.IrArm arm : e.arms()) {
      if (arm.wildcard() || arm.constants().contains(subject)) {
        return evaluate(arm.value(), frame);
      }
    }
    throw new EvaluationError(
        ErrorCode.WRONG_SHAPE,
        "no case of `match` takes %s".formatted(dev.taffrail.value.ValuePrinter.literal(subject)),
        Places.of(e.subject(), frame, this));
  }
}
