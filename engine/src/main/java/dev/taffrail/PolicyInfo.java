package dev.taffrail;

import dev.taffrail.finding.Control;
import dev.taffrail.finding.Severity;
import dev.taffrail.source.Span;
import java.util.List;

/**
 * What is known of a policy without evaluating it.
 *
 * @param id qualified id, {@code std.pss/privileged}
 * @param description the doc comment, Markdown
 * @param parameters its parameters, those of its module included
 * @param auditable whether scans can judge it; otherwise it is for admission requests only
 * @param timeDependent whether it asks for the time, so that a verdict holds for a moment only
 * @param externals external functions that it calls, sorted
 */
public record PolicyInfo(
    String id,
    String title,
    Severity severity,
    String description,
    String remediation,
    List<Control> controls,
    List<String> references,
    List<String> tags,
    List<String> rules,
    List<Parameter> parameters,
    List<String> kinds,
    boolean auditable,
    boolean timeDependent,
    List<String> externals,
    Span span) {
  /**
   * A parameter.
   *
   * @param written as {@code name: Type = default}
   * @param description the doc comment, Markdown
   */
  public record Parameter(String written, String description) {}

  /** The module of the id: {@code std.pss}. */
  public String module() {
    return id.substring(0, id.indexOf('/'));
  }

  /** The id without the module: {@code privileged}. */
  public String shortName() {
    return id.substring(id.indexOf('/') + 1);
  }
}
