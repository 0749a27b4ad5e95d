package dev.taffrail.schemagen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ModelNameTest {

  @Test
  void namesFallIntoWordVersionAndKind() {
    assertEquals(name("", "v1", "Pod"), ModelName.of("V1Pod"));
    assertEquals(name("", "v1alpha3", "DeviceClass"), ModelName.of("V1alpha3DeviceClass"));
    assertEquals(name("", "v2", "MetricSpec"), ModelName.of("V2MetricSpec"));
    assertEquals(name("Core", "v1", "Event"), ModelName.of("CoreV1Event"));
    assertEquals(name("", "v1", "JSONSchemaProps"), ModelName.of("V1JSONSchemaProps"));
  }

  @Test
  void aNameWithoutVersionIsNone() {
    assertEquals(Optional.empty(), ModelName.of("VersionInfo"));
  }

  private static Optional<ModelName> name(String prefix, String version, String kind) {
    return Optional.of(new ModelName(prefix, version, kind));
  }
}
