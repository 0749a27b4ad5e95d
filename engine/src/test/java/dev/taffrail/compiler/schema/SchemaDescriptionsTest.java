package dev.taffrail.compiler.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The build extracts the descriptions, for nearly every field. */
final class SchemaDescriptionsTest {
  private static final String CONTAINER = "io.k8s.api.core.v1.Container";

  private final SchemaDescriptions descriptions = new SchemaDescriptions();

  @Test
  void definitionsAndFieldsAreDescribed() {
    assertTrue(descriptions.describe(CONTAINER).orElseThrow().contains("container"));
    assertTrue(descriptions.describe(CONTAINER, "image").orElseThrow().contains("image name"));
    assertTrue(
        descriptions.describe(CONTAINER, "livenessProbe").orElseThrow().contains("liveness"));
  }

  @Test
  void whatIsUnknownIsNotDescribed() {
    assertEquals(Optional.empty(), descriptions.describe("io.k8s.api.core.v1.Kontainer"));
    assertEquals(Optional.empty(), descriptions.describe(CONTAINER, "imag"));
  }

  @Test
  void lineBreaksAreRestored() {
    String text =
        descriptions.describe("io.k8s.api.core.v1.PodSecurityContext", "fsGroup").orElseThrow();
    assertTrue(text.contains("\n"), text);
    assertFalse(text.contains("\\n"), text);
  }

  @Test
  void nearlyEveryFieldIsDescribed() {
    SchemaResource schema = SchemaResource.load(SchemaResource.newest());
    List<String> generated = SchemaFiles.loaded().generatedPackages();
    var silent = new ArrayList<String>();
    int all = 0;
    for (String id : schema.definitionIds()) {
      if (!generated.contains(SchemaFiles.packageOf(id))) {
        continue;
      }
      for (String field : schema.definition(id).orElseThrow().fields().keySet()) {
        all++;
        if (descriptions.describe(id, field).isEmpty()) {
          silent.add(id + "." + field);
        }
      }
    }
    assertTrue(
        silent.size() * 25 < all, () -> silent.size() + " of many: " + silent.subList(0, 20));
  }
}
