package dev.taffrail.runtime.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The body of a method while it is written, with its variables and constants.
 *
 * <p>Between two steps the operand stack is empty: everything is in variables, so that any step can
 * give up by a jump.
 */
final class Code implements Opcodes {
  static final String TREE = "dev/taffrail/runtime/bytecode/Tree";
  static final String VALUES = "dev/taffrail/runtime/bytecode/Values";
  static final String MAPPING = "dev/taffrail/object/Node$Mapping";
  static final String VALUE = "dev/taffrail/value/Value";

  private static final int NARROW = 256;
  private static final Handle CONSTANT =
      new Handle(
          H_INVOKESTATIC,
          "java/lang/invoke/MethodHandles",
          "classDataAt",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;I)Ljava/lang/Object;",
          false);

  private record Local(Repr repr, int index) {}

  private final MethodVisitor out;
  private final List<Object> constants;
  private final List<Local> locals = new ArrayList<>();
  private final List<Local> taken = new ArrayList<>();
  private final Map<String, Deque<Integer>> free = new HashMap<>();
  private int next;
  private int size;
  private Label doubt = new Label();

  /**
   * @param first the first variable that is free
   * @param constants gets what the code uses and cannot write down
   */
  Code(MethodVisitor out, int first, List<Object> constants) {
    this.out = out;
    this.next = first;
    this.constants = constants;
  }

  /** At most so many bytes have been written. */
  int size() {
    return size;
  }

  /** Where to go when nothing certain can be said. */
  Label doubt() {
    return doubt;
  }

  void doubtAt(Label label) {
    doubt = label;
  }

  /** A variable that is not in use; it holds anything of its type. */
  int local(Repr repr) {
    Deque<Integer> unused = free.computeIfAbsent(repr.descriptor(), d -> new ArrayDeque<>());
    int index = unused.isEmpty() ? next : unused.pop();
    if (index == next) {
      next += repr == Repr.INT ? 2 : 1;
      locals.add(new Local(repr, index));
    }
    taken.add(new Local(repr, index));
    return index;
  }

  /**
   * Does work whose variables nobody needs afterwards. They are used again, for the same type only,
   * so that few are enough: the verifier looks at all of them wherever a jump arrives.
   */
  void scoped(Runnable work) {
    int before = taken.size();
    work.run();
    while (taken.size() > before) {
      Local done = taken.remove(taken.size() - 1);
      free.computeIfAbsent(done.repr().descriptor(), d -> new ArrayDeque<>()).push(done.index());
    }
  }

  Slot slot(Repr repr) {
    return Slot.of(repr, local(repr));
  }

  void load(Slot slot) {
    load(slot.repr(), slot.local());
  }

  void store(Slot slot) {
    store(slot.repr(), slot.local());
  }

  void load(Repr repr, int local) {
    variable(repr.load(), local);
  }

  void store(Repr repr, int local) {
    variable(repr.store(), local);
  }

  private void variable(int opcode, int local) {
    size += local < NARROW ? 2 : 4;
    out.visitVarInsn(opcode, local);
  }

  void op(int opcode) {
    size++;
    out.visitInsn(opcode);
  }

  void jump(int opcode, Label target) {
    // A jump may be written as one over a long jump.
    size += 3;
    out.visitJumpInsn(opcode, target);
  }

  void go(Label target) {
    jump(GOTO, target);
  }

  void at(Label label) {
    out.visitLabel(label);
  }

  void increment(int local) {
    size += local < NARROW ? 3 : 6;
    out.visitIincInsn(local, 1);
  }

  void number(int value) {
    size += 3;
    if (value >= -1 && value <= 5) {
      out.visitInsn(ICONST_0 + value);
    } else if (value == (short) value) {
      out.visitIntInsn(SIPUSH, value);
    } else {
      out.visitLdcInsn(value);
    }
  }

  void number(long value) {
    size += 3;
    if (value == 0 || value == 1) {
      out.visitInsn(value == 0 ? LCONST_0 : LCONST_1);
    } else {
      out.visitLdcInsn(value);
    }
  }

  void text(String value) {
    size += 3;
    out.visitLdcInsn(value);
  }

  /** An object that lives as long as the class. */
  void constant(Object value, Class<?> type) {
    int index = -1;
    for (int i = 0; i < constants.size() && index < 0; i++) {
      index = constants.get(i) == value ? i : -1;
    }
    if (index < 0) {
      index = constants.size();
      constants.add(value);
    }
    size += 3;
    out.visitLdcInsn(new ConstantDynamic("_", Type.getDescriptor(type), CONSTANT, index));
  }

  void isA(String type) {
    size += 3;
    out.visitTypeInsn(INSTANCEOF, type);
  }

  void cast(String type) {
    size += 3;
    out.visitTypeInsn(CHECKCAST, type);
  }

  void array(String element) {
    size += 3;
    out.visitTypeInsn(ANEWARRAY, element);
  }

  void callStatic(String owner, String name, String descriptor) {
    size += 3;
    out.visitMethodInsn(INVOKESTATIC, owner, name, descriptor, false);
  }

  void call(String owner, String name, String descriptor) {
    size += 3;
    out.visitMethodInsn(INVOKEVIRTUAL, owner, name, descriptor, false);
  }

  void callInterface(String owner, String name, String descriptor) {
    size += 5;
    out.visitMethodInsn(INVOKEINTERFACE, owner, name, descriptor, true);
  }

  void field(String owner, String name, String descriptor) {
    size += 3;
    out.visitFieldInsn(GETSTATIC, owner, name, descriptor);
  }

  /** Gives every variable its first value; the verifier wants one on every way. */
  void initialise() {
    for (Local local : locals) {
      switch (local.repr()) {
        case BOOL -> number(0);
        case INT -> number(0L);
        default -> op(ACONST_NULL);
      }
      store(local.repr(), local.index());
    }
  }
}
