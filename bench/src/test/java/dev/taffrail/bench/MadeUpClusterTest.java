package dev.taffrail.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The clusters that speed is measured with. */
class MadeUpClusterTest {
  @Test
  void itIsTheSameInEveryRun() {
    assertEquals(
        MadeUpCluster.of(500, ClusterShape.ORDINARY), MadeUpCluster.of(500, ClusterShape.ORDINARY));
  }

  @ParameterizedTest
  @EnumSource
  void itsObjectsCanBeReadAndHaveNamesOfTheirOwn(ClusterShape shape) {
    var names = new HashSet<String>();
    int objects = 0;
    for (List<String> kind : MadeUpCluster.of(2_000, shape).values()) {
      for (String text : kind) {
        Manifest manifest = new ManifestReader().read(SourceFile.of("object.json", text));
        assertEquals(List.of(), manifest.problems());
        names.add(manifest.objects().getFirst().title());
        objects++;
      }
    }
    assertTrue(objects >= 2_000);
    assertEquals(objects, names.size());
  }
}
