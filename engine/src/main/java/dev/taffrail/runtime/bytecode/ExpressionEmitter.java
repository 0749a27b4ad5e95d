package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.Value;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Writes code that leaves the value of an expression in a variable; absent and doubt are places to
 * go to.
 */
final class ExpressionEmitter {
  private static final String TYPE = "Ldev/taffrail/compiler/type/Type;";
  private static final String V = "Ldev/taffrail/value/Value;";

  private final Emission emission;

  ExpressionEmitter(Emission emission) {
    this.emission = emission;
  }

  /** A record as a tree. */
  Slot record(IrExpr expression, Scope scope, Label absent) {
    Slot slot = value(expression, scope, absent, false);
    if (slot.repr() == Repr.VALUE && expression.type().bare() instanceof ObjectType) {
      return emission.boxes.unboxed(slot, expression.type(), absent);
    }
    if (slot.repr() != Repr.RECORD) {
      throw new Unsupported("a field of an object of any kind");
    }
    return slot;
  }

  /**
   * The value of an expression.
   *
   * @param absent where to go without one
   * @param plain lists and maps are wanted as values, not as trees
   */
  Slot value(IrExpr expression, Scope scope, Label absent, boolean plain) {
    emission.checkSize();
    return switch (expression) {
      case IrExpr.Constant e -> constant(e.value(), e.type(), absent);
      case IrExpr.Parameter e -> constant(emission.known.value(e), e.type(), absent);
      case IrExpr.ModuleValue e -> constant(emission.known.value(e), e.type(), absent);
      case IrExpr.Local e -> local(e, scope, absent, plain);
      case IrExpr.ReadField e -> emission.reads.read(e, scope, absent, plain);
      case IrExpr.KindMember e -> kindMember(e, scope, absent);
      case IrExpr.ReadRecord e -> recordField(e, scope, absent);
      case IrExpr.ReadJson e -> jsonField(e, scope, absent);
      case IrExpr.Index e -> index(e, scope, absent);
      case IrExpr.CallBuiltin e -> emission.calls.builtin(e, scope, absent, plain);
      case IrExpr.CallFunction e -> emission.calls.function(e, scope, absent, plain);
      case IrExpr.Must e -> must(e, scope, plain);
      case IrExpr.Coalesce e -> coalesce(e, scope, absent);
      case IrExpr.Narrowed e -> narrowed(e, scope, plain);
      case IrExpr.If e -> choice(e, scope, absent);
      case IrExpr.Match e -> match(e, scope, absent);
      case IrExpr.Arithmetic e -> arithmetic(e, scope, absent);
      case IrExpr.Negate e -> {
        Slot operand = emission.boxes.boxed(e.operand(), scope);
        yield made(
            "negate", "(" + V + ")" + V, e.type(), absent, () -> emission.code.load(operand));
      }
      case IrExpr.Adapt e -> adapt(e, scope, absent);
      case IrExpr.Collection e -> collection(e, scope);
      case IrExpr.Interpolation e -> {
        Slot text = array(e.parts(), scope, "join");
        yield emission.boxes.unboxed(text, e.type(), absent);
      }
      case IrExpr.Comprehension e -> comprehension(e, scope, absent);
      case IrExpr.IsSet e -> truth(e, scope);
      case IrExpr.IsEmpty e -> truth(e, scope);
      case IrExpr.IsType e -> truth(e, scope);
      case IrExpr.Not e -> truth(e, scope);
      case IrExpr.Logic e -> truth(e, scope);
      case IrExpr.Compare e -> truth(e, scope);
      case IrExpr.In e -> truth(e, scope);
      case IrExpr.TextTest e -> truth(e, scope);
      case IrExpr.AsOf e -> throw new Unsupported("`asOf`");
      case IrExpr.ClusterRanges e -> throw new Unsupported("`kubernetes." + e.of().word() + "`");
      case IrExpr.CallExternal e -> throw new Unsupported("an external function");
      case IrExpr.Range e -> throw new Unsupported("a range");
      case IrExpr.MapOf e -> throw new Unsupported("a map that is written out");
      case IrExpr.RecordOf e -> throw new Unsupported("a record that is written out");
      case IrExpr.Convert e -> throw new Unsupported("`as`");
      case IrExpr.Update e -> throw new Unsupported("`with`");
      case IrExpr.LookUp e -> throw new Unsupported("an index");
      case IrExpr.ObjectsOf e -> throw new Unsupported("`cluster(…)`");
      case IrExpr.FindObject e -> throw new Unsupported("`object(…)`");
      case IrExpr.FindAny e -> throw new Unsupported("`objectOf(…)`");
      case IrExpr.KindsAre e -> throw new Unsupported("`complete(…)` or `serves(…)`");
      case IrExpr.ReferencesOf e -> throw new Unsupported("`references`");
      case IrExpr.ReferrersOf e -> throw new Unsupported("`referrers(…)`");
    };
  }

  private Slot constant(Value value, Type type, Label absent) {
    if (value.isAbsent()) {
      emission.code.go(absent);
      return emission.code.slot(Repr.of(type.bare()));
    }
    Repr repr = Repr.of(type.bare());
    return emission.constant(value, repr);
  }

  private Slot local(IrExpr.Local e, Scope scope, Label absent, boolean plain) {
    return switch (scope.get(e)) {
      case Scope.Binding.Held held -> held.slot();
      case Scope.Binding.Maybe maybe -> emission.boxes.unboxed(maybe.slot(), e.type(), absent);
      case Scope.Binding.Path path -> value(path.expression(), path.scope(), absent, plain);
      case Scope.Binding.Let let -> let(let, absent);
    };
  }

  private Slot let(Scope.Binding.Let let, Label absent) {
    var code = emission.code;
    var known = new Label();
    var missing = new Label();
    code.load(let.state());
    code.jump(Opcodes.IFNE, known);
    Slot value = value(let.expression(), let.scope(), missing, true);
    assign(value, let.value());
    code.number(1);
    code.store(let.state());
    code.go(known);
    code.at(missing);
    code.number(2);
    code.store(let.state());
    code.at(known);
    code.load(let.state());
    code.number(2);
    code.jump(Opcodes.IF_ICMPEQ, absent);
    return let.value().repr() == Repr.VALUE
        ? emission.boxes.unboxed(let.value(), let.expression().type(), absent)
        : let.value();
  }

  /** Binds a let: a path is read where it is used, anything else once. */
  Scope.Binding binding(IrExpr expression, Scope scope) {
    if (isPath(expression, scope)) {
      return new Scope.Binding.Path(expression, scope);
    }
    Repr repr = Repr.of(expression.type().bare());
    Slot state = emission.code.slot(Repr.BOOL);
    emission.code.number(0);
    emission.code.store(state);
    Slot value = emission.code.slot(repr == Repr.RECORD ? Repr.VALUE : repr);
    return new Scope.Binding.Let(expression, scope, state, value);
  }

  /** Binds the argument of a function or a name in a comprehension, which are evaluated at once. */
  Scope.Binding evaluated(IrExpr expression, Scope scope) {
    var code = emission.code;
    if (isPath(expression, scope)) {
      var done = new Label();
      value(expression, scope, done, false);
      code.at(done);
      return new Scope.Binding.Path(expression, scope);
    }
    if (expression.type().isOptional()) {
      return new Scope.Binding.Maybe(emission.boxes.boxed(expression, scope));
    }
    return new Scope.Binding.Held(value(expression, scope, code.doubt(), true));
  }

  static boolean isPath(IrExpr expression, Scope scope) {
    return switch (expression) {
      case IrExpr.Local e ->
          scope.has(e.slot())
              && (scope.get(e) instanceof Scope.Binding.Path
                  || scope.get(e) instanceof Scope.Binding.Held);
      case IrExpr.ReadField e -> isPath(e.receiver(), scope);
      case IrExpr.Narrowed e -> isPath(e.operand(), scope);
      case IrExpr.CallBuiltin e ->
          CallEmitter.isAllContainers(e) && isPath(e.arguments().get(0), scope);
      default -> false;
    };
  }

  private Slot kindMember(IrExpr.KindMember e, Scope scope, Label absent) {
    var code = emission.code;
    Slot receiver = emission.boxes.boxed(e.receiver(), scope);
    return made(
        "kindMember",
        "(" + V + "Ldev/taffrail/compiler/ir/IrExpr$KindProperty;)" + V,
        e.type(),
        absent,
        () -> {
          code.load(receiver);
          code.constant(e.property(), IrExpr.KindProperty.class);
        });
  }

  private Slot recordField(IrExpr.ReadRecord e, Scope scope, Label absent) {
    var code = emission.code;
    Slot receiver = emission.boxes.boxed(e.receiver(), scope);
    return made(
        "recordField",
        "(" + V + "Ljava/lang/String;" + TYPE + ")" + V,
        e.type(),
        absent,
        () -> {
          code.load(receiver);
          code.text(e.name());
          code.constant(e.type(), Type.class);
        });
  }

  private Slot jsonField(IrExpr.ReadJson e, Scope scope, Label absent) {
    var code = emission.code;
    Slot receiver = emission.boxes.boxed(e.receiver(), scope);
    Slot value =
        called(
            "jsonField",
            "(" + V + "Ljava/lang/String;)" + V,
            () -> {
              code.load(receiver);
              code.text(e.name());
            });
    return emission.boxes.unboxed(value, e.type(), absent);
  }

  private Slot index(IrExpr.Index e, Scope scope, Label absent) {
    var code = emission.code;
    if (isTable(e.receiver())) {
      Slot table = value(e.receiver(), scope, code.doubt(), false);
      if (table.repr() == Repr.TEXT_TABLE || table.repr() == Repr.QUANTITY_TABLE) {
        Slot key = text(e.index(), scope);
        boolean texts = table.repr() == Repr.TEXT_TABLE;
        Slot found = code.slot(texts ? Repr.TEXT : Repr.VALUE);
        code.load(table);
        code.load(key);
        code.callStatic(
            Code.TREE,
            texts ? "entry" : "quantity",
            "(L%s;Ljava/lang/String;)%s".formatted(Code.MAPPING, found.repr().descriptor()));
        code.store(found);
        code.load(found);
        code.jump(Opcodes.IFNULL, absent);
        return found;
      }
    }
    Slot receiver = emission.boxes.boxed(e.receiver(), scope);
    Slot index = emission.boxes.boxed(e.index(), scope);
    return made(
        "index",
        "(" + V + V + TYPE + ")" + V,
        e.type(),
        absent,
        () -> {
          code.load(receiver);
          code.load(index);
          code.constant(e.type(), Type.class);
        });
  }

  private static boolean isTable(IrExpr expression) {
    return expression.type() instanceof Type.MapOf map
        && (map.value() == Type.Scalar.STRING || map.value() == Type.Scalar.QUANTITY);
  }

  /** A text that is not optional. */
  Slot text(IrExpr expression, Scope scope) {
    if (expression.type().isOptional() || Repr.of(expression.type()) != Repr.TEXT) {
      throw new Unsupported("a key that is no text");
    }
    return value(expression, scope, emission.code.doubt(), false);
  }

  private Slot must(IrExpr.Must e, Scope scope, boolean plain) {
    var code = emission.code;
    if (!e.operand().type().isOptional()) {
      emission.conditions.isSet(e.operand(), scope, code.doubt());
    }
    return value(e.operand(), scope, code.doubt(), plain);
  }

  private Slot narrowed(IrExpr.Narrowed e, Scope scope, boolean plain) {
    Type from = e.operand().type().bare();
    if (!from.equals(e.type().bare())) {
      throw new Unsupported("a value that was tested for its type");
    }
    return value(e.operand(), scope, emission.code.doubt(), plain);
  }

  private Slot coalesce(IrExpr.Coalesce e, Scope scope, Label absent) {
    var code = emission.code;
    Slot result = merged(e.type());
    var otherwise = new Label();
    var end = new Label();
    assign(value(e.left(), scope, otherwise, true), result);
    code.go(end);
    code.at(otherwise);
    assign(value(e.right(), scope, absent, true), result);
    code.at(end);
    return complete(result, e.type());
  }

  private Slot choice(IrExpr.If e, Scope scope, Label absent) {
    var code = emission.code;
    Slot result = merged(e.type());
    var otherwise = new Label();
    var end = new Label();
    emission.conditions.holds(e.condition(), scope, otherwise);
    assign(value(e.thenValue(), scope, absent, true), result);
    code.go(end);
    code.at(otherwise);
    assign(value(e.elseValue(), scope, absent, true), result);
    code.at(end);
    return complete(result, e.type());
  }

  private Slot match(IrExpr.Match e, Scope scope, Label absent) {
    var code = emission.code;
    Slot subject = emission.boxes.boxed(e.subject(), scope);
    Slot result = merged(e.type());
    var end = new Label();
    for (IrExpr.IrArm arm : e.arms()) {
      var taken = new Label();
      var next = new Label();
      if (!arm.wildcard()) {
        for (Value constant : arm.constants()) {
          code.constant(constant, Value.class);
          code.load(subject);
          code.callStatic(Code.VALUES, "equal", "(" + V + V + ")Z");
          code.jump(Opcodes.IFNE, taken);
        }
        code.go(next);
      }
      code.at(taken);
      assign(value(arm.value(), scope, absent, true), result);
      code.go(end);
      code.at(next);
    }
    code.go(code.doubt());
    code.at(end);
    return complete(result, e.type());
  }

  private Slot arithmetic(IrExpr.Arithmetic e, Scope scope, Label absent) {
    var code = emission.code;
    Slot left = emission.boxes.boxed(e.left(), scope);
    Slot right = emission.boxes.boxed(e.right(), scope);
    return made(
        "arithmetic",
        "(" + V + V + "Ldev/taffrail/compiler/ir/IrExpr$ArithmeticOperator;" + TYPE + ")" + V,
        e.type(),
        absent,
        () -> {
          code.load(left);
          code.load(right);
          code.constant(e.operator(), IrExpr.ArithmeticOperator.class);
          code.constant(e.type(), Type.class);
        });
  }

  private Slot adapt(IrExpr.Adapt e, Scope scope, Label absent) {
    var code = emission.code;
    Slot operand = emission.boxes.boxed(e.operand(), scope);
    Slot value =
        called(
            "adapt",
            "(" + V + TYPE + ")" + V,
            () -> {
              code.load(operand);
              code.constant(e.type(), Type.class);
            });
    return emission.boxes.unboxed(value, e.type(), absent);
  }

  /** What the interpreter makes of operands; its errors are doubt. */
  private Slot made(String how, String descriptor, Type type, Label absent, Runnable operands) {
    Slot value = called(how, descriptor, operands);
    emission.doubtIfNull(value);
    return emission.boxes.unboxed(value, type, absent);
  }

  /** The result of a method of {@link Values}, whose operands are put on the stack. */
  private Slot called(String how, String descriptor, Runnable operands) {
    Slot value = emission.code.slot(Repr.VALUE);
    operands.run();
    emission.code.callStatic(Code.VALUES, how, descriptor);
    emission.code.store(value);
    return value;
  }

  private Slot collection(IrExpr.Collection e, Scope scope) {
    return array(e.elements(), scope, e.type() instanceof Type.SetOf ? "set" : "list");
  }

  private Slot array(List<IrExpr> parts, Scope scope, String how) {
    List<Slot> elements = parts.stream().map(p -> emission.boxes.boxed(p, scope)).toList();
    Slot value = called(how, "([" + V + ")" + V, () -> emission.boxes.pushAll(elements));
    emission.doubtIfNull(value);
    return value;
  }

  private Slot comprehension(IrExpr.Comprehension e, Scope scope, Label absent) {
    return switch (e.form()) {
      case ALL, ANY, NONE, ONE, UNIQUE -> truth(e, scope);
      case COUNT -> emission.loops.count(e, scope);
      case FIRST -> emission.loops.first(e, scope, absent);
      case FILTER, MAP, SET -> emission.loops.gathered(e, scope);
      case DICT, SUM, MIN, MAX, GROUP, SORT, CLOSURE ->
          throw new Unsupported("a comprehension of the form " + e.form());
    };
  }

  private Slot truth(IrExpr expression, Scope scope) {
    var code = emission.code;
    Slot result = code.slot(Repr.BOOL);
    var no = new Label();
    var end = new Label();
    emission.conditions.holds(expression, scope, no);
    code.number(1);
    code.store(result);
    code.go(end);
    code.at(no);
    code.number(0);
    code.store(result);
    code.at(end);
    return result;
  }

  private Slot merged(Type type) {
    Repr repr = Repr.of(type.bare());
    return emission.code.slot(repr == Repr.RECORD ? Repr.VALUE : repr);
  }

  private Slot complete(Slot merged, Type type) {
    return Repr.of(type.bare()) == Repr.RECORD
        ? emission.boxes.unboxed(merged, type, emission.code.doubt())
        : merged;
  }

  /** Puts what one variable holds into another. */
  void assign(Slot from, Slot to) {
    if (to.repr() == Repr.VALUE) {
      emission.boxes.push(from);
    } else if (from.repr() == to.repr()) {
      emission.code.load(from);
    } else {
      throw new Unsupported("values of several types");
    }
    emission.code.store(to);
  }
}
