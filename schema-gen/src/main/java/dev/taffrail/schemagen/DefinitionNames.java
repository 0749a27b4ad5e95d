package dev.taffrail.schemagen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Gives every model class of one client release back the definition id it was generated from.
 *
 * <p>The client drops the API group from class names and puts a word in front only where two groups
 * collide. The group is found again, in this order: by the path that serves the kind, by that word,
 * by the OpenAPI documents (which keep whole ids) among the groups served in this release, and last
 * by the classes that refer to it.
 */
final class DefinitionNames {
  private final ClientJar client;
  private final Set<String> documented;
  private final Set<String> packages = new TreeSet<>();
  private final SortedMap<String, String> ids = new TreeMap<>();

  private DefinitionNames(ClientJar client, Set<String> documented) {
    this.client = client;
    this.documented = documented;
  }

  /**
   * @param documented all definition ids the OpenAPI documents know
   * @return definition ids by model class, for every class
   */
  static SortedMap<String, String> of(
      ClientJar client, List<ServedKind> kinds, Set<String> documented) {
    var names = new DefinitionNames(client, documented);
    names.nameServed(kinds);
    names.nameByWordOrDocument();
    names.nameByReferrers();
    return names.ids;
  }

  static String packageOf(String definition) {
    return definition.substring(0, definition.lastIndexOf('.'));
  }

  private void nameServed(List<ServedKind> kinds) {
    packages.add(GoPackages.META);
    packages.add("io.k8s.api.apidiscovery.v2");
    packages.add("io.k8s.api.apidiscovery.v2beta1");
    for (ServedKind kind : kinds) {
      String packageName = GoPackages.of(kind.group(), kind.version());
      packages.add(packageName);
      ids.put(kind.modelClass(), packageName + "." + kind.kind());
      String list = kind.modelClass() + "List";
      if (client.models().containsKey(list)) {
        ids.put(list, packageName + "." + kind.kind() + "List");
      }
    }
  }

  private void nameByWordOrDocument() {
    for (String model : client.models().keySet()) {
      if (!ids.containsKey(model)) {
        Optional<ModelName> name = ModelName.of(model);
        if (name.isEmpty() && model.equals("VersionInfo")) {
          ids.put(model, GoPackages.VERSION_INFO);
        }
        name.flatMap(this::byWordOrDocument).ifPresent(id -> ids.put(model, id));
      }
    }
  }

  private Optional<String> byWordOrDocument(ModelName name) {
    Set<String> ofVersion =
        packages.stream()
            .filter(packageName -> packageName.endsWith("." + name.version()))
            .collect(Collectors.toSet());
    List<String> found =
        ofVersion.stream()
            .filter(
                packageName ->
                    name.prefix().isEmpty()
                        ? documented.contains(packageName + "." + name.kind())
                        : GoPackages.classPrefix(packageName).equals(name.prefix()))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0) + "." + name.kind()) : Optional.empty();
  }

  private void nameByReferrers() {
    boolean progress = true;
    while (progress) {
      progress = false;
      for (var referrers : unnamedWithReferrers().entrySet()) {
        if (referrers.getValue().size() == 1) {
          String kind = ModelName.of(referrers.getKey()).orElseThrow().kind();
          ids.put(referrers.getKey(), referrers.getValue().iterator().next() + "." + kind);
          progress = true;
        }
      }
    }
    Map<String, Set<String>> unnamed = unnamedWithReferrers();
    if (!unnamed.isEmpty() || ids.size() != client.models().size()) {
      var missing = new TreeSet<>(client.models().keySet());
      missing.removeAll(ids.keySet());
      throw new IllegalStateException("no definition id for " + missing + ", seen from " + unnamed);
    }
    if (Set.copyOf(ids.values()).size() != ids.size()) {
      throw new IllegalStateException("two classes share a definition id");
    }
  }

  /** The packages of the named classes that refer to each class without a name. */
  private Map<String, Set<String>> unnamedWithReferrers() {
    var result = new HashMap<String, Set<String>>();
    for (ModelClass model : client.models().values()) {
      String id = ids.get(model.name());
      for (ModelField field : model.fields()) {
        for (String target : field.type().targets()) {
          if (id != null && !ids.containsKey(target)) {
            result.computeIfAbsent(target, key -> new TreeSet<>()).add(packageOf(id));
          }
        }
      }
    }
    return result;
  }
}
