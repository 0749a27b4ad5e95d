package dev.taffrail.runtime.inventory;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.ReferenceFact;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.value.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds what objects name, by the facts about their kinds. */
public final class References {
  private static final GroupKind POD = new GroupKind("", "Pod");

  private final SchemaTypes types;
  private final Map<GroupKind, List<ReferenceFact>> facts = new HashMap<>();

  public References(SchemaTypes types) {
    this.types = types;
    for (ReferenceFact fact : types.referenceFacts()) {
      facts.computeIfAbsent(fact.holder(), kind -> new ArrayList<>()).add(fact);
    }
  }

  /**
   * One field that names another object.
   *
   * @param place where the name is written
   * @param target what it names
   * @param apiVersion of the target
   * @param namespaced whether the target lies in a namespace
   * @param key the entry it means, if it means one
   * @param keys the entries it means, if it does not mean all
   * @param optional the object may be missing, so its author said
   */
  public record Found(
      Place place,
      ObjectKey target,
      String apiVersion,
      boolean namespaced,
      Optional<String> key,
      Set<String> keys,
      boolean optional) {}

  /** In the order of the facts, then of the fields. */
  public List<Found> of(KubernetesObject object) {
    var search = new Search(object);
    var root = new Place(object, FieldPath.ROOT);
    for (ReferenceFact fact : factsOf(object)) {
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
              for (ReferenceFact fact : facts.getOrDefault(POD, List.of())) {
                search.walk(node, place, fact, 0, Optional.empty());
              }
            });
    return List.copyOf(search.found);
  }

  private List<ReferenceFact> factsOf(KubernetesObject object) {
    return facts.getOrDefault(GroupKind.of(object.kind()), List.of());
  }

  /** The ways to the fields that {@link #of} looks at, but for single values beside a name. */
  Stream<List<String>> paths(KubernetesObject object) {
    return Stream.concat(
        factsOf(object).stream().flatMap(References::paths),
        types.podTemplate(object.kind()).stream()
            .flatMap(
                template ->
                    facts.getOrDefault(POD, List.of()).stream()
                        .flatMap(References::paths)
                        .map(path -> Stream.concat(template.stream(), path.stream()).toList())));
  }

  private static Stream<List<String>> paths(ReferenceFact fact) {
    var beside = fact.path().subList(0, fact.path().size() - 1);
    return fact.keys().isEmpty()
        ? Stream.of(fact.path())
        : Stream.of(fact.path(), Stream.concat(beside.stream(), fact.keys().stream()).toList());
  }

  private final class Search {
    private final KubernetesObject object;
    private final List<Found> found = new ArrayList<>();

    Search(KubernetesObject object) {
      this.object = object;
    }

    void walk(Node node, Place place, ReferenceFact fact, int step, Optional<Node> around) {
      if (step == fact.path().size()) {
        if (node instanceof Node.Text name && !name.value().isEmpty() && around.isPresent()) {
          add(name.value(), place, fact, around.get());
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

    private void add(String name, Place place, ReferenceFact fact, Node around) {
      boolean met =
          fact.condition()
              .map(c -> text(around, c.field()).filter(c.text()::equals).isPresent())
              .orElse(true);
      Optional<GroupVersionKind> target = met ? target(fact.target(), around) : Optional.empty();
      if (target.isEmpty()) {
        return;
      }
      Optional<String> namespace = namespace(fact.scope(), target.get(), around);
      var key = fact.key().flatMap(field -> text(around, field));
      var keys = new TreeSet<String>();
      key.ifPresent(keys::add);
      collect(around, fact.keys(), keys);
      found.add(
          new Found(
              place,
              new ObjectKey(GroupKind.of(target.get()), namespace.orElse(ObjectKey.DEFAULT), name),
              target.get().apiVersion(),
              namespace.isPresent(),
              key,
              keys,
              field(around, "optional")
                  .filter(o -> o instanceof Node.Bool b && b.value())
                  .isPresent()));
    }

    private Optional<String> namespace(
        ReferenceFact.Scope scope, GroupVersionKind target, Node around) {
      boolean namespaced =
          types
              .typeOf(GroupKind.of(target))
              .flatMap(ObjectType::kind)
              .map(ObjectType.Kind::namespaced)
              .orElse(true);
      String own = ObjectKey.of(object).namespace();
      return switch (scope) {
        case ReferenceFact.Scope.Cluster cluster -> Optional.empty();
        case ReferenceFact.Scope.Same same -> namespaced ? Optional.of(own) : Optional.empty();
        case ReferenceFact.Scope.Beside beside ->
            namespaced ? text(around, beside.field()).or(() -> Optional.of(own)) : Optional.empty();
      };
    }
  }

  private Optional<GroupVersionKind> target(ReferenceFact.Target target, Node around) {
    return switch (target) {
      case ReferenceFact.Target.One one -> Optional.of(one.kind());
      case ReferenceFact.Target.Written written -> {
        Optional<String> kind = text(around, written.kindField());
        Optional<String> group = text(around, written.groupField());
        if (kind.isEmpty() && written.otherwise().isPresent()) {
          yield written.otherwise();
        }
        String spelt =
            group.or(() -> written.otherwise().map(GroupVersionKind::apiVersion)).orElse("");
        yield kind.map(k -> kind(written.groupField(), spelt, k));
      }
    };
  }

  /** A group without a version means the version that policies mean. */
  private GroupVersionKind kind(String field, String spelt, String kind) {
    boolean version = field.equals("apiVersion") && !spelt.isEmpty() || spelt.contains("/");
    if (version) {
      return GroupVersionKind.of(spelt, kind);
    }
    String group = spelt.equals("v1") ? "" : spelt;
    return types
        .typeOf(new GroupKind(group, kind))
        .flatMap(ObjectType::kind)
        .map(ObjectType.Kind::identity)
        .orElseGet(() -> new GroupVersionKind(group, "v1", kind));
  }

  private static void collect(Node node, List<String> path, Set<String> texts) {
    if (path.isEmpty()) {
      if (node instanceof Node.Text text) {
        texts.add(text.value());
      }
      return;
    }
    String word = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    if (!word.endsWith("[]")) {
      field(node, word).ifPresent(inside -> collect(inside, rest, texts));
    } else if (field(node, word.substring(0, word.length() - 2)).orElse(node)
        instanceof Node.Sequence list) {
      list.elements().forEach(element -> collect(element, rest, texts));
    }
  }

  private static Optional<Node> field(Node node, String name) {
    return node instanceof Node.Mapping mapping ? mapping.find(name) : Optional.empty();
  }

  private static Optional<String> text(Node node, String name) {
    return node instanceof Node.Mapping mapping ? mapping.text(name) : Optional.empty();
  }
}
