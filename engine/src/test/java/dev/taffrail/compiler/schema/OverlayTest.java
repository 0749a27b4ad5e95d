package dev.taffrail.compiler.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Walks every line of the overlay: a wrong one is a policy that passes silently. */
class OverlayTest {
  private static final Overlay OVERLAY = Overlay.loaded();
  private static final List<String> VERSIONS = SchemaResource.versions();

  @Test
  void everyDefinitionExistsInAVersion() {
    var unknown = new ArrayList<String>();
    for (String id : OVERLAY.definitionIds()) {
      if (VERSIONS.stream().noneMatch(v -> SchemaResource.load(v).definition(id).isPresent())) {
        unknown.add(id);
      }
    }
    assertEquals(List.of(), unknown);
  }

  @Test
  void aDefinitionStandsInOneFile() {
    assertEquals(OVERLAY.definitionIds().size(), new HashSet<>(OVERLAY.definitionIds()).size());
  }

  /** A line with a range must hold in all of it; one without wherever the field exists. */
  @Test
  void everyLineNamesAFieldOfTheVersionsItIsFor() {
    var wrong = new ArrayList<String>();
    for (String id : OVERLAY.definitionIds()) {
      for (OverlayEntry entry : OVERLAY.record(id).entries()) {
        List<String> without =
            VERSIONS.stream()
                .filter(entry::holdsFor)
                .filter(v -> SchemaResource.load(v).definition(id).isPresent())
                .filter(v -> !hasField(v, id, entry.field()))
                .toList();
        long meant = VERSIONS.stream().filter(entry::holdsFor).count();
        if (entry.versions().isPresent() && !without.isEmpty() || without.size() == meant) {
          wrong.add(id + "." + entry.field() + " is not in " + without);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static boolean hasField(String version, String id, String field) {
    return SchemaResource.load(version).definition(id).orElseThrow().fields().containsKey(field);
  }

  @Test
  void atMostOneLineHoldsForAFieldInAVersion() {
    var twice = new ArrayList<String>();
    for (String id : OVERLAY.definitionIds()) {
      for (String version : VERSIONS) {
        var seen = new HashSet<String>();
        for (OverlayEntry entry : OVERLAY.record(id).entries()) {
          if (entry.holdsFor(version) && !seen.add(entry.field())) {
            twice.add(version + " " + id + "." + entry.field());
          }
        }
      }
    }
    assertEquals(List.of(), twice);
  }

  @Test
  void everyLineSaysSomethingAndWhereItIsSaid() {
    var silent = new ArrayList<String>();
    for (String id : OVERLAY.definitionIds()) {
      OverlayRecord record = OVERLAY.record(id);
      if (record.transparency().filter(source -> source.length() < 12).isPresent()) {
        silent.add(id);
      }
      for (OverlayEntry entry : record.entries()) {
        boolean says =
            entry.type().isPresent() || entry.required().isPresent() || entry.unset().isPresent();
        boolean contradicts =
            entry.required().equals(Optional.of(true)) && entry.unset().isPresent()
                || entry.zeroIsUnset() && entry.unset().isEmpty();
        if (!says || contradicts || entry.source().length() < 12) {
          silent.add(id + "." + entry.field());
        }
      }
    }
    assertEquals(List.of(), silent);
  }

  /** Builds every field of every version, which decodes every default as its type. */
  @Test
  void everyDefaultIsAValueOfItsType() {
    int defaults = 0;
    for (String version : VERSIONS) {
      SchemaCatalog catalog = SchemaCatalog.of(version);
      for (String name : catalog.names()) {
        for (Field field : catalog.type(name).orElseThrow().fields().values()) {
          defaults += field.fallback().isPresent() ? 1 : 0;
        }
      }
    }
    assertTrue(defaults > 1000, () -> "the walk saw too few defaults");
  }

  /** The checker gives such a field a value even where its record is absent, the reader cannot. */
  @Test
  void rulesStandInRecordsThatAreNotTransparent() {
    var wrong = new ArrayList<String>();
    for (String id : OVERLAY.definitionIds()) {
      OverlayRecord record = OVERLAY.record(id);
      for (OverlayEntry entry : record.entries()) {
        if (record.transparency().isPresent()
            && entry.unset().filter(OverlayEntry.Unset.Rule.class::isInstance).isPresent()) {
          wrong.add(id + "." + entry.field());
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** A finer type may not change what a manifest looks like. */
  @Test
  void finerTypesRefineThePublishedOnes() {
    var wrong = new ArrayList<String>();
    for (String version : VERSIONS) {
      SchemaCatalog catalog = SchemaCatalog.of(version);
      for (String id : OVERLAY.definitionIds()) {
        Optional<RawDefinition> definition = SchemaResource.load(version).definition(id);
        if (definition.isPresent()) {
          ObjectType type = catalog.type(qualified(id)).orElseThrow();
          for (OverlayEntry entry : OVERLAY.record(id).entries()) {
            RawField raw = definition.get().fields().get(entry.field());
            if (raw != null
                && entry.type().isPresent()
                && !refines(type.field(entry.field()).orElseThrow().type(), raw.type())) {
              wrong.add(version + " " + id + "." + entry.field());
            }
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static boolean refines(Type finer, RawType raw) {
    return switch (raw) {
      case RawType.ListOf list ->
          finer instanceof Type.ListOf typed && refines(typed.element(), list.element());
      case RawType.MapOf map ->
          finer instanceof Type.MapOf typed && refines(typed.value(), map.value());
      case RawType.Ref reference -> false;
      case RawType.Scalar scalar ->
          scalar == RawType.Scalar.JSON
              || scalar == RawType.Scalar.STRING && isText(finer)
              || scalar == RawType.Scalar.BYTES && finer == Type.Scalar.BYTES;
    };
  }

  private static boolean isText(Type type) {
    Set<Type.Scalar> text =
        Set.of(
            Type.Scalar.ADDRESS,
            Type.Scalar.BYTES,
            Type.Scalar.CAPABILITY,
            Type.Scalar.CIDR,
            Type.Scalar.DURATION,
            Type.Scalar.IMAGE_REF,
            Type.Scalar.INSTANT,
            Type.Scalar.IP,
            Type.Scalar.QUANTITY,
            Type.Scalar.SEMVER,
            Type.Scalar.UNIX_PATH,
            Type.Scalar.URL);
    return type instanceof Type.TextEnum
        || type instanceof Type.Scalar scalar && text.contains(scalar);
  }

  private static String qualified(String definitionId) {
    String name = definitionId.substring(definitionId.lastIndexOf('.') + 1);
    return SchemaPackage.ofDefinition(definitionId).names(name).getLast();
  }

  @Test
  void refusesALineWithoutASource() {
    var problem =
        assertThrows(
            IllegalStateException.class,
            () -> OverlayLine.read("privileged = false", Map.of("types", "types.go")));
    assertTrue(problem.getMessage().contains("no source"));
  }

  @Test
  void refusesAnUnknownSource() {
    var problem =
        assertThrows(
            IllegalStateException.class,
            () -> OverlayLine.read("privileged = false -- typos X", Map.of("types", "types.go")));
    assertTrue(problem.getMessage().contains("unknown source `typos`"));
  }

  @Test
  void readsAWholeLine() {
    assertEquals(
        new OverlayEntry(
            "operator",
            Optional.of("1.35-"),
            Optional.of("\"Equal\" | \"Exists\""),
            Optional.of(false),
            Optional.of(new OverlayEntry.Unset.Constant("\"Equal\"")),
            true,
            "types.go Toleration.Operator"),
        OverlayLine.read(
            "operator @1.35- optional = \"Equal\" zero : \"Equal\" | \"Exists\" -- types Toleration.Operator",
            Map.of("types", "types.go")));
  }
}
