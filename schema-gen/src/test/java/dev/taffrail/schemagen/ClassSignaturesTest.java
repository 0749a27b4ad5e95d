package dev.taffrail.schemagen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class ClassSignaturesTest {

  @Test
  void scalarsKeepTheirKubernetesType() {
    assertEquals("int32", text("Ljava/lang/Integer;"));
    assertEquals("int64", text("Ljava/lang/Long;"));
    assertEquals("bytes", text("[B"));
    assertEquals("timestamp", text("Ljava/time/OffsetDateTime;"));
    assertEquals("quantity", text("Lio/kubernetes/client/custom/Quantity;"));
    assertEquals("intOrString", text("Lio/kubernetes/client/custom/IntOrString;"));
    assertEquals("json", text("Ljava/lang/Object;"));
  }

  @Test
  void containersNest() {
    assertEquals("[string]", text("Ljava/util/List<Ljava/lang/String;>;"));
    assertEquals(
        "{[string]}",
        text("Ljava/util/Map<Ljava/lang/String;Ljava/util/List<Ljava/lang/String;>;>;"));
    assertEquals("{bytes}", text("Ljava/util/Map<Ljava/lang/String;[B>;"));
  }

  @Test
  void modelsAreReferences() {
    assertEquals(
        new FieldType.ListOf(new FieldType.Ref("V1Container")),
        ClassSignatures.fieldType(
            "Ljava/util/List<Lio/kubernetes/client/openapi/models/V1Container;>;"));
  }

  @Test
  void anUnknownTypeIsNoGuess() {
    assertThrows(IllegalStateException.class, () -> text("Ljava/util/UUID;"));
    assertThrows(
        IllegalStateException.class,
        () -> text("Ljava/util/Map<Ljava/lang/Integer;Ljava/lang/String;>;"));
  }

  private static String text(String signature) {
    return ClassSignatures.fieldType(signature).text("");
  }
}
