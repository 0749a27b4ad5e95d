package dev.taffrail.schemagen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.schemagen.RemovedKinds.Served;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RemovedKindsTest {
  private static final ServedKind POD = kind("", "v1", "Pod");
  private static final ServedKind PSP = kind("policy", "v1beta1", "PodSecurityPolicy");

  @Test
  void aKindLeavesInTheNextVersion() {
    assertEquals(
        List.of("policy/v1beta1 PodSecurityPolicy things cluster 1.25"),
        RemovedKinds.lines(
            List.of(served("1.23", POD, PSP), served("1.24", POD, PSP), served("1.25", POD))));
  }

  @Test
  void aGapNeedsAKnownFact() {
    var history = List.of(served("1.24", POD, PSP), served("1.26", POD));
    var problem = assertThrows(IllegalStateException.class, () -> RemovedKinds.lines(history));
    assertTrue(problem.getMessage().contains("PodSecurityPolicy"), problem.getMessage());
  }

  @Test
  void aKnownFactWinsOverThePaths() {
    ServedKind deployment = kind("extensions", "v1beta1", "Deployment");
    assertEquals(
        List.of("extensions/v1beta1 Deployment things cluster 1.16"),
        RemovedKinds.lines(List.of(served("1.17", deployment), served("1.18", POD))));
  }

  private static Served served(String version, ServedKind... kinds) {
    return new Served(new Releases.Release(version, 0), List.of(kinds));
  }

  private static ServedKind kind(String group, String version, String kind) {
    return new ServedKind(group, version, kind, "things", false, "V1" + kind);
  }
}
