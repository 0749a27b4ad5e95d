package dev.taffrail.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** JSON trees and their places, with Jackson's own trees as a second opinion. */
class JsonTreeTest {
  private static final JsonMapper JACKSON = new JsonMapper();

  private static Node read(String text) {
    return readAll(text).getFirst();
  }

  private static List<Node> readAll(String text) {
    var part = new DocumentParts.Part(0, text.length());
    var nodes = new ArrayList<Node>();
    try (var values = new JsonTree(SourceFile.of("a.json", text), part, ReadLimits.DEFAULT)) {
      for (var value = values.next(); value.isPresent(); value = values.next()) {
        nodes.add(value.get());
      }
    } catch (UnreadableException mistake) {
      fail(mistake.message() + " at " + mistake.start() + "\n" + text);
    }
    return nodes;
  }

  @Test
  void readsWhatWasWrittenWhereItWasWritten() throws IOException {
    for (long seed = 0; seed < 3_000; seed++) {
      var generated = new GeneratedJson(seed);
      Node node = read(generated.text());
      SameNodes.assertSame(generated.root(), node, generated.text());
      assertEquals(node(JACKSON.readTree(generated.text())), node);
    }
  }

  @Test
  void agreesWithJacksonOnEveryJsonFileBesides() throws IOException {
    var shared = ProjectFolders.shared("conformance");
    Assumptions.assumeTrue(shared.isPresent(), "../shared/conformance is not there");
    int files = 0;
    try (Stream<Path> paths = Files.walk(shared.orElseThrow())) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".json")).sorted().toList()) {
        String text = Files.readString(path);
        // Jackson keeps the last of two equal keys; such a file has its own test elsewhere
        if (text.stripLeading().startsWith("{")) {
          assertEquals(node(JACKSON.readTree(text)), read(text), path::toString);
          files++;
        }
      }
    }
    assertTrue(files > 300, "only " + files + " files");
  }

  @Test
  void valuesFollowEachOther() {
    assertEquals(3, readAll("{}{\"a\":1}\n[1]").size());
    assertEquals(6, readAll(" {}\n\n {\"a\": 1}").get(1).start());
  }

  @Test
  void halvesOfSurrogatePairsAreReplaced() {
    assertEquals(new Node.Text("\uFFFDx", 6, 15), field("{\"a\": \"\\ud800x\"}"));
    assertEquals(new Node.Text("\uD83D\uDE00", 6, 20), field("{\"a\": \"\\ud83d\\ude00\"}"));
  }

  private static Node field(String json) {
    return ((Node.Mapping) read(json)).value(0);
  }

  @Test
  void placesAreThoseOfAPartInsideOfAFile() throws UnreadableException {
    String text = "{\"a\":1}\n---\n  {\"b\": [2]}\n";
    var part = new DocumentParts.Part(12, text.length());
    try (var values = new JsonTree(SourceFile.of("a", text), part, ReadLimits.DEFAULT)) {
      var mapping = (Node.Mapping) values.next().orElseThrow();
      assertEquals(text.indexOf("{\"b\""), mapping.start());
      assertEquals(text.indexOf("\"b\""), mapping.keyStart(0));
      assertEquals("[2]", text.substring(mapping.value(0).start(), mapping.value(0).end()));
    }
  }

  /** Jackson's tree as ours, without places. */
  private static Node node(JsonNode json) {
    return switch (json.getNodeType()) {
      case STRING -> new Node.Text(json.textValue(), 0, 0);
      case BOOLEAN -> new Node.Bool(json.booleanValue(), 0, 0);
      case NULL -> new Node.Null(0, 0);
      case NUMBER ->
          json.canConvertToExactIntegral() && json.canConvertToLong()
              ? new Node.Int(json.longValue(), 0, 0)
              : NumberNodes.of(json.doubleValue(), 0, 0);
      case ARRAY -> {
        var elements = new ArrayList<Node>();
        json.forEach(element -> elements.add(node(element)));
        yield new Node.Sequence(elements, 0, 0);
      }
      case OBJECT -> {
        var keys = new ArrayList<String>();
        var values = new ArrayList<Node>();
        json.properties()
            .forEach(
                entry -> {
                  keys.add(entry.getKey());
                  values.add(node(entry.getValue()));
                });
        yield new Node.Mapping(
            keys.toArray(String[]::new), new int[keys.size()], values.toArray(Node[]::new), 0, 0);
      }
      case BINARY, MISSING, POJO -> throw new AssertionError(json.getNodeType());
    };
  }
}
