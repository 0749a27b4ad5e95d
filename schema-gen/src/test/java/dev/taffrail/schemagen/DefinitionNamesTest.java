package dev.taffrail.schemagen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class DefinitionNamesTest {
  private static final ServedKind POD = new ServedKind("", "v1", "Pod", "pods", true, "V1Pod");
  private static final ServedKind ROLE_BINDING =
      new ServedKind(
          "rbac.authorization.k8s.io", "v1", "RoleBinding", "rolebindings", true, "V1RoleBinding");

  private final TreeMap<String, ModelClass> models = new TreeMap<>();

  @Test
  void servedKindsAreNamedByTheirPath() {
    model("V1RoleBinding");
    model("V1RoleBindingList", "V1RoleBinding");
    assertEquals("io.k8s.api.rbac.v1.RoleBinding", names(Set.of()).get("V1RoleBinding"));
    assertEquals("io.k8s.api.rbac.v1.RoleBindingList", names(Set.of()).get("V1RoleBindingList"));
  }

  @Test
  void aWordInFrontNamesTheGroup() {
    model("V1RoleBinding", "RbacV1Subject");
    model("RbacV1Subject");
    assertEquals("io.k8s.api.rbac.v1.Subject", names(Set.of()).get("RbacV1Subject"));
  }

  @Test
  void documentsDecideAmongServedGroupsOnly() {
    model("V1RoleBinding", "V1RoleRef");
    model("V1RoleRef");
    Set<String> documented = Set.of("io.k8s.api.rbac.v1.RoleRef", "io.k8s.api.gone.v1.RoleRef");
    assertEquals("io.k8s.api.rbac.v1.RoleRef", names(documented).get("V1RoleRef"));
  }

  @Test
  void whatNoDocumentKnowsBelongsToWhoRefersToIt() {
    model("V1Pod", "V1New");
    model("V1New", "V1Newer");
    model("V1Newer");
    assertEquals("io.k8s.api.core.v1.Newer", names(Set.of()).get("V1Newer"));
  }

  @Test
  void anAmbiguousClassIsNoGuess() {
    model("V1Pod", "V1Shared");
    model("V1RoleBinding", "V1Shared");
    model("V1Shared");
    var problem = assertThrows(IllegalStateException.class, () -> names(Set.of()));
    assertTrue(problem.getMessage().contains("V1Shared"), problem.getMessage());
  }

  private void model(String name, String... targets) {
    var fields = new ArrayList<ModelField>();
    for (String target : targets) {
      fields.add(new ModelField("f" + target, new FieldType.Ref(target), false, Optional.empty()));
    }
    models.put(name, new ModelClass(name, fields, Optional.empty()));
  }

  private SortedMap<String, String> names(Set<String> documented) {
    List<ServedKind> kinds =
        List.of(POD, ROLE_BINDING).stream()
            .filter(kind -> models.containsKey(kind.modelClass()))
            .toList();
    return DefinitionNames.of(new ClientJar(models, List.of()), kinds, documented);
  }
}
