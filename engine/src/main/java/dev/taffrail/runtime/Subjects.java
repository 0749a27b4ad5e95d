package dev.taffrail.runtime;

import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.runtime.inventory.ObjectKey;
import dev.taffrail.runtime.inventory.TargetSelection;
import dev.taffrail.runtime.view.Components;
import dev.taffrail.runtime.view.DeclaredViews;
import dev.taffrail.runtime.view.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What of an object a policy judges: the object, the pod inside it, the components it runs. */
final class Subjects {
  private final TargetSelection selection;
  private final DeclaredViews views;
  private final Components components;

  /**
   * @param objects what is known of a kind
   */
  Subjects(SchemaTypes types, Function<GroupKind, List<KubernetesObject>> objects) {
    this.selection = new TargetSelection(types);
    this.views = new DeclaredViews(types);
    this.components = new Components(types, objects);
  }

  /** All of them, in the order they stand in the object; none if the policy is not about it. */
  List<Subject> of(IrPolicy.Target target, KubernetesObject object) {
    var found = new ArrayList<Subject>();
    selection.select(target, object).map(Subject::of).ifPresent(found::add);
    if (target.views()) {
      found.addAll(views.in(object, target.kinds()));
    }
    if (isAboutComponents(target)) {
      for (ObjectType kind : target.kinds()) {
        found.addAll(components.in(object, kind));
      }
    }
    return found;
  }

  /** Whether what a policy judges may lie in the template of a workload. */
  static boolean looksIntoPods(IrPolicy.Target target) {
    return target.lifted() || isAboutComponents(target);
  }

  /** Whether a change of one object can change what is judged in another. */
  boolean canChange(IrPolicy.Target target, KubernetesObject object, ObjectKey changed) {
    return isAboutComponents(target)
        && components.mayBeConfiguredBy(
            object, changed.kind(), changed.namespace(), changed.name());
  }

  static boolean isAboutComponents(IrPolicy.Target target) {
    return target.kinds().stream().anyMatch(kind -> Component.of(kind).isPresent());
  }
}
