package dev.taffrail.object;

import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.List;

/**
 * What was read from one file: objects in the order written, what could not be read, what was left
 * out.
 *
 * <p>A document that kubectl refuses is a problem and no object. What kubectl reads but no API
 * server takes, or not as it was meant, is an object and a problem, so that nothing passes in
 * silence.
 *
 * @param source the file; its text is empty if the file could not be read at all
 * @param objects the items of a list each on their own
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
