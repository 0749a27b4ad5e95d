package dev.taffrail.fuzz;

import dev.taffrail.Compilation;
import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicySet;
import dev.taffrail.finding.Finding;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.report.ReportFormat;
import dev.taffrail.report.TextOptions;
import dev.taffrail.source.SourceFile;
import dev.taffrail.value.ErrorCode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Reads a manifest, judges it by a policy that looks at most kinds of value, and reports. */
final class Judgement {
  private static final PolicyEngine ENGINE = PolicyEngine.builder().build();
  private static final PolicySet POLICIES =
      ((Compilation.Compiled)
              ENGINE.compile(
                  List.of(
                      SourceFile.of(
                          "policy.rail",
                          """
                          policy Looks {
                            target pod: Pod
                            require pod.metadata.labels["app"]! != "x"
                            for each c in pod.allContainers {
                              require c.image.tag ?? "latest" != "latest" and c.securityContext.privileged == false
                              require c.resources.limits.memory! <= 1Gi
                              require none p in c.ports { p.hostPort is set }
                            }
                          }
                          """))))
          .policies();

  private Judgement() {}

  static void of(String name, byte[] input) {
    var report = ENGINE.scan(POLICIES, List.of(new ManifestReader().read(name, input)));
    for (Finding finding : report.findings()) {
      if (finding.code().equals(Optional.of(ErrorCode.INTERNAL))) {
        throw new AssertionError(finding.message());
      }
    }
    try {
      // One format each time: five would take longer than reading.
      var formats = ReportFormat.values();
      formats[input.length % formats.length]
          .writer(TextOptions.PLAIN)
          .write(report, new StringWriter());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
