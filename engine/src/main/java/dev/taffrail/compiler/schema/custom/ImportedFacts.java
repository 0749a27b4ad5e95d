package dev.taffrail.compiler.schema.custom;

import dev.taffrail.compiler.type.DeclaredReference;
import dev.taffrail.compiler.type.DeclaredView;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.GroupVersionKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What imports say of kinds beyond their schemas.
 *
 * @param kinds types of kinds that have no definition
 * @param podTemplates where kinds carry pod templates
 */
public record ImportedFacts(
    Map<GroupVersionKind, ObjectType> kinds,
    Map<GroupKind, List<String>> podTemplates,
    List<DeclaredReference> references,
    List<DeclaredView> views) {
  public static final ImportedFacts NONE =
      new ImportedFacts(Map.of(), Map.of(), List.of(), List.of());

  public ImportedFacts {
    kinds = Map.copyOf(kinds);
    podTemplates = Map.copyOf(podTemplates);
    references = List.copyOf(references);
    views = List.copyOf(views);
  }

  public static ImportedFacts ofKinds(Map<GroupVersionKind, ObjectType> kinds) {
    return new ImportedFacts(kinds, Map.of(), List.of(), List.of());
  }

  /** Both; of two types or pod templates of a kind the first counts. */
  public ImportedFacts and(ImportedFacts more) {
    var types = new LinkedHashMap<>(kinds);
    more.kinds.forEach(types::putIfAbsent);
    var templates = new TreeMap<>(podTemplates);
    more.podTemplates.forEach(templates::putIfAbsent);
    return new ImportedFacts(
        types, templates, joined(references, more.references), joined(views, more.views));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    var all = new ArrayList<>(first);
    second.stream().filter(fact -> !first.contains(fact)).forEach(all::add);
    return all;
  }
}
