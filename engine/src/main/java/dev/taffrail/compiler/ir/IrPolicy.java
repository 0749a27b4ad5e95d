package dev.taffrail.compiler.ir;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.finding.Control;
import dev.taffrail.finding.Severity;
import dev.taffrail.source.Span;
import java.util.List;
import java.util.Optional;

/** A policy, ready to evaluate; the target is in slot 0. */
public record IrPolicy(
    String module,
    String name,
    String id,
    Metadata metadata,
    Target target,
    List<Prelude> prelude,
    List<IrStatement.Let> lets,
    List<IrRule> rules,
    int frameSize,
    Span span) {
  public IrPolicy {
    prelude = List.copyOf(prelude);
    lets = List.copyOf(lets);
    rules = List.copyOf(rules);
  }

  /** What the author says about the policy. */
  public record Metadata(
      String title,
      Severity severity,
      String description,
      String remediation,
      List<Control> controls,
      List<String> references,
      List<String> tags) {
    public Metadata {
      controls = List.copyOf(controls);
      references = List.copyOf(references);
      tags = List.copyOf(tags);
    }
  }

  /**
   * Which objects the policy is about.
   *
   * @param any objects of every kind
   * @param kinds the kinds otherwise
   * @param lifted pods inside workloads count as pods
   * @param operations admission operations it is restricted to; empty for the usual ones
   */
  public record Target(
      boolean any, List<ObjectType> kinds, boolean lifted, List<String> operations) {
    public Target {
      kinds = List.copyOf(kinds);
      operations = List.copyOf(operations);
    }
  }

  /** Lets and whens in the order written. */
  public sealed interface Prelude {
    record Binding(IrStatement.Let let) implements Prelude {}

    record When(IrExpr condition) implements Prelude {}
  }

  /** A named rule, or the whole of a policy without named rules. */
  public record IrRule(
      Optional<String> name, Metadata metadata, List<IrStatement> body, Span span) {
    public IrRule {
      body = List.copyOf(body);
    }
  }
}
