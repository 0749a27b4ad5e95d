package dev.taffrail.schemagen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Collects the facts of one model class from its class file. */
final class ModelClassVisitor extends ClassVisitor {
  private static final String SERIALIZED_NAME = "Lcom/google/gson/annotations/SerializedName;";
  private static final String PROPERTY = "Lio/swagger/annotations/ApiModelProperty;";
  private static final String MODEL = "Lio/swagger/annotations/ApiModel;";

  private record JavaField(String name, String signature, String javaName) {}

  private final List<JavaField> fields = new ArrayList<>();
  private final Set<String> requiredFields = new HashSet<>();
  private final Map<String, String> descriptionsByGetter = new HashMap<>();
  private String className = "";
  private @Nullable String description;

  ModelClassVisitor() {
    super(Opcodes.ASM9);
  }

  /** The facts, unless the class has no serialized field and so is no model. */
  Optional<ModelClass> result() {
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    var result = new ArrayList<ModelField>();
    for (JavaField field : fields) {
      result.add(
          new ModelField(
              field.name,
              ClassSignatures.fieldType(field.signature),
              requiredFields.contains(field.name),
              Optional.ofNullable(descriptionsByGetter.get(getter(field)))));
    }
    return Optional.of(new ModelClass(className, result, Optional.ofNullable(description)));
  }

  private static String getter(JavaField field) {
    String name = field.javaName;
    String stem = name.startsWith("_") ? name.substring(1) : name;
    return "get" + Character.toUpperCase(stem.charAt(0)) + stem.substring(1);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    className = name.substring(name.lastIndexOf('/') + 1);
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    if (!descriptor.equals(MODEL)) {
      return null;
    }
    return new AnnotationVisitor(Opcodes.ASM9) {
      @Override
      public void visit(String name, Object value) {
        if (name.equals("description")) {
          description = (String) value;
        }
      }
    };
  }

  @Override
  public FieldVisitor visitField(
      int access,
      String javaName,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        if (!annotation.equals(SERIALIZED_NAME)) {
          return null;
        }
        return new AnnotationVisitor(Opcodes.ASM9) {
          @Override
          public void visit(String name, Object serializedName) {
            if (name.equals("value")) {
              String type = signature == null ? descriptor : signature;
              fields.add(new JavaField((String) serializedName, type, javaName));
            }
          }
        };
      }
    };
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (name.equals("<clinit>")) {
      return new RequiredFieldsVisitor();
    }
    return name.startsWith("get") ? new GetterVisitor(name) : null;
  }

  private final class GetterVisitor extends MethodVisitor {
    private final String getter;

    GetterVisitor(String getter) {
      super(Opcodes.ASM9);
      this.getter = getter;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      if (!descriptor.equals(PROPERTY)) {
        return null;
      }
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(String name, Object value) {
          if (name.equals("value") && !value.equals("")) {
            descriptionsByGetter.put(getter, (String) value);
          }
        }
      };
    }
  }

  /**
   * Reads the constant set {@code openapiRequiredFields} from the code that fills it.
   *
   * <p>Old releases store an empty set and then add to it, new ones store a filled one; in both the
   * names lie between the last mention of another set and the next mention of any.
   */
  private final class RequiredFieldsVisitor extends MethodVisitor {
    private final List<String> pending = new ArrayList<>();
    private String loaded = "";

    RequiredFieldsVisitor() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitLdcInsn(Object constant) {
      if (constant instanceof String text) {
        pending.add(text);
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
      if (opcode == Opcodes.GETSTATIC) {
        flushInto(loaded);
        loaded = field;
      } else if (opcode == Opcodes.PUTSTATIC) {
        flushInto(field);
      }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      if (opcode == Opcodes.NEW && !loaded.isEmpty()) {
        flushInto(loaded);
        loaded = "";
      }
    }

    @Override
    public void visitEnd() {
      flushInto(loaded);
    }

    private void flushInto(String set) {
      if (set.equals("openapiRequiredFields")) {
        requiredFields.addAll(pending);
      }
      pending.clear();
    }
  }
}
