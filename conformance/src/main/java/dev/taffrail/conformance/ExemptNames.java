package dev.taffrail.conformance;

import dev.taffrail.finding.Finding;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.Node;
import java.util.List;

/**
 * Bindings that another tool leaves out by the beginning of their names, with the roles that
 * nothing else binds. That is a waiver in our terms, which is not the policy's concern.
 */
record ExemptNames(List<String> beginnings) {
  /** A parameter of this name in the mapping is no parameter of ours. */
  static final String PARAMETER = "exemptNames";

  ExemptNames {
    beginnings = List.copyOf(beginnings);
  }

  static ExemptNames of(Mapping.Row row, Case.Fields fields) {
    return new ExemptNames(
        row.parameters().stream()
            .filter(parameter -> parameter.name().equals(PARAMETER))
            .flatMap(parameter -> parameter.in(fields).stream())
            .flatMap(value -> texts(value.value()).stream())
            .toList());
  }

  private static List<String> texts(Node list) {
    return list instanceof Node.Sequence names
        ? names.elements().stream()
            .filter(Node.Text.class::isInstance)
            .map(name -> ((Node.Text) name).value())
            .toList()
        : List.of();
  }

  boolean cover(List<Manifest> cluster, Finding finding) {
    if (beginnings.isEmpty()) {
      return false;
    }
    var objects = cluster.stream().flatMap(manifest -> manifest.objects().stream()).toList();
    var exempt = objects.stream().filter(this::names).toList();
    var others = objects.stream().filter(object -> !names(object)).toList();
    return exempt.stream().anyMatch(object -> BoundRoles.isInside(object, finding))
        || BoundRoles.of(exempt, cluster).areMeantBy(finding)
            && !BoundRoles.of(others, cluster).areMeantBy(finding);
  }

  private boolean names(KubernetesObject object) {
    return object.kind().kind().endsWith("RoleBinding")
        && beginnings.stream().anyMatch(object.name()::startsWith);
  }
}
