package dev.taffrail.governance;

import dev.taffrail.finding.Finding;
import dev.taffrail.object.KubernetesObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of a run, found again from what findings say of them. */
final class JudgedObjects {
  private record Key(String file, String kind, String name) {}

  private final Map<Key, List<KubernetesObject>> byName = new HashMap<>();
  private final Map<String, KubernetesObject> namespaces = new HashMap<>();

  /**
   * @param objects what is judged
   * @param namespaces further namespaces that are known
   */
  JudgedObjects(Collection<KubernetesObject> objects, Collection<KubernetesObject> namespaces) {
    objects.forEach(o -> byName.computeIfAbsent(key(o), k -> new ArrayList<>()).add(o));
    objects.stream().filter(JudgedObjects::isNamespace).forEach(this::addNamespace);
    namespaces.stream().filter(JudgedObjects::isNamespace).forEach(this::addNamespace);
  }

  private void addNamespace(KubernetesObject namespace) {
    namespaces.putIfAbsent(namespace.name(), namespace);
  }

  static boolean isNamespace(KubernetesObject object) {
    return object.kind().group().isEmpty() && object.kind().kind().equals("Namespace");
  }

  private static Key key(KubernetesObject object) {
    return new Key(object.source().name(), object.kind().kind(), object.title());
  }

  /** The object a finding is about; the one around its place if several have one name. */
  Optional<KubernetesObject> of(Finding finding) {
    return finding
        .object()
        .map(o -> new Key(finding.span().source().name(), o.kind(), o.title()))
        .map(key -> byName.getOrDefault(key, List.of()))
        .flatMap(
            named ->
                named.stream()
                    .filter(o -> isAround(o, finding))
                    .findFirst()
                    .or(() -> named.stream().findFirst()));
  }

  private static boolean isAround(KubernetesObject object, Finding finding) {
    int start = finding.span().start();
    return object.root().start() <= start && start <= object.root().end();
  }

  Optional<KubernetesObject> namespace(String name) {
    return Optional.ofNullable(namespaces.get(name));
  }
}
