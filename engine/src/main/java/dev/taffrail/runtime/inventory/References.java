package dev.taffrail.runtime.inventory;

import dev.taffrail.compiler.type.ReferenceFacts;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.value.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what an object names, by the facts about its kind. */
public final class References {
  /**
   * One field that names another object.
   *
   * @param place where the name is written
   * @param target what it names
   * @param key the entry it means, if it means one
   * @param optional the object may be missing, so its author said
   */
  public record Found(
      Place place,
      ObjectKey target,
      ReferenceFacts.Fact fact,
      Optional<String> key,
      boolean optional) {}

  private final KubernetesObject object;
  private final List<Found> found = new ArrayList<>();

  private References(KubernetesObject object) {
    this.object = object;
  }

  /** In the order of the facts, then of the fields. */
  public static List<Found> of(KubernetesObject object, SchemaTypes types) {
    var search = new References(object);
    var root = new Place(object, FieldPath.ROOT);
    for (var fact : ReferenceFacts.of(GroupKind.of(object.kind()))) {
      search.walk(object.root(), root, fact, 0, Optional.empty());
    }
    types
        .podTemplate(object.kind())
        .ifPresent(
            path -> {
              Node node = object.root();
              Place place = root;
              for (String step : path) {
                node = field(node, step).orElse(new Node.Null(0, 0));
                place = place.key(step);
              }
              for (var fact : ReferenceFacts.ofPods()) {
                search.walk(node, place, fact, 0, Optional.empty());
              }
            });
    return List.copyOf(search.found);
  }

  /** The ways to the fields that {@link #of} looks at. */
  static Stream<List<String>> paths(KubernetesObject object, SchemaTypes types) {
    return Stream.concat(
        ReferenceFacts.of(GroupKind.of(object.kind())).stream().map(ReferenceFacts.Fact::path),
        types.podTemplate(object.kind()).stream()
            .flatMap(
                template ->
                    ReferenceFacts.ofPods().stream()
                        .map(fact -> Stream.concat(template.stream(), fact.path().stream()))
                        .map(Stream::toList)));
  }

  private void walk(
      Node node, Place place, ReferenceFacts.Fact fact, int step, Optional<Node> around) {
    if (step == fact.path().size()) {
      if (node instanceof Node.Text name && !name.value().isEmpty()) {
        add(name.value(), place, fact, around);
      }
      return;
    }
    String word = fact.path().get(step);
    boolean list = word.endsWith("[]");
    String name = list ? word.substring(0, word.length() - 2) : word;
    Optional<Node> next = field(node, name);
    if (next.isEmpty()) {
      return;
    }
    Place inside = place.key(name);
    if (!list) {
      walk(next.get(), inside, fact, step + 1, Optional.of(node));
    } else if (next.get() instanceof Node.Sequence elements) {
      for (int i = 0; i < elements.elements().size(); i++) {
        walk(elements.elements().get(i), inside.element(i), fact, step + 1, Optional.of(node));
      }
    }
  }

  private void add(String name, Place place, ReferenceFacts.Fact fact, Optional<Node> around) {
    String namespace = fact.namespaced() ? ObjectKey.of(object).namespace() : ObjectKey.DEFAULT;
    found.add(
        new Found(
            place,
            new ObjectKey(fact.target(), namespace, name),
            fact,
            fact.key().flatMap(k -> around.flatMap(a -> text(a, k))),
            around
                .flatMap(a -> field(a, "optional"))
                .filter(o -> o instanceof Node.Bool b && b.value())
                .isPresent()));
  }

  private static Optional<Node> field(Node node, String name) {
    return node instanceof Node.Mapping mapping ? mapping.find(name) : Optional.empty();
  }

  private static Optional<String> text(Node node, String name) {
    return node instanceof Node.Mapping mapping ? mapping.text(name) : Optional.empty();
  }
}
