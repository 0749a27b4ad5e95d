package dev.taffrail.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Agreement with what kubectl made of tricky documents, which is recorded in the resources. */
class ReadingsTest {
  private static final JsonMapper JSON = new JsonMapper();

  /** Refused on purpose: a key stands twice, and kubectl silently keeps the last. */
  private static final Set<String> DUPLICATE_KEYS =
      Set.of("structure-250", "structure-251", "structure-252", "document-361");

  /** Read as kubectl does, with a problem besides: no server takes an object without a version. */
  private static final Set<String> READ_WITH_PROBLEM = Set.of("document-371");

  /** kubectl refuses the file; here the problem is of one part, and the others are read. */
  private static final Set<String> OTHER_PARTS_READ =
      Set.of("document-350", "document-351", "document-352", "document-366");

  record Reading(String id, String yaml, JsonNode expected) {
    @Override
    public String toString() {
      return id;
    }
  }

  static List<Reading> readings(String resource) {
    try (var stream = ReadingsTest.class.getResourceAsStream(resource)) {
      var readings = new ArrayList<Reading>();
      for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        JsonNode entry = JSON.readTree(line);
        readings.add(
            new Reading(
                entry.get("id").asText(), entry.get("yaml").asText(), entry.path("objects")));
      }
      return readings;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Stream<Reading> recorded() {
    return readings("readings.jsonl").stream();
  }

  @Test
  void thereAreAllOfThem() {
    assertEquals(385, recorded().count());
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void agreesWithKubectl(Reading reading) {
    Manifest manifest = new ManifestReader().read("reading.yaml", bytes(reading.yaml()));
    if (DUPLICATE_KEYS.contains(reading.id())) {
      assertEquals(List.of(), manifest.objects());
      assertTrue(manifest.problems().getFirst().message().contains("stands twice"));
    } else if (reading.expected().isMissingNode()) {
      assertRefused(reading, manifest);
    } else {
      assertEquals(json(reading.expected()), objects(manifest));
      assertEquals(READ_WITH_PROBLEM.contains(reading.id()), !manifest.problems().isEmpty());
    }
  }

  private static void assertRefused(Reading reading, Manifest manifest) {
    if (OTHER_PARTS_READ.contains(reading.id())) {
      assertEquals(1, manifest.problems().size());
    } else {
      assertEquals(List.of(), manifest.objects());
      assertEquals(1, manifest.problems().size() + manifest.skipped().size(), manifest::toString);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The recorded objects as our own reader sees them, which has its own test against Jackson. */
  private static List<Node> json(JsonNode objects) {
    var nodes = new ArrayList<Node>();
    for (JsonNode object : objects) {
      nodes.add(withoutAddition((ObjectNode) object));
    }
    return nodes;
  }

  private static List<Node> objects(Manifest manifest) {
    return manifest.objects().stream()
        .map(object -> withoutAddition((ObjectNode) tree(Nodes.toJson(object.root()))))
        .toList();
  }

  /** kubectl adds empty metadata where there is none. */
  private static Node withoutAddition(ObjectNode object) {
    if (object.path("metadata").isObject() && object.path("metadata").isEmpty()) {
      object.remove("metadata");
    }
    String text = object.toString();
    try (var values =
        new JsonTree(
            SourceFile.of("recorded", text),
            new DocumentParts.Part(0, text.length()),
            ReadLimits.DEFAULT)) {
      return values.next().orElseThrow();
    } catch (UnreadableException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void sameTextWithoutBytesGivesTheSame() {
    recorded()
        .filter(reading -> !reading.yaml().startsWith("\uFEFF"))
        .forEach(
            reading ->
                assertEquals(
                    new ManifestReader().read("a", bytes(reading.yaml())).objects().size(),
                    new ManifestReader()
                        .read(SourceFile.of("a", reading.yaml()))
                        .objects()
                        .size()));
  }
}
