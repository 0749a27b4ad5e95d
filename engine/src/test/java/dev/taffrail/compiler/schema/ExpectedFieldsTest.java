package dev.taffrail.compiler.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.value.DurationValue;
import dev.taffrail.value.IntOrString;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.Quantity;
import dev.taffrail.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares what reading a field means with a table that was written by hand from the documentation
 * of Kubernetes, never from the overlay.
 */
class ExpectedFieldsTest {
  private record Line(String record, String field, String reading, String versions) {
    static Line read(String text) {
      String[] parts = text.split(";", -1);
      return new Line(parts[0], parts[1], parts[2], parts[3].isEmpty() ? "1.0-" : parts[3]);
    }
  }

  static List<Line> lines() throws IOException {
    try (InputStream in = ExpectedFieldsTest.class.getResourceAsStream("expected-fields.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Line::read)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void readingAFieldMeansWhatTheDocumentationSays(Line line) {
    for (String version : SchemaCatalog.versions()) {
      if (VersionRange.includes(line.versions(), version)) {
        ObjectType type = SchemaCatalog.of(version).type(line.record()).orElseThrow();
        Field field = type.field(line.field()).orElseThrow();
        assertEquals(line.reading(), describe(field), () -> line + " in " + version);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ObjectMeta", "PodSecurityContext", "SecurityContext", "Capabilities",
        "WindowsSecurityContextOptions", "ResourceRequirements", "Affinity", "PodAntiAffinity"
      })
  void anAbsentRecordOfTheseMeansAnEmptyOne(String record) {
    assertEquals(true, SchemaCatalog.newest().type(record).orElseThrow().transparent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HostPathVolumeSource",
        "EmptyDirVolumeSource",
        "SecretVolumeSource",
        "Probe",
        "HTTPGetAction",
        "TCPSocketAction",
        "LabelSelector",
        "SeccompProfile",
        "AppArmorProfile",
        "SELinuxOptions",
        "PodOS",
        "Lifecycle",
        "PodSpec",
        "Container",
        "NodeSelector",
        "ImageVolumeSource",
        "ProjectedVolumeSource",
        "Volume",
        "PodStatus"
      })
  void theAbsenceOfTheseMeansSomething(String record) {
    assertEquals(false, SchemaCatalog.newest().type(record).orElseThrow().transparent());
  }

  /** Like {@code Bool = false}, {@code String?}, {@code String required}, {@code Int = @rule}. */
  private static String describe(Field field) {
    String type = TypePrinter.print(field.readType());
    String meaning =
        field
            .fallback()
            .map(
                fallback ->
                    switch (fallback) {
                      case Field.Fallback.Constant constant -> " = " + print(constant.value());
                      case Field.Fallback.Contextual rule -> " = @" + rule.rule();
                    })
            .orElse(field.required() ? " required" : "");
    return type + meaning;
  }

  private static String print(Value value) {
    return switch (value) {
      case Value.Bool bool -> String.valueOf(bool.value());
      case Value.Int number -> String.valueOf(number.value());
      case Value.Text text -> "\"" + text.value() + "\"";
      case DurationValue duration -> duration.text();
      case Quantity quantity -> quantity.amount().toPlainString();
      case IntOrString either -> print(either.content());
      case ListValue list ->
          list.elements().stream()
              .map(ExpectedFieldsTest::print)
              .collect(Collectors.joining(", ", "[", "]"));
      default -> value.toString();
    };
  }
}
