package dev.taffrail.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundRolesTest {
  private static final String ROLE =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: %s
      metadata: {name: ops, namespace: %s}
      """;

  private static List<String> bound(String binding, String role) {
    var manifest =
        new ManifestReader()
            .read(
                SourceFile.of(
                    "rbac.yaml",
                    String.join(
                        "---\n",
                        """
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: %s
                        metadata: {name: binding, namespace: shop}
                        roleRef: {kind: %s, name: ops}
                        """
                            .formatted(binding, role),
                        ROLE.formatted("Role", "shop"),
                        ROLE.formatted("Role", "bank"),
                        ROLE.formatted("ClusterRole", "''"))));
    return BoundRoles.of(manifest.objects(), List.of(manifest)).roles().stream()
        .map(KubernetesObject::title)
        .toList();
  }

  @Test
  void aRoleIsBoundInItsNamespace() {
    assertEquals(List.of("Role shop/ops"), bound("RoleBinding", "Role"));
  }

  @Test
  void aClusterRoleIsBoundEverywhere() {
    assertEquals(List.of("ClusterRole ops"), bound("RoleBinding", "ClusterRole"));
    assertEquals(List.of("ClusterRole ops"), bound("ClusterRoleBinding", "ClusterRole"));
  }

  @Test
  void nothingElseBinds() {
    assertEquals(List.of(), bound("RoleWish", "Role"));
  }
}
