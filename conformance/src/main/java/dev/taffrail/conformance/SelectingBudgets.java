package dev.taffrail.conformance;

import dev.taffrail.finding.Finding;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.Node;
import java.util.List;

/**
 * The PodDisruptionBudgets that select the pods of some workloads. Several tools report the
 * workload where we report the budget, which holds the number that is wrong.
 */
record SelectingBudgets(List<KubernetesObject> budgets) {
  SelectingBudgets {
    budgets = List.copyOf(budgets);
  }

  static SelectingBudgets of(List<KubernetesObject> objects, List<Manifest> cluster) {
    return new SelectingBudgets(
        cluster.stream()
            .flatMap(manifest -> manifest.objects().stream())
            .filter(budget -> budget.kind().kind().equals("PodDisruptionBudget"))
            .filter(budget -> objects.stream().anyMatch(workload -> selects(budget, workload)))
            .toList());
  }

  private static boolean selects(KubernetesObject budget, KubernetesObject workload) {
    var labels =
        workload
            .root()
            .mapping("spec")
            .flatMap(spec -> spec.mapping("template"))
            .flatMap(template -> template.mapping("metadata"))
            .flatMap(metadata -> metadata.mapping("labels"));
    var wanted =
        budget
            .root()
            .mapping("spec")
            .flatMap(spec -> spec.mapping("selector"))
            .flatMap(selector -> selector.mapping("matchLabels"));
    return labels.isPresent()
        && wanted.isPresent()
        && budget.namespace().equals(workload.namespace())
        && hasAll(labels.get(), wanted.get());
  }

  private static boolean hasAll(Node.Mapping labels, Node.Mapping wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!wanted.text(wanted.key(i)).equals(labels.text(wanted.key(i)))) {
        return false;
      }
    }
    return true;
  }

  boolean areMeantBy(Finding finding) {
    return budgets.stream().anyMatch(budget -> BoundRoles.isInside(budget, finding));
  }
}
