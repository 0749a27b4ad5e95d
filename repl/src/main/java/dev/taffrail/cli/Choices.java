package dev.taffrail.cli;

import dev.taffrail.PolicyEngine;
import dev.taffrail.cli.line.Given;
import dev.taffrail.compiler.FilesOnDisk;
import dev.taffrail.compiler.schema.custom.CustomDefinition;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.finding.Severity;
import dev.taffrail.report.ReportFormat;
import dev.taffrail.source.SourceFile;
import dev.taffrail.stdlib.StandardLibrary;
import dev.taffrail.value.DateValue;
import dev.taffrail.value.InstantValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Options whose value is one of a few words. */
final class Choices {
  private Choices() {}

  static ReportFormat format(String word) throws UsageMistake {
    return ReportFormat.of(word)
        .orElseThrow(() -> unknown("there is no format", word, "formats", ReportFormat.words()));
  }

  static Severity severity(String word) throws UsageMistake {
    List<String> words = Arrays.stream(Severity.values()).map(Severity::word).toList();
    return Severity.of(word)
        .orElseThrow(() -> unknown("there is no severity", word, "severities", words));
  }

  /** One of a few words. */
  static String word(String what, String word, String plural, List<String> known)
      throws UsageMistake {
    if (!known.contains(word)) {
      throw unknown(what, word, plural, known);
    }
    return word;
  }

  /** The moment of a run, if it is given; a day begins in UTC. */
  static Optional<Instant> date(Optional<String> word) throws UsageMistake {
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> moment =
        DateValue.parse(word.get())
            .map(day -> day.value().atStartOfDay(ZoneOffset.UTC).toInstant())
            .or(() -> InstantValue.parse(word.get()).map(InstantValue::value));
    if (moment.isEmpty()) {
      throw new UsageMistake(
          "`" + word.get() + "` is no day and no moment",
          "write --date 2026-12-31 or --date 2026-12-31T10:00Z");
    }
    return moment;
  }

  /** The engine for a command with the options {@code --kubernetes} and {@code --schemas}. */
  static PolicyEngine engine(Given arguments) throws UsageMistake {
    return engine(arguments.value("--kubernetes"), SchemaChoice.of(arguments.values("--schemas")));
  }

  /** An engine with the standard library, for the given Kubernetes version or the newest. */
  static PolicyEngine engine(Optional<String> kubernetes) throws UsageMistake {
    return engine(kubernetes, List.of());
  }

  /** The same, with further kinds. */
  static PolicyEngine engine(Optional<String> kubernetes, List<CustomDefinition> definitions)
      throws UsageMistake {
    return engine(kubernetes, definitions, StandardLibrary::files);
  }

  /** The same, whose library comes with its tests. */
  static PolicyEngine engineWithTests(Given arguments) throws UsageMistake {
    return engine(
        arguments.value("--kubernetes"),
        SchemaChoice.of(arguments.values("--schemas")),
        StandardLibrary::filesWithTests);
  }

  private static PolicyEngine engine(
      Optional<String> kubernetes,
      List<CustomDefinition> definitions,
      Function<String, List<SourceFile>> library)
      throws UsageMistake {
    var builder =
        PolicyEngine.builder()
            .library(StandardLibrary.modules(), library)
            .importing(new FilesOnDisk())
            .definitions(definitions);
    if (kubernetes.isPresent()) {
      String version = kubernetes.get();
      List<String> known = PolicyEngine.kubernetesVersions();
      if (!known.contains(version)) {
        throw unknownKubernetes(version, known);
      }
      builder.kubernetes(version);
    }
    return builder.build();
  }

  private static UsageMistake unknownKubernetes(String version, List<String> known) {
    // v1.34 and 1.34.2 mean 1.34.
    String minor = version.replaceFirst("^[vV]", "").replaceFirst("^(\\d+\\.\\d+)\\..*", "$1");
    if (known.contains(minor)) {
      return new UsageMistake(
          "the Kubernetes version is written without prefix and patch level, not `" + version + "`",
          "did you mean `" + minor + "`?");
    }
    return unknown("there is no schema for Kubernetes", version, "versions", known);
  }

  private static UsageMistake unknown(String what, String word, String plural, List<String> known) {
    String list = plural + ": " + String.join(", ", known);
    return new UsageMistake(
        what + " `" + word + "`",
        Spelling.nearest(word, known)
            .map(meant -> List.of("did you mean `" + meant + "`?", list))
            .orElse(List.of(list)));
  }
}
