package dev.taffrail.governance;

import dev.taffrail.compiler.ir.IrEnforcement;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.finding.Enforcement;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.runtime.interpret.RuleInterpreter;
import dev.taffrail.runtime.inventory.TargetSelection;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.Value;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides what is done about a finding.
 *
 * <p>A condition that cannot be told counts as the strictest line: a namespace that nobody knows
 * must not make a policy milder.
 */
final class EnforcementChoice {
  private final Map<String, IrEnforcement> bySubject = new HashMap<>();
  private final Grandfathering grandfathering;
  private final RuleInterpreter interpreter;
  private final SchemaTypes types;
  private final TargetSelection targets;

  EnforcementChoice(
      IrProgram program,
      List<IrEnforcement> enforcements,
      RuleInterpreter interpreter,
      SchemaTypes types) {
    enforcements.forEach(e -> bySubject.putIfAbsent(e.subject(), e));
    this.grandfathering = new Grandfathering(program, types);
    this.interpreter = interpreter;
    this.types = types;
    this.targets = new TargetSelection(types);
  }

  /**
   * What is done.
   *
   * @param reason why it is not what a line says, or empty
   */
  record Choice(Enforcement level, String reason) {
    private static Choice plain(Enforcement level) {
      return new Choice(level, "");
    }
  }

  /** What is declared for the policy is stronger than what is declared for its module. */
  Choice of(Finding finding, JudgedObjects objects) {
    String module = finding.policy().substring(0, finding.policy().lastIndexOf('/'));
    IrEnforcement declared = bySubject.getOrDefault(finding.policy(), bySubject.get(module));
    if (declared == null) {
      return Choice.plain(finding.enforcement());
    }
    Optional<KubernetesObject> object = objects.of(finding);
    Choice choice = choice(declared, object, objects);
    if (finding.outcome() == Outcome.ERROR) {
      return declared.onError().map(Choice::plain).orElse(choice);
    }
    boolean milder =
        choice.level() == Enforcement.DENY
            && declared.grandfather()
            && grandfathering.covers(finding, object);
    return milder
        ? new Choice(
            Enforcement.WARN, "warn, since the update leaves what the policy reads as it was")
        : choice;
  }

  private Choice choice(
      IrEnforcement declared, Optional<KubernetesObject> object, JudgedObjects objects) {
    List<Supplier<Value>> names = List.of(() -> whole(object), () -> namespace(object, objects));
    for (IrEnforcement.Line line : declared.lines()) {
      try {
        boolean holds =
            line.condition().isEmpty()
                || interpreter.holds(line.condition().get(), line.frameSize(), names);
        if (holds) {
          return Choice.plain(line.level());
        }
      } catch (EvaluationError unknown) {
        Enforcement level = strictest(declared);
        return new Choice(level, level.word() + ", since " + unknown.getMessage());
      }
    }
    return Choice.plain(Enforcement.DENY);
  }

  private static Enforcement strictest(IrEnforcement declared) {
    return declared.lines().stream()
        .map(IrEnforcement.Line::level)
        .max(Comparator.naturalOrder())
        .orElse(Enforcement.DENY);
  }

  private Value whole(Optional<KubernetesObject> object) {
    return object
        .map(this::root)
        .orElseThrow(
            () -> new EvaluationError(ErrorCode.NO_DATA, "the finding is about no object"));
  }

  private Value root(KubernetesObject object) {
    return targets.whole(object);
  }

  /** The namespace an object lives in; a namespace lives in itself, as admission sees it. */
  private Value namespace(Optional<KubernetesObject> judged, JudgedObjects objects) {
    KubernetesObject object =
        judged.orElseThrow(
            () -> new EvaluationError(ErrorCode.NO_DATA, "the finding is about no object"));
    if (JudgedObjects.isNamespace(object)) {
      return root(object);
    }
    if (object.namespace().isEmpty() && isOutsideOfNamespaces(object)) {
      return Value.absent();
    }
    return object
        .namespace()
        .flatMap(objects::namespace)
        .map(this::root)
        .orElseThrow(
            () ->
                new EvaluationError(
                    ErrorCode.NO_DATA,
                    object
                        .namespace()
                        .map("the namespace `%s` is not known"::formatted)
                        .orElse("it names no namespace, so that is not known")));
  }

  private boolean isOutsideOfNamespaces(KubernetesObject object) {
    return types
        .typeOf(object.kind())
        .flatMap(ObjectType::kind)
        .filter(kind -> !kind.namespaced())
        .isPresent();
  }
}
