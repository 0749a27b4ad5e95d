package dev.taffrail.compiler.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Texts;
import dev.taffrail.compiler.type.Type;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every line of the tables of flags. */
class FlagTableTest {
  @ParameterizedTest
  @EnumSource
  void tablesNameTheirSourceAndAreConsistent(Component component) {
    FlagTable table = FlagTable.of(component.binary());
    assertFalse(table.source().isEmpty());
    var names = new HashSet<String>();
    table.flags().forEach(flag -> assertTrue(names.add(flag.name()), flag.name()));
    var sorted = table.flags().stream().map(FlagTable.Flag::name).sorted().toList();
    assertEquals(sorted, table.flags().stream().map(FlagTable.Flag::name).toList());
    for (FlagTable.Flag flag : table.flags()) {
      flag.unless().ifPresent(other -> assertTrue(names.contains(other), flag.toString()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void defaultsAreOfTheirType(Component component) {
    for (FlagTable.Flag flag : FlagTable.of(component.binary()).flags()) {
      if (flag.value().isPresent()) {
        boolean fits =
            switch (flag.type()) {
              case Type.Scalar scalar -> Texts.parse(scalar, flag.value().get()).isPresent();
              case Type.ListOf list -> !flag.value().get().isEmpty();
              default -> false;
            };
        assertTrue(fits, flag.toString());
      }
    }
  }

  @Test
  void flagsAreThereInTheirVersionsOnly() {
    assertTrue(has("1.34", "Kubelet", "podInfraContainerImage"));
    assertFalse(has("1.35", "Kubelet", "podInfraContainerImage"));
    assertTrue(has("1.33", "Kubelet", "cloudConfig"));
    assertFalse(has("1.34", "Kubelet", "cloudConfig"));
    assertTrue(has("1.32", "KubeApiServer", "cloudConfig"));
    assertFalse(has("1.33", "KubeApiServer", "cloudConfig"));
    assertFalse(has("1.32", "KubeApiServer", "emulationForwardCompatible"));
    assertTrue(has("1.33", "KubeApiServer", "emulationForwardCompatible"));
    assertFalse(has("1.31", "KubeControllerManager", "volumeHostCidrDenylist"));
  }

  private static boolean has(String version, String component, String flag) {
    ObjectType view = SchemaCatalog.of(version).type(component).orElseThrow();
    return ((ObjectType) view.field("flags").orElseThrow().type()).field(flag).isPresent();
  }

  @Test
  void aFlagWithoutDefaultMayBeMissing() {
    ObjectType view = SchemaCatalog.newest().type("KubeApiServer").orElseThrow();
    var flags = (ObjectType) view.field("flags").orElseThrow().type();
    assertEquals("Bool", shown(flags, "anonymousAuth"));
    assertEquals("String?", shown(flags, "encryptionProviderConfig"));
    assertEquals("List<String>", shown(flags, "enableAdmissionPlugins"));
    assertEquals("Map<String, Bool>", shown(flags, "featureGates"));
  }

  @Test
  void flagsOfOtherVersionsAreNamedWithTheirs() {
    var older = flags("1.31");
    var newest = flags(SchemaCatalog.newest().version());
    assertFalse(older.field("requestheaderUidHeaders").isPresent());
    assertTrue(newest.field("requestheaderUidHeaders").isPresent());
    assertEquals(
        Optional.of("it is there since Kubernetes 1.32"),
        SchemaCatalog.of("1.31").whyMissing(older, "requestheaderUidHeaders"));
    assertEquals(
        Optional.of("it was there until Kubernetes 1.23"),
        SchemaCatalog.newest().whyMissing(newest, "insecurePort"));
    assertEquals(Optional.empty(), SchemaCatalog.newest().whyMissing(newest, "anonymousAuth"));
  }

  private static ObjectType flags(String version) {
    ObjectType view = SchemaCatalog.of(version).type("KubeApiServer").orElseThrow();
    return (ObjectType) view.field("flags").orElseThrow().type();
  }

  private static String shown(ObjectType flags, String name) {
    return dev.taffrail.compiler.type.TypePrinter.print(
        flags.field(name).map(Field::readType).orElseThrow());
  }
}
