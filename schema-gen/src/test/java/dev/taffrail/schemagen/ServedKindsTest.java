package dev.taffrail.schemagen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ServedKindsTest {
  private static final String APPS = "/apis/apps/v1/";

  private final List<ApiOperation> operations = new ArrayList<>();
  private final TreeMap<String, ModelClass> models = new TreeMap<>();

  @Test
  void aPathInANamespaceMakesAKindNamespaced() {
    operation(
        "createNamespacedDeployment", APPS + "namespaces/{namespace}/deployments", "V1Deployment");
    list(
        "listDeploymentForAllNamespaces", APPS + "deployments", "V1DeploymentList", "V1Deployment");
    assertEquals(
        List.of(new ServedKind("apps", "v1", "Deployment", "deployments", true, "V1Deployment")),
        served());
  }

  @Test
  void theCoreGroupHasNoName() {
    operation("createNamespace", "/api/v1/namespaces", "V1Namespace");
    assertEquals(
        List.of(new ServedKind("", "v1", "Namespace", "namespaces", false, "V1Namespace")),
        served());
  }

  @Test
  void kindsBelowOtherObjectsAreNone() {
    operation(
        "createNamespacedPodEviction",
        "/api/v1/namespaces/{namespace}/pods/{name}/eviction",
        "V1Eviction");
    operation("readNamespacedPod", "/api/v1/namespaces/{namespace}/pods/{name}", "V1Pod");
    assertEquals(List.of(), served());
  }

  @Test
  void aListNamesItsElementsByTheirClass() {
    list(
        "listResourceClaim",
        "/apis/resource.k8s.io/v1/resourceclaims",
        "V1ResourceClaimList",
        "ResourceV1ResourceClaim");
    assertEquals("ResourceV1ResourceClaim", served().getFirst().modelClass());
    assertEquals("ResourceClaim", served().getFirst().kind());
  }

  private void operation(String name, String path, String result) {
    operations.add(new ApiOperation(name, path, Optional.of(result)));
  }

  private void list(String name, String path, String list, String element) {
    operation(name, path, list);
    var items = new FieldType.ListOf(new FieldType.Ref(element));
    models.put(
        list,
        new ModelClass(
            list,
            List.of(new ModelField("items", items, true, Optional.empty())),
            Optional.empty()));
  }

  private List<ServedKind> served() {
    return ServedKinds.of(new ClientJar(models, operations));
  }
}
