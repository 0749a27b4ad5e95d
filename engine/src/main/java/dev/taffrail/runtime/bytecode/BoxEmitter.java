package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.runtime.read.Absence;
import dev.taffrail.value.Value;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Makes values like those of the interpreter of what variables hold, and the other way round. */
final class BoxEmitter {
  private static final String BOXED = ")Ldev/taffrail/value/Value;";
  private static final String OBJECT = "dev/taffrail/value/ObjectValue";

  private final Emission emission;

  BoxEmitter(Emission emission) {
    this.emission = emission;
  }

  /** The value of an expression, absent or not, in a variable. */
  Slot boxed(IrExpr expression, Scope scope) {
    var code = emission.code;
    Slot result = code.slot(Repr.VALUE);
    var absent = new Label();
    var end = new Label();
    Slot held = emission.expressions.value(expression, scope, absent, true);
    push(held);
    code.store(result);
    code.go(end);
    code.at(absent);
    code.constant(Absence.of(expression.type()), Value.class);
    code.store(result);
    code.at(end);
    return result;
  }

  /** Several in an array on the stack. */
  void pushAll(List<Slot> values) {
    var code = emission.code;
    code.number(values.size());
    code.array(Code.VALUE);
    for (int i = 0; i < values.size(); i++) {
      code.op(Opcodes.DUP);
      code.number(i);
      code.load(values.get(i));
      code.op(Opcodes.AASTORE);
    }
  }

  /** Loads what a variable holds, as a value. */
  void push(Slot slot) {
    var code = emission.code;
    switch (slot.repr()) {
      case BOOL -> {
        code.load(slot);
        code.callStatic(Code.VALUES, "truth", "(I" + BOXED);
      }
      case INT -> {
        code.load(slot);
        code.callStatic(Code.VALUES, "whole", "(J" + BOXED);
      }
      case TEXT -> {
        code.load(slot);
        code.callStatic(Code.VALUES, "text", "(Ljava/lang/String;" + BOXED);
      }
      case RECORD -> pushObject(slot);
      case VALUE, OBJECT -> code.load(slot);
      case RECORDS, TEXTS, TEXT_TABLE, QUANTITY_TABLE, CONTAINERS, RAW ->
          throw new IllegalStateException("not a value: " + slot);
    }
  }

  /** Loads a record as a value. */
  void pushObject(Slot record) {
    var code = emission.code;
    switch (record.origin()) {
      case Slot.Origin.None none -> throw new IllegalStateException("no record: " + record);
      case Slot.Origin.Held held -> code.load(Repr.OBJECT, held.local());
      case Slot.Origin.Target target -> pushTarget();
      case Slot.Origin.Child child -> {
        pushObject(child.holder());
        code.constant(child.shape(), dev.taffrail.compiler.type.ObjectType.class);
        code.load(record);
        code.text(child.field());
        code.callStatic(
            Code.TREE,
            "child",
            "(L%s;Ldev/taffrail/value/Shape;L%s;Ljava/lang/String;)L%s;"
                .formatted(OBJECT, Code.MAPPING, OBJECT));
      }
      case Slot.Origin.Element element -> {
        pushObject(element.holder());
        code.constant(element.shape(), dev.taffrail.compiler.type.ObjectType.class);
        code.load(record);
        if (element.list().isPresent()) {
          code.text(element.list().get());
        } else {
          code.load(Repr.BOOL, element.which());
        }
        code.load(Repr.BOOL, element.index());
        code.callStatic(
            Code.TREE,
            element.list().isPresent() ? "element" : "container",
            "(L%s;Ldev/taffrail/value/Shape;L%s;%sI)L%s;"
                .formatted(
                    OBJECT,
                    Code.MAPPING,
                    element.list().isPresent() ? "Ljava/lang/String;" : "I",
                    OBJECT));
      }
    }
  }

  private void pushTarget() {
    var code = emission.code;
    var made = new Label();
    code.load(emission.target);
    code.jump(Opcodes.IFNONNULL, made);
    code.load(Repr.VALUE, Emission.VIEW);
    code.load(Repr.VALUE, Emission.OBJECT);
    code.callStatic(
        Code.TREE,
        "target",
        "(Ldev/taffrail/runtime/bytecode/TargetView;Ldev/taffrail/object/KubernetesObject;)L%s;"
            .formatted(OBJECT));
    code.store(emission.target);
    code.at(made);
    code.load(emission.target);
  }

  /** What a variable with a value holds, in the way its type is held; absent goes elsewhere. */
  Slot unboxed(Slot value, Type type, Label absent) {
    var code = emission.code;
    code.load(value);
    code.callStatic(Code.VALUES, "isAbsent", "(Ldev/taffrail/value/Value;)Z");
    code.jump(Opcodes.IFNE, absent);
    Repr repr = Repr.of(type.bare());
    return switch (repr) {
      case BOOL -> read(value, repr, "isTrue", "Z");
      case INT -> read(value, repr, "whole", "J");
      case TEXT -> read(value, repr, "text", "Ljava/lang/String;");
      case RECORD -> {
        Slot object = code.slot(Repr.OBJECT);
        code.load(value);
        code.cast(OBJECT);
        code.store(object);
        yield tree(object);
      }
      case VALUE -> value;
      case RECORDS, TEXTS, TEXT_TABLE, QUANTITY_TABLE, CONTAINERS, OBJECT, RAW ->
          throw new IllegalStateException("no type is held as " + repr);
    };
  }

  private Slot read(Slot value, Repr repr, String how, String result) {
    var code = emission.code;
    Slot slot = code.slot(repr);
    code.load(value);
    code.callStatic(Code.VALUES, how, "(Ldev/taffrail/value/Value;)" + result);
    code.store(slot);
    return slot;
  }

  /** The tree of a record that is a value. */
  Slot tree(Slot object) {
    var code = emission.code;
    var slot =
        new Slot(Repr.RECORD, code.local(Repr.RECORD), new Slot.Origin.Held(object.local()), null);
    code.load(object);
    code.call(OBJECT, "node", "()L%s;".formatted(Code.MAPPING));
    code.store(slot);
    return slot;
  }
}
