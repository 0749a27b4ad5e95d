package dev.taffrail.compiler.schema;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the names in policies mean.
 *
 * <p>A short name ({@code Container}) means the preferred definition of that name, kinds before
 * records; see {@link DefinitionId} for the order. {@code rbac.Subject} means the one of a group,
 * and {@code autoscaling.v1.HorizontalPodAutoscaler} one of a version.
 */
final class TypeNames {
  private final Map<String, String> idsByName = new HashMap<>();

  /**
   * @param kinds definitions of kinds, which win over records
   */
  TypeNames(Collection<String> definitionIds, Collection<String> kinds) {
    add(kinds);
    add(definitionIds);
  }

  private void add(Collection<String> definitionIds) {
    for (DefinitionId id : definitionIds.stream().map(DefinitionId::of).sorted().toList()) {
      idsByName.putIfAbsent(id.name(), id.id());
      idsByName.putIfAbsent(id.alias() + "." + id.name(), id.id());
      idsByName.putIfAbsent(id.alias() + "." + id.version() + "." + id.name(), id.id());
    }
  }

  Optional<String> definition(String name) {
    return Optional.ofNullable(idsByName.get(name));
  }

  /** The shortest name that means the definition. */
  String nameOf(String definitionId) {
    DefinitionId id = DefinitionId.of(definitionId);
    String inGroup = id.alias() + "." + id.name();
    if (definitionId.equals(idsByName.get(id.name()))) {
      return id.name();
    }
    return definitionId.equals(idsByName.get(inGroup))
        ? inGroup
        : id.alias() + "." + id.version() + "." + id.name();
  }

  /** Every name, sorted. */
  List<String> all() {
    return List.copyOf(new TreeSet<>(idsByName.keySet()));
  }
}
