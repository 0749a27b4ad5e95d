package dev.taffrail.schemagen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class OverlayTest {
  private static final String THING = "io.k8s.api.core.v1.Thing";

  @Test
  void zeroValuesOfGoAreNoDefaults() throws JsonProcessingException {
    for (String zero : List.of("\"\"", "0", "false", "{}", "[]", "null")) {
      assertEquals(Optional.empty(), notes("{\"default\": " + zero + "}").defaultJson(), zero);
    }
    assertEquals(Optional.of("\"TCP\""), notes("{\"default\": \"TCP\"}").defaultJson());
    assertEquals(Optional.of("86400"), notes("{\"default\": 86400}").defaultJson());
  }

  @Test
  void enumsOfElementsCountForTheList() throws JsonProcessingException {
    assertEquals(
        List.of("Egress", "Ingress"),
        notes("{\"type\": \"array\", \"items\": {\"enum\": [\"Egress\", \"Ingress\"]}}")
            .enumValues());
  }

  @Test
  void theNearestDocumentDecidesAndTheNewerOneOfTwo() throws JsonProcessingException {
    Overlay overlay = overlay(Map.of(31, "a", 33, "b"));
    assertEquals(List.of("a"), overlay.notes(30, THING, "field").enumValues());
    assertEquals(List.of("b"), overlay.notes(32, THING, "field").enumValues());
    assertEquals(List.of("b"), overlay.notes(36, THING, "field").enumValues());
  }

  @Test
  void whatNoDocumentKnowsHasNoNotes() throws JsonProcessingException {
    assertEquals(FieldNotes.NONE, overlay(Map.of(31, "a")).notes(31, THING, "other"));
  }

  @Test
  void laterEnumValuesJoinFromTheirVersionOn() throws JsonProcessingException {
    String toleration = "io.k8s.api.core.v1.Toleration";
    var documents = new TreeMap<Integer, OpenApiDocument>();
    documents.put(34, document(toleration, "operator", "{\"enum\": [\"Equal\", \"Exists\"]}"));
    var overlay = new Overlay(documents);
    assertEquals(
        List.of("Equal", "Exists"), overlay.notes(34, toleration, "operator").enumValues());
    assertEquals(
        List.of("Equal", "Exists", "Gt", "Lt"),
        overlay.notes(35, toleration, "operator").enumValues());
  }

  private static FieldNotes notes(String property) throws JsonProcessingException {
    return document(THING, "field", property).notes(THING, "field").orElseThrow();
  }

  private static Overlay overlay(Map<Integer, String> enumsByMinor) throws JsonProcessingException {
    var documents = new TreeMap<Integer, OpenApiDocument>();
    for (var entry : enumsByMinor.entrySet()) {
      documents.put(
          entry.getKey(), document(THING, "field", "{\"enum\": [\"" + entry.getValue() + "\"]}"));
    }
    return new Overlay(documents);
  }

  private static OpenApiDocument document(String definition, String field, String property)
      throws JsonProcessingException {
    return OpenApiDocument.of(
        """
        {"definitions": {"%s": {"properties": {"%s": %s}}}}
        """
            .formatted(definition, field, property));
  }
}
