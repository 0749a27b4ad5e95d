package dev.taffrail.compiler.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The generated schema is as large as it was when somebody last looked at it. */
final class SchemaCountsTest {
  private static final Set<String> GENERATED = Set.copyOf(SchemaFiles.loaded().generatedPackages());

  /** Its list of objects claims to be keyed by {@code type}, which they do not have. */
  private static final String WRONG_UPSTREAM =
      "io.k8s.api.storagemigration.v1alpha1.StorageVersionMigrationList";

  @Test
  void countsPerVersionAreThoseOfTheTable() throws IOException {
    var lines = new ArrayList<String>();
    lines.add("version kinds definitions fields required enums defaults listKeys");
    for (String version : SchemaResource.versions()) {
      lines.add(counts(SchemaResource.load(version)));
    }
    assertEquals(table(), String.join("\n", lines) + "\n");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyReferenceLeadsToADefinition(String version) {
    SchemaResource schema = SchemaResource.load(version);
    Set<String> dangling =
        definitions(schema).stream()
            .flatMap(definition -> definition.fields().values().stream())
            .flatMap(field -> target(field.type()).stream())
            .filter(id -> schema.definition(id).isEmpty())
            .collect(Collectors.toSet());
    assertEquals(Set.of(), dangling);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyKindHasADefinitionWithApiVersionAndKind(String version) {
    SchemaResource schema = SchemaResource.load(version);
    for (RawKind kind : schema.kinds()) {
      var fields = schema.definition(kind.definitionId()).orElseThrow().fields();
      assertTrue(fields.keySet().containsAll(Set.of("apiVersion", "kind")), kind::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void listKeysAreFieldsOfTheElement(String version) {
    SchemaResource schema = SchemaResource.load(version);
    for (RawDefinition definition : definitions(schema)) {
      for (RawField field : definition.fields().values()) {
        if (field.listMapKeys().isEmpty() || definition.id().equals(WRONG_UPSTREAM)) {
          continue;
        }
        String element = target(field.type()).getFirst();
        assertTrue(
            schema
                .definition(element)
                .orElseThrow()
                .fields()
                .keySet()
                .containsAll(field.listMapKeys()),
            () -> definition.id() + "." + field.name());
      }
    }
  }

  static Stream<String> versions() {
    return SchemaResource.versions().stream();
  }

  private static String counts(SchemaResource schema) {
    long kinds =
        schema.kinds().stream().filter(kind -> kind.scope() != RawKind.Scope.CONFIG).count();
    List<RawDefinition> generated =
        definitions(schema).stream()
            .filter(definition -> GENERATED.contains(SchemaFiles.packageOf(definition.id())))
            .toList();
    List<RawField> fields =
        generated.stream().flatMap(definition -> definition.fields().values().stream()).toList();
    return String.join(
        " ",
        schema.version(),
        String.valueOf(kinds),
        String.valueOf(generated.size()),
        String.valueOf(fields.size()),
        String.valueOf(fields.stream().filter(RawField::required).count()),
        String.valueOf(fields.stream().filter(field -> !field.enumValues().isEmpty()).count()),
        String.valueOf(fields.stream().filter(field -> field.defaultJson().isPresent()).count()),
        String.valueOf(fields.stream().filter(field -> !field.listMapKeys().isEmpty()).count()));
  }

  private static List<RawDefinition> definitions(SchemaResource schema) {
    return schema.definitionIds().stream().map(id -> schema.definition(id).orElseThrow()).toList();
  }

  private static List<String> target(RawType type) {
    return switch (type) {
      case RawType.Scalar scalar -> List.of();
      case RawType.ListOf list -> target(list.element());
      case RawType.MapOf map -> target(map.value());
      case RawType.Ref ref -> List.of(ref.id());
    };
  }

  private static String table() throws IOException {
    try (InputStream in = SchemaCountsTest.class.getResourceAsStream("counts.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
