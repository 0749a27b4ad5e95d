package dev.taffrail.object;

import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.List;

/**
 * What was read from one file: objects in the order written, what could not be read, what was left
 * out.
 */
public record Manifest(
    SourceFile source,
    List<KubernetesObject> objects,
    List<ReadProblem> problems,
    List<Skipped> skipped) {
  public Manifest {
    objects = List.copyOf(objects);
    problems = List.copyOf(problems);
    skipped = List.copyOf(skipped);
  }

  /**
   * A file or document that could not be read.
   *
   * @param message one line: what is wrong
   * @param help how to cure it, or empty
   */
  public record ReadProblem(Span span, String message, String help) {}

  /** A document that is no Kubernetes object. */
  public record Skipped(Span span, String reason) {}
}
