package dev.taffrail.conformance;

import dev.taffrail.finding.Finding;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.Node;
import java.util.List;
import java.util.Optional;

/**
 * The roles that bindings among some objects refer to. Several tools report the binding where we
 * report the role, which is what has to be changed.
 */
record BoundRoles(List<KubernetesObject> roles) {
  BoundRoles {
    roles = List.copyOf(roles);
  }

  static BoundRoles of(List<KubernetesObject> objects, List<Manifest> cluster) {
    return new BoundRoles(
        cluster.stream()
            .flatMap(manifest -> manifest.objects().stream())
            .filter(role -> objects.stream().anyMatch(binding -> isBound(role, binding)))
            .toList());
  }

  private static boolean isBound(KubernetesObject role, KubernetesObject binding) {
    Optional<Node.Mapping> reference =
        binding.kind().kind().endsWith("RoleBinding")
            ? binding.root().mapping("roleRef")
            : Optional.empty();
    return reference.isPresent()
        && reference.get().text("kind").filter(role.kind().kind()::equals).isPresent()
        && reference.get().text("name").filter(role.name()::equals).isPresent()
        && (role.kind().kind().equals("ClusterRole")
            || role.namespace().equals(binding.namespace()));
  }

  boolean areMeantBy(Finding finding) {
    return roles.stream().anyMatch(role -> isInside(role, finding));
  }

  static boolean isInside(KubernetesObject object, Finding finding) {
    return finding.span().source().equals(object.source())
        && object.root().start() <= finding.span().start()
        && finding.span().start() <= object.root().end();
  }
}
