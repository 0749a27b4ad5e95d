package dev.taffrail.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.taffrail.PolicyEngine;
import dev.taffrail.finding.Finding;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExemptNamesTest {
  private static final String OBJECT =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: %s
      metadata: {name: %s}
      """;

  private static final String ROLE_REF =
      "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %s}\n";

  private static String binding(String name, String role) {
    return OBJECT.formatted("ClusterRoleBinding", name) + ROLE_REF.formatted(role);
  }

  private static List<String> left(String names) {
    var manifest =
        new ManifestReader()
            .read(
                SourceFile.of(
                    "rbac.yaml",
                    String.join(
                        "---\n",
                        OBJECT.formatted("ClusterRole", "shared"),
                        OBJECT.formatted("ClusterRole", "own"),
                        binding("system:a", "shared"),
                        binding("system:b", "own"),
                        binding("c", "shared"))));
    var policy =
        """
        edition 2026
        module a
        policy Never {
          severity: low
          target obj: ClusterRole | ClusterRoleBinding
          forbid obj.name != "" message "{obj.name}"
        }
        """;
    var policies =
        PolicyEngine.builder().build().compile(List.of(SourceFile.of("a.rail", policy))).orThrow();
    var row = (Mapping.Row) Mapping.of("\nt,c,a/never,," + names + "\n").of("t", "c").orElseThrow();
    var exempt = ExemptNames.of(row, new Case.Fields(new ObjectMapper().createObjectNode()));
    return PolicyEngine.builder().build().scan(policies, List.of(manifest)).findings().stream()
        .filter(finding -> !exempt.cover(List.of(manifest), finding))
        .map(Finding::message)
        .sorted()
        .toList();
  }

  @Test
  void bindingsOfSuchNamesAndWhatTheyAloneBind() {
    assertEquals(List.of("c", "own", "shared", "system:a", "system:b"), left(""));
    assertEquals(List.of("c", "shared"), left("exemptNames=[\"system:\"]"));
    assertEquals(List.of("c", "own", "shared", "system:a", "system:b"), left("exemptNames=[own]"));
  }
}
