package dev.taffrail.compiler.schema;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the names in policies mean.
 *
 * <p>A short name ({@code Container}) means the preferred definition of that name, kinds before
 * records; see {@link SchemaPackage} for the order. {@code rbac.Subject} means the one of a group,
 * and {@code autoscaling.v1.HorizontalPodAutoscaler} one of a version.
 *
 * <p>A command asks for a few names of a thousand, so packages are looked into one after the other
 * until one has the name.
 */
final class TypeNames {
  private final SchemaResource schema;
  private final List<SchemaPackage> packages;
  private final Map<String, String> kinds = new HashMap<>();
  private final Set<String> taken;
  private final Map<String, Optional<String>> answers = new ConcurrentHashMap<>();

  /**
   * @param kinds definitions of kinds, which win over records
   * @param taken names that mean something else
   */
  TypeNames(SchemaResource schema, Collection<String> kinds, Collection<String> taken) {
    this.schema = schema;
    this.taken = Set.copyOf(taken);
    this.packages = schema.packages().stream().map(SchemaPackage::of).sorted().toList();
    for (String id : kinds) {
      this.kinds.merge(shortName(id), id, TypeNames::preferred);
    }
  }

  private static String preferred(String one, String other) {
    return SchemaPackage.ofDefinition(one).compareTo(SchemaPackage.ofDefinition(other)) <= 0
        ? one
        : other;
  }

  private static String shortName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  Optional<String> definition(String name) {
    return answers.computeIfAbsent(name, this::find);
  }

  private Optional<String> find(String name) {
    if (taken.contains(name)) {
      return Optional.empty();
    }
    String kind = kinds.get(name);
    return kind != null
        ? Optional.of(kind)
        : packages.stream()
            .filter(candidate -> candidate.names(shortName(name)).contains(name))
            .map(candidate -> candidate.name() + "." + shortName(name))
            .filter(schema::has)
            .findFirst();
  }

  /** The shortest name that means the definition. */
  String nameOf(String definitionId) {
    return names(definitionId).stream()
        .filter(name -> definition(name).equals(Optional.of(definitionId)))
        .findFirst()
        .orElse(definitionId);
  }

  private static List<String> names(String definitionId) {
    return SchemaPackage.ofDefinition(definitionId).names(shortName(definitionId));
  }

  /** Every name, sorted. */
  List<String> all() {
    var names = new HashSet<String>();
    schema.definitionIds().forEach(id -> names.addAll(names(id)));
    return List.copyOf(new TreeSet<>(names));
  }
}
