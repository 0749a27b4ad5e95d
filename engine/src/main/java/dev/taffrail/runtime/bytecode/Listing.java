package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrPolicy;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A generated class as text, instruction by instruction. */
final class Listing extends MethodVisitor {
  private static final int LAST_OPCODE = Opcodes.IFNONNULL;
  private static final String[] NAMES = names();

  private final StringBuilder out;
  private final List<Object> constants;
  private final Map<Label, String> labels = new HashMap<>();

  private Listing(StringBuilder out, List<Object> constants) {
    super(Opcodes.ASM9);
    this.out = out;
    this.constants = constants;
  }

  /** What is written for a policy alone. */
  static String of(IrPolicy policy, Known known) {
    var out = new StringBuilder();
    var constants = new ArrayList<Object>();
    int size =
        GeneratedClass.write(
            List.of(policy),
            known,
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  String signature,
                  String[] exceptions) {
                boolean written = name.equals("judge");
                return new Listing(written ? out : new StringBuilder(), constants);
              }
            },
            constants);
    return "policy %s: at most %d bytes%n%s".formatted(policy.id(), size, out);
  }

  /** Instructions by number: the constants of the library have their names. */
  private static String[] names() {
    var names = new String[LAST_OPCODE + 1];
    boolean instructions = false;
    for (Field field : Opcodes.class.getFields()) {
      instructions |= field.getName().equals("NOP");
      if (instructions && field.getType() == int.class) {
        try {
          names[field.getInt(null)] = field.getName().toLowerCase(Locale.ROOT);
        } catch (IllegalAccessException impossible) {
          throw new IllegalStateException(impossible);
        }
      }
    }
    return names;
  }

  private void line(int opcode, String operands) {
    out.append("    ").append(NAMES[opcode]).append(operands).append('\n');
  }

  private String label(Label label) {
    return labels.computeIfAbsent(label, l -> "L" + labels.size());
  }

  private static String shortName(String owner) {
    return owner.substring(owner.lastIndexOf('/') + 1);
  }

  @Override
  public void visitInsn(int opcode) {
    line(opcode, "");
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    line(opcode, " " + operand);
  }

  @Override
  public void visitVarInsn(int opcode, int local) {
    line(opcode, " " + local);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    line(opcode, " " + shortName(type));
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    line(opcode, " " + shortName(owner) + "." + name);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    line(opcode, " " + shortName(owner) + "." + name);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    line(opcode, " " + label(label));
  }

  @Override
  public void visitLabel(Label label) {
    out.append("  ").append(label(label)).append(":\n");
  }

  @Override
  public void visitLdcInsn(Object value) {
    if (value instanceof ConstantDynamic constant) {
      int index = (Integer) constant.getBootstrapMethodArgument(0);
      line(Opcodes.LDC, " #" + index + " " + constants.get(index).getClass().getSimpleName());
    } else {
      line(Opcodes.LDC, value instanceof String ? " \"" + value + "\"" : " " + value);
    }
  }

  @Override
  public void visitIincInsn(int local, int increment) {
    line(Opcodes.IINC, " " + local + " " + increment);
  }
}
