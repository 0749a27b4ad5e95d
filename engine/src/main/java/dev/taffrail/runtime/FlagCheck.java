package dev.taffrail.runtime;

import static java.util.Objects.requireNonNull;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.finding.Severity;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.runtime.view.Components;
import dev.taffrail.runtime.view.Subject;
import dev.taffrail.source.SourceFile;
import dev.taffrail.value.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds flags that a component does not have in the version of the run, but in others: it refuses
 * to start with them.
 *
 * <p>A flag that no table has is no finding, since tables are not complete.
 */
final class FlagCheck {
  private final SchemaTypes types;
  private final Components components;
  private final Map<Component, ObjectType> kinds = new EnumMap<>(Component.class);
  private Optional<SourceFile> last = Optional.empty();
  private Set<Component> named = Set.of();

  FlagCheck(SchemaTypes types) {
    this.types = types;
    this.components = new Components(types, kind -> List.of());
    for (Component component : Component.values()) {
      types.type(component.kind()).ifPresent(type -> kinds.put(component, type));
    }
  }

  List<SchemaCheck.Problem> check(KubernetesObject object) {
    var problems = new ArrayList<SchemaCheck.Problem>();
    for (Component component : namedIn(object.source())) {
      ObjectType kind = kinds.get(component);
      if (kind != null) {
        components.in(object, kind).forEach(found -> check(component, found, problems));
      }
    }
    return problems;
  }

  /** Most files name no component, and one file may hold thousands of objects. */
  private Set<Component> namedIn(SourceFile source) {
    if (last.isEmpty() || last.get() != source) {
      last = Optional.of(source);
      named = EnumSet.noneOf(Component.class);
      for (Component component : Component.values()) {
        if (source.text().contains(component.binary())) {
          named.add(component);
        }
      }
    }
    return named;
  }

  private void check(Component component, Subject found, List<SchemaCheck.Problem> problems) {
    Optional<Node> entries =
        found.value().node().mapping("flags").flatMap(flags -> flags.find("entries"));
    ObjectType flags =
        (ObjectType) requireNonNull(kinds.get(component)).field("flags").orElseThrow().type();
    if (entries.orElse(null) instanceof Node.Sequence list) {
      Place places = found.value().place().key("flags").key("entries");
      for (int i = 0; i < list.elements().size(); i++) {
        String flag = ((Node.Mapping) list.elements().get(i)).text("name").orElse("");
        Place place = places.element(i);
        types
            .whyMissing(flags, Component.field(flag))
            .ifPresent(
                why ->
                    problems.add(
                        new SchemaCheck.Problem(
                            "unknown-flag",
                            Severity.HIGH,
                            place.path(),
                            "%s of Kubernetes %s has no flag `--%s`; %s"
                                .formatted(component.binary(), types.version(), flag, why))));
      }
    }
  }
}
