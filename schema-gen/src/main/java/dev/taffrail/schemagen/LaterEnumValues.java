package dev.taffrail.schemagen;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The values that enums gained after the newest OpenAPI document.
 *
 * <p>Found by comparing the descriptions of every field with an enum between the releases of the
 * client; to be compared again with every new release.
 */
final class LaterEnumValues {
  private record Gain(int minor, List<String> values) {}

  private static final Map<String, Gain> GAINS =
      Map.of(
          "io.k8s.api.core.v1.Toleration.operator", new Gain(35, List.of("Gt", "Lt")),
          "io.k8s.api.resource.v1.DeviceTaint.effect", new Gain(35, List.of("None")),
          "io.k8s.api.resource.v1alpha3.DeviceTaint.effect", new Gain(35, List.of("None")),
          "io.k8s.api.resource.v1beta1.DeviceTaint.effect", new Gain(35, List.of("None")),
          "io.k8s.api.resource.v1beta2.DeviceTaint.effect", new Gain(35, List.of("None")));

  private LaterEnumValues() {}

  static FieldNotes added(FieldNotes notes, int minor, String definition, String field) {
    Gain gain = GAINS.get(definition + "." + field);
    if (gain == null || minor < gain.minor) {
      return notes;
    }
    return notes.withEnumValues(
        Stream.concat(notes.enumValues().stream(), gain.values.stream()).sorted().toList());
  }
}
