package dev.taffrail.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.taffrail.PolicyEngine;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExemptImagesTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: cart}
      spec:
        hostPID: true
        containers:
        - {name: a, image: "shop/a:1", tty: true}
        - {name: b, image: "bank/b:1", tty: true}
      """;

  private static final String POLICY =
      """
      edition 2026
      module a
      policy NoTty {
        severity: low
        target pod: Pod
        forbid pod.spec.hostPID ?? false message "pod"
        for each c in pod.allContainers { forbid c.tty ?? false message "{c.name}" }
      }
      """;

  private static List<String> left(String images) throws JsonProcessingException {
    var exempt =
        ExemptImages.of(
            new Case.Fields(
                new ObjectMapper().readTree("{\"params\": {\"exemptImages\": " + images + "}}")));
    var engine = PolicyEngine.builder().build();
    var policies = engine.compile(List.of(SourceFile.of("a.rail", POLICY))).orThrow();
    var manifest = new ManifestReader().read(SourceFile.of("cart.yaml", POD));
    return engine.scan(policies, List.of(manifest)).findings().stream()
        .filter(finding -> !exempt.covers(manifest, finding))
        .map(finding -> finding.message())
        .toList();
  }

  @Test
  void findingsAboutContainersWithSuchImagesAreLeftOut() throws JsonProcessingException {
    assertEquals(List.of("pod", "a", "b"), left("[]"));
    assertEquals(List.of("pod", "b"), left("[\"shop/*\"]"));
    assertEquals(List.of("pod", "a"), left("[\"bank/b:1\", \"shop/a\"]"));
    assertEquals(List.of("pod"), left("[\"*\"]"));
  }
}
