package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrPolicy;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.LimitExceededException;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The class for some policies: written, and loaded as a hidden class, which is gone when nobody
 * holds the judge any more.
 *
 * @param constants what the code refers to and cannot write down
 * @param size of its one method at most, in bytes
 */
record GeneratedClass(byte[] bytes, List<Object> constants, int size) {
  private static final String NAME = "dev/taffrail/runtime/bytecode/Judge$Generated";
  private static final String DESCRIPTOR =
      "(Ldev/taffrail/object/KubernetesObject;Ldev/taffrail/object/Node$Mapping;"
          + "Ldev/taffrail/runtime/bytecode/TargetView;)J";

  /**
   * Writes the class.
   *
   * @throws Unsupported if a policy uses what is not compiled, or they are too many for one method
   */
  static GeneratedClass of(List<IrPolicy> policies, Known known) {
    var writer = new Writer();
    var constants = new ArrayList<Object>();
    int size = write(policies, known, writer, constants);
    try {
      return new GeneratedClass(writer.toByteArray(), constants, size);
    } catch (MethodTooLargeException tooLarge) {
      throw new Unsupported("more code than fits into one method");
    }
  }

  /** Writes the class to somebody else, for printing it. */
  static int write(
      List<IrPolicy> policies, Known known, ClassVisitor writer, List<Object> constants) {
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        NAME,
        null,
        "java/lang/Object",
        new String[] {"dev/taffrail/runtime/bytecode/Judge"});
    constructor(writer.visitMethod(0, "<init>", "()V", null, null));
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "judge", DESCRIPTOR, null, null);
    method.visitCode();
    var code = new Code(method, Emission.FREE, constants);
    try {
      new Fusion(new Emission(code, known)).write(policies);
    } catch (StackOverflowError tooDeep) {
      throw new Unsupported("an expression that is nested too deeply");
    }
    try {
      method.visitMaxs(0, 0);
    } catch (LimitExceededException tooMuch) {
      throw new Unsupported("more code than fits into one method");
    }
    method.visitEnd();
    writer.visitEnd();
    return code.size();
  }

  private static void constructor(MethodVisitor method) {
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  Judge load() {
    try {
      return (Judge)
          MethodHandles.lookup()
              .defineHiddenClassWithClassData(bytes, constants, true)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Finds common types without loading classes: variables have one type, or it does not matter. */
  private static final class Writer extends ClassWriter {
    Writer() {
      super(COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String first, String second) {
      return "java/lang/Object";
    }
  }
}
