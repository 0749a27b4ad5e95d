package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.Glob;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.RegexValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Writes code that goes on if a condition holds, and elsewhere if not. */
final class ConditionEmitter {
  private static final String V = "Ldev/taffrail/value/Value;";

  private final Emission emission;

  ConditionEmitter(Emission emission) {
    this.emission = emission;
  }

  void holds(IrExpr condition, Scope scope, Label otherwise) {
    emission.checkSize();
    emission.code.scoped(() -> decide(condition, scope, otherwise));
  }

  private void decide(IrExpr condition, Scope scope, Label otherwise) {
    var code = emission.code;
    switch (condition) {
      case IrExpr.Not e -> fails(e.operand(), scope, otherwise);
      case IrExpr.Logic e -> logic(e, scope, otherwise);
      case IrExpr.IsSet e -> {
        if (e.set()) {
          isSet(e.operand(), scope, otherwise);
        } else {
          var unset = new Label();
          isSet(e.operand(), scope, unset);
          code.go(otherwise);
          code.at(unset);
        }
      }
      case IrExpr.IsEmpty e -> isEmpty(e, scope, otherwise);
      case IrExpr.IsType e -> isType(e, scope, otherwise);
      case IrExpr.Compare e -> compare(e, scope, otherwise);
      case IrExpr.In e -> isIn(e, scope, otherwise);
      case IrExpr.TextTest e -> textTest(e, scope, otherwise);
      case IrExpr.If e -> {
        var no = new Label();
        var end = new Label();
        holds(e.condition(), scope, no);
        holds(e.thenValue(), scope, otherwise);
        code.go(end);
        code.at(no);
        holds(e.elseValue(), scope, otherwise);
        code.at(end);
      }
      case IrExpr.CallFunction e -> emission.calls.condition(e, scope, otherwise);
      case IrExpr.Comprehension e -> emission.loops.condition(e, scope, otherwise);
      default -> {
        Slot value = emission.expressions.value(condition, scope, otherwise, false);
        if (value.repr() == Repr.VALUE) {
          code.load(value);
          code.callStatic(Code.VALUES, "isTrue", "(" + V + ")Z");
        } else if (value.repr() == Repr.BOOL) {
          code.load(value);
        } else {
          throw new Unsupported("a condition that is no Boolean");
        }
        code.jump(Opcodes.IFEQ, otherwise);
      }
    }
  }

  /** Goes on if it does not hold. */
  void fails(IrExpr condition, Scope scope, Label otherwise) {
    var fails = new Label();
    holds(condition, scope, fails);
    emission.code.go(otherwise);
    emission.code.at(fails);
  }

  private void logic(IrExpr.Logic e, Scope scope, Label otherwise) {
    var code = emission.code;
    switch (e.connective()) {
      case AND -> {
        holds(e.left(), scope, otherwise);
        holds(e.right(), scope, otherwise);
      }
      case OR -> {
        var right = new Label();
        var end = new Label();
        holds(e.left(), scope, right);
        code.go(end);
        code.at(right);
        holds(e.right(), scope, otherwise);
        code.at(end);
      }
      case IMPLIES -> {
        var end = new Label();
        holds(e.left(), scope, end);
        holds(e.right(), scope, otherwise);
        code.at(end);
      }
    }
  }

  /** Goes on if something is set, as {@code is set} means it. */
  void isSet(IrExpr operand, Scope scope, Label otherwise) {
    var code = emission.code;
    if (operand instanceof IrExpr.ReadField read) {
      emission.reads.isWritten(read, scope, otherwise);
    } else if (operand instanceof IrExpr.Index index
        && index.receiver().type() instanceof Type.MapOf map
        && map.value() == Type.Scalar.STRING
        && index.receiver() instanceof IrExpr.ReadField) {
      emission.expressions.value(operand, scope, otherwise, false);
    } else if (operand instanceof IrExpr.Index index
        && index.receiver().type() instanceof Type.MapOf map
        && map.value() == Type.Scalar.QUANTITY
        && index.receiver() instanceof IrExpr.ReadField) {
      hasKey(index, scope, otherwise);
    } else if (operand instanceof IrExpr.Index index
        && index.receiver().type() instanceof Type.MapOf map
        && map.value().isOptional()) {
      throw new Unsupported("a map of optional values");
    } else {
      Slot value = emission.expressions.value(operand, scope, otherwise, false);
      if (!operand.type().isOptional() && value.repr() == Repr.VALUE) {
        // A map of maps has no absent entries: a missing key reads as an empty one.
        if (operand instanceof IrExpr.Index) {
          throw new Unsupported("whether a key of a map of collections is set");
        }
        code.load(value);
        code.callStatic(Code.VALUES, "isAbsent", "(" + V + ")Z");
        code.jump(Opcodes.IFNE, otherwise);
      }
    }
  }

  /** Whether a quantity is there, not how much it is. */
  private void hasKey(IrExpr.Index index, Scope scope, Label otherwise) {
    var code = emission.code;
    Slot table = emission.expressions.value(index.receiver(), scope, code.doubt(), false);
    Slot key = emission.expressions.text(index.index(), scope);
    if (table.repr() != Repr.QUANTITY_TABLE) {
      throw new Unsupported("a map with a default");
    }
    code.load(table);
    code.load(key);
    code.callStatic(
        Code.TREE,
        "raw",
        "(Ldev/taffrail/object/Node;Ljava/lang/String;)Ldev/taffrail/object/Node;");
    code.jump(Opcodes.IFNULL, otherwise);
  }

  private void isEmpty(IrExpr.IsEmpty e, Scope scope, Label otherwise) {
    var code = emission.code;
    var absent = new Label();
    var end = new Label();
    Slot value = emission.expressions.value(e.operand(), scope, absent, false);
    switch (value.repr()) {
      case RECORDS, TEXTS -> {
        code.load(value);
        code.callInterface("java/util/List", "isEmpty", "()Z");
      }
      case TEXT -> {
        code.load(value);
        code.call("java/lang/String", "isEmpty", "()Z");
      }
      case TEXT_TABLE -> {
        code.load(value);
        code.call(Code.MAPPING, "size", "()I");
        code.callStatic(Code.TREE, "isZero", "(I)Z");
      }
      case QUANTITY_TABLE -> {
        code.load(value);
        code.callStatic(Code.TREE, "isEmptyQuantityTable", "(L" + Code.MAPPING + ";)Z");
      }
      case CONTAINERS -> {
        code.load(value);
        code.callStatic(Code.TREE, "containerCount", "(L" + Code.MAPPING + ";)I");
        code.callStatic(Code.TREE, "isZero", "(I)Z");
      }
      case VALUE -> {
        code.load(value);
        code.callStatic(Code.VALUES, "isEmpty", "(" + V + ")Z");
      }
      case BOOL, INT, RECORD, OBJECT, RAW -> code.number(0);
    }
    code.jump(e.empty() ? Opcodes.IFEQ : Opcodes.IFNE, otherwise);
    code.go(end);
    code.at(absent);
    if (!e.empty()) {
      code.go(otherwise);
    }
    code.at(end);
  }

  private void isType(IrExpr.IsType e, Scope scope, Label otherwise) {
    Slot value = emission.boxes.boxed(e.operand(), scope);
    emission.code.load(value);
    emission.code.constant(e.tested(), Type.class);
    emission.code.callStatic(
        Code.VALUES, "isType", "(" + V + "Ldev/taffrail/compiler/type/Type;)I");
    answered(false, otherwise);
  }

  /** Looks at the answer on the stack: 0, 1, or -1 if there is none. */
  private void answered(boolean negated, Label otherwise) {
    var code = emission.code;
    Slot answer = code.slot(Repr.BOOL);
    code.store(answer);
    code.load(answer);
    code.jump(Opcodes.IFLT, code.doubt());
    code.load(answer);
    code.jump(negated ? Opcodes.IFNE : Opcodes.IFEQ, otherwise);
  }

  private void compare(IrExpr.Compare e, Scope scope, Label otherwise) {
    var code = emission.code;
    Type left = e.left().type();
    Type right = e.right().type();
    Repr repr = Repr.of(left);
    boolean equality =
        e.comparison() == IrExpr.Comparison.EQUAL || e.comparison() == IrExpr.Comparison.NOT_EQUAL;
    boolean same = !left.isOptional() && !right.isOptional() && repr == Repr.of(right);
    if (same && repr == Repr.INT) {
      loadPlain(e.left(), e.right(), scope);
      code.op(Opcodes.LCMP);
      code.jump(failing(e.comparison()), otherwise);
    } else if (same && equality && repr == Repr.TEXT) {
      loadPlain(e.left(), e.right(), scope);
      code.call("java/lang/String", "equals", "(Ljava/lang/Object;)Z");
      code.jump(e.comparison() == IrExpr.Comparison.EQUAL ? Opcodes.IFEQ : Opcodes.IFNE, otherwise);
    } else if (same && equality && repr == Repr.BOOL) {
      loadPlain(e.left(), e.right(), scope);
      code.jump(
          e.comparison() == IrExpr.Comparison.EQUAL ? Opcodes.IF_ICMPNE : Opcodes.IF_ICMPEQ,
          otherwise);
    } else {
      loadBoxed(e.left(), e.right(), scope);
      code.constant(e.comparison(), IrExpr.Comparison.class);
      code.callStatic(
          Code.VALUES, "compare", "(" + V + V + "Ldev/taffrail/compiler/ir/IrExpr$Comparison;)I");
      answered(false, otherwise);
    }
  }

  /** Two operands that are there, on the stack as their types are held. */
  private void loadPlain(IrExpr left, IrExpr right, Scope scope) {
    Slot a = emission.expressions.value(left, scope, emission.code.doubt(), false);
    Slot b = emission.expressions.value(right, scope, emission.code.doubt(), false);
    emission.code.load(a);
    emission.code.load(b);
  }

  /** Two operands on the stack as values, absent or not. */
  private void loadBoxed(IrExpr left, IrExpr right, Scope scope) {
    Slot a = emission.boxes.boxed(left, scope);
    Slot b = emission.boxes.boxed(right, scope);
    emission.code.load(a);
    emission.code.load(b);
  }

  private static int failing(IrExpr.Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> Opcodes.IFNE;
      case NOT_EQUAL -> Opcodes.IFEQ;
      case LESS -> Opcodes.IFGE;
      case LESS_OR_EQUAL -> Opcodes.IFGT;
      case GREATER -> Opcodes.IFLE;
      case GREATER_OR_EQUAL -> Opcodes.IFLT;
    };
  }

  private void isIn(IrExpr.In e, Scope scope, Label otherwise) {
    var code = emission.code;
    boolean text = !e.element().type().isOptional() && Repr.of(e.element().type()) == Repr.TEXT;
    Optional<Set<String>> words = text ? words(e.collection()) : Optional.empty();
    if (words.isPresent()) {
      Slot element = emission.expressions.value(e.element(), scope, code.doubt(), false);
      code.constant(words.get(), Set.class);
      code.load(element);
      code.callInterface("java/util/Set", "contains", "(Ljava/lang/Object;)Z");
      code.jump(e.negated() ? Opcodes.IFNE : Opcodes.IFEQ, otherwise);
      return;
    }
    if (text && e.collection() instanceof IrExpr.ReadField) {
      Slot element = emission.expressions.value(e.element(), scope, code.doubt(), false);
      Slot all = emission.expressions.value(e.collection(), scope, code.doubt(), false);
      if (all.repr() == Repr.TEXTS) {
        code.load(all);
        code.load(element);
        code.callStatic(Code.TREE, "contains", "(Ljava/util/List;Ljava/lang/String;)Z");
        code.jump(e.negated() ? Opcodes.IFNE : Opcodes.IFEQ, otherwise);
        return;
      }
    }
    loadBoxed(e.element(), e.collection(), scope);
    code.callStatic(Code.VALUES, "isIn", "(" + V + V + ")I");
    answered(e.negated(), otherwise);
  }

  /** The texts of a collection that is known. */
  private Optional<Set<String>> words(IrExpr collection) {
    List<Value> elements;
    if (collection instanceof IrExpr.Collection written
        && written.elements().stream().allMatch(IrExpr.Constant.class::isInstance)) {
      elements = written.elements().stream().map(e -> ((IrExpr.Constant) e).value()).toList();
    } else if (Emission.isConstant(collection)) {
      Value value = emission.known.value(collection);
      elements =
          switch (value) {
            case ListValue list -> list.elements();
            case SetValue set -> set.elements();
            default -> List.of(Value.absent());
          };
    } else {
      return Optional.empty();
    }
    if (!elements.stream().allMatch(Value.Text.class::isInstance)) {
      return Optional.empty();
    }
    var words = new HashSet<String>();
    elements.forEach(e -> words.add(((Value.Text) e).value()));
    return Optional.of(Set.copyOf(words));
  }

  private void textTest(IrExpr.TextTest e, Scope scope, Label otherwise) {
    var code = emission.code;
    boolean text = !e.left().type().isOptional() && Repr.of(e.left().type()) == Repr.TEXT;
    boolean texts =
        text && !e.right().type().isOptional() && Repr.of(e.right().type()) == Repr.TEXT;
    Optional<Memo<Boolean>> pattern = text ? pattern(e) : Optional.empty();
    if (pattern.isPresent()) {
      Slot left = emission.expressions.value(e.left(), scope, code.doubt(), false);
      code.constant(pattern.get(), Memo.class);
      code.load(left);
      code.callStatic(
          Code.TREE, "test", "(Ldev/taffrail/runtime/bytecode/Memo;Ljava/lang/String;)Z");
      code.jump(Opcodes.IFEQ, otherwise);
    } else if (texts && method(e.operator()).isPresent()) {
      loadPlain(e.left(), e.right(), scope);
      code.callStatic(
          Code.TREE, method(e.operator()).get(), "(Ljava/lang/String;Ljava/lang/String;)Z");
      code.jump(Opcodes.IFEQ, otherwise);
    } else {
      loadBoxed(e.left(), e.right(), scope);
      code.constant(e.operator(), IrExpr.TextOperator.class);
      code.callStatic(
          Code.VALUES, "test", "(" + V + V + "Ldev/taffrail/compiler/ir/IrExpr$TextOperator;)I");
      answered(false, otherwise);
    }
  }

  private static Optional<String> method(IrExpr.TextOperator operator) {
    return switch (operator) {
      case CONTAINS -> Optional.of("containsText");
      case STARTS_WITH -> Optional.of("startsWith");
      case ENDS_WITH -> Optional.of("endsWith");
      case MATCHES, NOT_MATCHES -> Optional.empty();
    };
  }

  /** A test against a pattern that is known; its answers for the last texts are kept. */
  private Optional<Memo<Boolean>> pattern(IrExpr.TextTest e) {
    if (!Emission.isConstant(e.right())) {
      return Optional.empty();
    }
    Value pattern = emission.known.value(e.right());
    if (!(pattern instanceof RegexValue || pattern instanceof Glob)) {
      return Optional.empty();
    }
    return Optional.of(
        new Memo<>(
            text ->
                dev.taffrail.runtime.interpret.Meaning.text(
                    e.operator(), new Value.Text(text), pattern)));
  }
}
