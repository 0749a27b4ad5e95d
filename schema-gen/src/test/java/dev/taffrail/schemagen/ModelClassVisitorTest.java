package dev.taffrail.schemagen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files as the generations of the client's generator wrote them. */
final class ModelClassVisitorTest {
  private static final String OWNER = "io/kubernetes/client/openapi/models/V1Port";
  private static final String SET = "java/util/HashSet";
  private static final String SET_TYPE = "Ljava/util/HashSet;";

  @Test
  void newReleasesFillTheSetBeforeTheyStoreIt() {
    ModelClass model =
        read(
            code -> {
              newSet(code, "port", "name");
              store(code, "openapiFields");
              newSet(code, "port");
              store(code, "openapiRequiredFields");
            });
    assertTrue(field(model, "port").required());
    assertFalse(field(model, "name").required());
  }

  @Test
  void oldReleasesStoreTheSetBeforeTheyFillIt() {
    ModelClass model =
        read(
            code -> {
              newSet(code);
              store(code, "openapiFields");
              add(code, "openapiFields", "port");
              add(code, "openapiFields", "name");
              newSet(code);
              store(code, "openapiRequiredFields");
              add(code, "openapiRequiredFields", "name");
            });
    assertFalse(field(model, "port").required());
    assertTrue(field(model, "name").required());
  }

  @Test
  void typesAndDescriptionsAreRead() {
    ModelClass model = read(code -> {});
    assertEquals("V1Port", model.name());
    assertEquals(new FieldType.Scalar("int32"), field(model, "port").type());
    assertEquals(Optional.of("Where it listens."), field(model, "port").description());
    assertEquals(Optional.empty(), field(model, "name").description());
    assertEquals(Optional.of("A port."), model.description());
  }

  @Test
  void aClassWithoutSerializedFieldsIsNoModel() {
    var writer = new ClassWriter(0);
    writer.visit(Opcodes.V11, Opcodes.ACC_PUBLIC, OWNER, null, "java/lang/Object", null);
    var visitor = new ModelClassVisitor();
    new ClassReader(writer.toByteArray()).accept(visitor, 0);
    assertEquals(Optional.empty(), visitor.result());
  }

  private static ModelClass read(Consumer<MethodVisitor> staticCode) {
    var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V11, Opcodes.ACC_PUBLIC, OWNER, null, "java/lang/Object", null);
    var description = writer.visitAnnotation("Lio/swagger/annotations/ApiModel;", true);
    description.visit("description", "A port.");
    description.visitEnd();
    javaField(writer, "name", "Ljava/lang/String;");
    javaField(writer, "port", "Ljava/lang/Integer;");
    getter(writer, "getPort", "Where it listens.");

    MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitCode();
    staticCode.accept(code);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();

    var visitor = new ModelClassVisitor();
    new ClassReader(writer.toByteArray()).accept(visitor, ClassReader.SKIP_DEBUG);
    return visitor.result().orElseThrow();
  }

  private static void javaField(ClassWriter writer, String name, String type) {
    var field = writer.visitField(Opcodes.ACC_PRIVATE, name, type, null, null);
    var annotation = field.visitAnnotation("Lcom/google/gson/annotations/SerializedName;", true);
    annotation.visit("value", name);
    annotation.visitEnd();
    field.visitEnd();
  }

  private static void getter(ClassWriter writer, String name, String description) {
    var method =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, name, "()Ljava/lang/Integer;", null, null);
    var annotation = method.visitAnnotation("Lio/swagger/annotations/ApiModelProperty;", true);
    annotation.visit("value", description);
    annotation.visitEnd();
    method.visitEnd();
  }

  private static void newSet(MethodVisitor code, String... names) {
    code.visitTypeInsn(Opcodes.NEW, SET);
    for (String name : names) {
      code.visitLdcInsn(name);
    }
  }

  private static void store(MethodVisitor code, String field) {
    code.visitFieldInsn(Opcodes.PUTSTATIC, OWNER, field, SET_TYPE);
  }

  private static void add(MethodVisitor code, String field, String name) {
    code.visitFieldInsn(Opcodes.GETSTATIC, OWNER, field, SET_TYPE);
    code.visitLdcInsn(name);
  }

  private static ModelField field(ModelClass model, String name) {
    List<ModelField> found =
        model.fields().stream().filter(field -> field.name().equals(name)).toList();
    return found.getFirst();
  }
}
