package dev.taffrail.schemagen;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds the kinds a Kubernetes version serves by the paths of the client's operations.
 *
 * <p>The OpenAPI documents on Maven Central cannot tell: they hold every group ever written, those
 * removed years ago included. Kinds that exist only below another object's path (Scale, Eviction,
 * TokenRequest) cannot stand in a manifest and are left out.
 */
final class ServedKinds {
  private static final Pattern COLLECTION =
      Pattern.compile(
          "/api(?:s/(?<group>[a-z0-9.-]+))?/(?<version>v\\d+(?:(?:alpha|beta)\\d+)?)"
              + "/(?<scope>namespaces/\\{namespace}/)?(?<plural>[a-z]+)");

  private record Resource(String group, String version, String plural) {}

  private ServedKinds() {}

  static List<ServedKind> of(ClientJar client) {
    var kinds =
        new TreeMap<Resource, ServedKind>(
            Comparator.comparing(Resource::group)
                .thenComparing(Resource::version)
                .thenComparing(Resource::plural));
    for (ApiOperation operation : client.operations()) {
      var path = COLLECTION.matcher(operation.path());
      Optional<String> model = path.matches() ? modelClass(operation, client) : Optional.empty();
      if (model.isEmpty()) {
        continue;
      }
      String group = path.group("group") == null ? "" : path.group("group");
      var resource = new Resource(group, path.group("version"), path.group("plural"));
      boolean namespaced = path.group("scope") != null;
      kinds.merge(resource, kind(resource, namespaced, model.get()), ServedKinds::either);
    }
    return List.copyOf(kinds.values());
  }

  /**
   * A list of a namespaced kind also has a path for all namespaces, so one path in a namespace
   * decides.
   */
  private static ServedKind either(ServedKind left, ServedKind right) {
    if (!left.modelClass().equals(right.modelClass())) {
      throw new IllegalStateException("two classes for one path: " + left + ", " + right);
    }
    return left.namespaced() ? left : right;
  }

  private static ServedKind kind(Resource resource, boolean namespaced, String model) {
    String kind =
        ModelName.of(model)
            .orElseThrow(() -> new IllegalStateException("no version in the class " + model))
            .kind();
    return new ServedKind(
        resource.group, resource.version, kind, resource.plural, namespaced, model);
  }

  private static Optional<String> modelClass(ApiOperation operation, ClientJar client) {
    if (operation.name().startsWith("create")) {
      return operation.resultClass();
    }
    if (operation.name().startsWith("list")) {
      return operation.resultClass().map(list -> elementOf(list, client));
    }
    return Optional.empty();
  }

  /**
   * The list's items know their class; {@code V1ResourceClaimList} holds no {@code
   * V1ResourceClaim}.
   */
  private static String elementOf(String list, ClientJar client) {
    return requireNonNull(client.models().get(list)).fields().stream()
        .filter(field -> field.name().equals("items"))
        .flatMap(field -> field.type().targets().stream())
        .findAny()
        .orElseThrow(() -> new IllegalStateException("no items in the list class " + list));
  }
}
