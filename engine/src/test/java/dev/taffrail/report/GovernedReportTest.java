package dev.taffrail.report;

import dev.taffrail.PolicyEngine;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How each format shows what is waived, what only warns, and waivers that need attention. */
class GovernedReportTest {
  private static final PolicyEngine ENGINE = PolicyEngine.builder().kubernetes("1.34").build();

  private static final String POLICIES =
      """
      policy HostNetwork {
        title: "Pods stay off the network of the node"
        severity: high
        target pod: Pod
        forbid pod.spec.hostNetwork
      }
      policy Untrusted {
        severity: low
        target pod: Pod
        for each c in pod.allContainers { require (c.image.tag ?? "") == "1" }
      }
      waive HostNetwork for Pod "infra/proxy" until 2026-12-31
        reason "it terminates the traffic of the node" approvedBy: "Ada" ticket: "NET-7"
      waive HostNetwork for Pod "infra/old" until 2026-06-30 reason "to be replaced"
      enforce HostNetwork {
        warn when (object.namespace ?? "") == "lab"
        off when (object.namespace ?? "") == "attic"
        audit when (object.namespace ?? "") == "archive"
        deny
      }
      """;

  private static final String MANIFESTS =
      List.of("infra/proxy", "infra/old", "lab/probe", "attic/box", "archive/tape").stream()
          .map(
              name ->
                  """
                  apiVersion: v1
                  kind: Pod
                  metadata: {namespace: %s, name: %s}
                  spec:
                    hostNetwork: true
                    containers: [{name: c, image: "a:1"}]
                  """
                      .formatted((Object[]) name.split("/")))
          .collect(java.util.stream.Collectors.joining("---\n"));

  static Report report() {
    var policies = ENGINE.compile(List.of(SourceFile.of("host.rail", POLICIES))).orThrow();
    var manifest = new ManifestReader().read(SourceFile.of("pods.yaml", MANIFESTS));
    return ENGINE.scan(policies.asOf(LocalDate.of(2026, 7, 1)), List.of(manifest));
  }

  @ParameterizedTest
  @EnumSource
  void everyFormat(ReportFormat format) throws IOException {
    var folder = ProjectFolders.root().resolve("engine/src/test/resources/report");
    GoldenFiles.assertMatches(
        folder.resolve("governed." + format.word()),
        ReportFormatTest.written(format, TextOptions.PLAIN, report()));
  }
}
