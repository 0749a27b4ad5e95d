package dev.taffrail.compiler.ir;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SnapshotType;
import dev.taffrail.finding.Control;
import dev.taffrail.finding.Severity;
import dev.taffrail.source.Span;
import java.util.List;
import java.util.Optional;

/** A policy, ready to evaluate; the first slots hold the target and what came with it. */
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
  /** Where the target is. */
  public static final int TARGET_SLOT = 0;

  /** Where the target as it was before is, or absent. */
  public static final int OLD_SLOT = 1;

  /** Where the admission request is, or absent. */
  public static final int REQUEST_SLOT = 2;

  public IrPolicy {
    prelude = List.copyOf(prelude);
    lets = List.copyOf(lets);
    rules = List.copyOf(rules);
  }

  /**
   * What the author says about the policy.
   *
   * @param formerly names it had before, with their module or without
   */
  public record Metadata(
      String title,
      Severity severity,
      String description,
      String remediation,
      List<Control> controls,
      List<String> references,
      List<String> tags,
      List<String> formerly) {
    public Metadata {
      formerly = List.copyOf(formerly);
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
   * @param views parts of other objects that are seen as one of the kinds count too
   * @param operations admission operations it is restricted to; empty for create and update
   * @param asked judged for admission requests only, because the author said so
   */
  public record Target(
      boolean any,
      List<ObjectType> kinds,
      boolean lifted,
      boolean views,
      List<String> operations,
      boolean asked) {
    public Target {
      kinds = List.copyOf(kinds);
      operations = List.copyOf(operations);
    }

    /** Whether it is not about an object but about everything that was given, judged once. */
    public boolean once() {
      return kinds.equals(List.of(SnapshotType.TYPE));
    }

    /**
     * Objects of an inventory, which nobody asks about.
     *
     * @param views some kind of object is declared to have parts that are seen as one of the kinds
     */
    public static Target lookedUp(List<ObjectType> kinds, boolean lifted, boolean views) {
      return new Target(false, kinds, lifted, views, List.of(), false);
    }

    /** The same without what stands inside other objects. */
    public Target(boolean any, List<ObjectType> kinds, boolean lifted) {
      this(any, kinds, lifted, false, List.of(), false);
    }

    /**
     * Whether it can be judged for an admission request only. Otherwise it is auditable: objects
     * that exist are judged as if they were created.
     */
    public boolean admissionOnly() {
      return asked || !isFor("create");
    }

    /** Whether it is about an operation, in lower case. */
    public boolean isFor(String operation) {
      return operations.isEmpty()
          ? operation.equals("create") || operation.equals("update")
          : operations.contains(operation);
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
