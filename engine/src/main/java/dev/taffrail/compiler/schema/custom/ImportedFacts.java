package dev.taffrail.compiler.schema.custom;

import dev.taffrail.compiler.type.DeclaredReference;
import dev.taffrail.compiler.type.DeclaredView;
import dev.taffrail.object.GroupKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What imports say of kinds beyond their schemas.
 *
 * @param podTemplates where kinds carry pod templates
 */
public record ImportedFacts(
    Map<GroupKind, List<String>> podTemplates,
    List<DeclaredReference> references,
    List<DeclaredView> views) {
  public static final ImportedFacts NONE = new ImportedFacts(Map.of(), List.of(), List.of());

  public ImportedFacts {
    podTemplates = Map.copyOf(podTemplates);
    references = List.copyOf(references);
    views = List.copyOf(views);
  }

  /** Both; of two pod templates of a kind the first counts. */
  public ImportedFacts and(ImportedFacts more) {
    var templates = new TreeMap<>(podTemplates);
    more.podTemplates.forEach(templates::putIfAbsent);
    return new ImportedFacts(
        templates, joined(references, more.references), joined(views, more.views));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    var all = new ArrayList<>(first);
    second.stream().filter(fact -> !first.contains(fact)).forEach(all::add);
    return all;
  }
}
