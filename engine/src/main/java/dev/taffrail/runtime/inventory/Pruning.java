package dev.taffrail.runtime.inventory;

import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KeptLines;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.object.Node;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Leaves of an object what policies can read: nothing if nobody looks up its kind, else its
 * identity, its owners and the fields that are read.
 *
 * <p>Reports do not change: a record keeps its first entry, since that is what findings underline,
 * and is never left empty if it was not, since that can mean something else.
 */
public final class Pruning implements ManifestReader.Keeping {
  private static final Set<String> IDENTITY = Set.of("apiVersion", "kind");
  private static final Set<String> OF_METADATA =
      Set.of("generateName", "name", "namespace", "ownerReferences");

  private final FieldReads reads;
  private final SchemaTypes types;
  private final References references;
  private final Predicate<GroupKind> wanted;
  private final Predicate<GroupKind> whole;
  private final Map<GroupKind, Boolean> isWanted = new ConcurrentHashMap<>();
  private final Map<ObjectType, Boolean> isWhole = new ConcurrentHashMap<>();

  /**
   * @param wanted kinds that somebody reads
   * @param whole kinds of which everything is read
   */
  public Pruning(
      FieldReads reads,
      SchemaTypes types,
      Predicate<GroupKind> wanted,
      Predicate<GroupKind> whole) {
    this.reads = reads;
    this.types = types;
    this.references = new References(types);
    this.wanted = wanted;
    this.whole = whole;
  }

  @Override
  public Optional<KubernetesObject> of(KubernetesObject object) {
    if (whole.test(GroupKind.of(object.kind()))) {
      return Optional.of(object);
    }
    return isWanted.computeIfAbsent(GroupKind.of(object.kind()), wanted::test)
        ? Optional.of(pruned(object))
        : Optional.empty();
  }

  /** Prunes all, and forgets the lines of their files in which nothing is left. */
  public List<KubernetesObject> of(Collection<KubernetesObject> objects) {
    var byFile = new LinkedHashMap<SourceFile, List<KubernetesObject>>();
    for (KubernetesObject object : objects) {
      of(object)
          .ifPresent(
              kept -> byFile.computeIfAbsent(kept.source(), s -> new ArrayList<>()).add(kept));
    }
    return byFile.values().stream().flatMap(file -> KeptLines.of(file).stream()).toList();
  }

  private KubernetesObject pruned(KubernetesObject object) {
    Optional<ObjectType> type = types.typeOf(object.kind());
    boolean asItIs =
        reads.untyped()
            || object.admission().isPresent()
            || type.isEmpty()
            || isWhole.computeIfAbsent(
                type.get(), t -> reads.readsAll(t) || reads.readsOtherVersionOf(t));
    if (asItIs) {
      return object;
    }
    var root = new Wanted(List.of(type.get()), template(object), facts(object));
    return object.with(record(object.root(), root, IDENTITY));
  }

  private Optional<List<String>> template(KubernetesObject object) {
    return types.podTemplate(object.kind());
  }

  private List<List<String>> facts(KubernetesObject object) {
    return reads.references() ? references.paths(object).toList() : List.of();
  }

  /**
   * What is wanted of a record.
   *
   * @param records the types it is read as
   * @param template the way to the pod inside it, if there is one
   * @param references the ways to fields that name other objects
   */
  private record Wanted(
      List<ObjectType> records, Optional<List<String>> template, List<List<String>> references) {
    Wanted {
      records = List.copyOf(records);
      references = List.copyOf(references);
    }
  }

  private Node.Mapping record(Node.Mapping written, Wanted wanted, Set<String> always) {
    if (wanted.records().stream().anyMatch(reads::readsAll)) {
      return written;
    }
    var keys = new ArrayList<String>();
    var starts = new ArrayList<Integer>();
    var values = new ArrayList<Node>();
    boolean names = wanted.references().stream().anyMatch(path -> path.size() == 1);
    for (int i = 0; i < written.size(); i++) {
      String key = written.key(i);
      Node value = written.value(i);
      boolean first = i == 0 || written.keyStart(i) == written.start();
      Optional<Node> kept =
          always.contains(key) || names && isScalar(value)
              ? Optional.of(value)
              : inside(key, value, wanted)
                  .or(() -> FieldReads.isForMessages(key) ? text(value) : Optional.empty())
                  .or(() -> first ? Optional.of(hollow(value)) : Optional.empty());
      if (kept.isPresent()) {
        keys.add(key);
        starts.add(written.keyStart(i));
        values.add(kept.get());
      }
    }
    return keys.size() == written.size() && isSame(written, values)
        ? written
        : new Node.Mapping(
            keys.toArray(String[]::new),
            starts.stream().mapToInt(Integer::intValue).toArray(),
            values.toArray(Node[]::new),
            written.start(),
            written.end());
  }

  private static boolean isSame(Node.Mapping written, List<Node> values) {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) != written.value(i)) {
        return false;
      }
    }
    return true;
  }

  /** The value of a field as far as somebody reads it. */
  private Optional<Node> inside(String key, Node value, Wanted wanted) {
    List<Type> read =
        wanted.records().stream()
            .filter(record -> reads.reads(record, key))
            .flatMap(record -> record.field(key).stream())
            .map(Field::type)
            .toList();
    Optional<List<String>> template =
        wanted.template().filter(p -> !p.isEmpty() && p.getFirst().equals(key)).map(Pruning::rest);
    List<List<String>> references =
        wanted.references().stream()
            .filter(path -> path.getFirst().equals(key) || path.getFirst().equals(key + "[]"))
            .map(Pruning::rest)
            .toList();
    boolean metadata = key.equals("metadata");
    if (read.isEmpty() && template.isEmpty() && references.isEmpty() && !metadata) {
      return Optional.empty();
    }
    var further = new ArrayList<>(read);
    if (read.isEmpty()) {
      // Nobody reads the field, but something below it is needed.
      wanted.records().stream()
          .flatMap(record -> record.field(key).stream())
          .map(Field::type)
          .forEach(further::add);
    }
    if (template.filter(List::isEmpty).isPresent()) {
      types.type("Pod").ifPresent(further::add);
    }
    return Optional.of(
        value(value, further, template, references, metadata ? OF_METADATA : Set.of()));
  }

  private static List<String> rest(List<String> path) {
    return path.subList(1, path.size());
  }

  private Node value(
      Node value,
      List<Type> read,
      Optional<List<String>> template,
      List<List<String>> references,
      Set<String> always) {
    return switch (value) {
      case Node.Mapping mapping -> {
        var records = records(read);
        List<Type> elements =
            read.stream()
                .filter(Type.MapOf.class::isInstance)
                .map(map -> ((Type.MapOf) map).value())
                .toList();
        if (!elements.isEmpty()) {
          yield each(mapping, elements);
        }
        yield records.isEmpty() || hasKind(records, template)
            ? mapping
            : record(mapping, new Wanted(records, template, paths(references)), always);
      }
      case Node.Sequence list -> {
        List<Type> elements = read.stream().flatMap(Pruning::element).toList();
        yield elements.isEmpty()
            ? list
            : new Node.Sequence(
                list.elements().stream()
                    .map(e -> value(e, elements, Optional.empty(), references, Set.of()))
                    .toList(),
                list.start(),
                list.end());
      }
      case Node.Text scalar -> scalar;
      case Node.Int scalar -> scalar;
      case Node.Fraction scalar -> scalar;
      case Node.Bool scalar -> scalar;
      case Node.Null scalar -> scalar;
    };
  }

  private Node.Mapping each(Node.Mapping map, List<Type> elements) {
    var keys = new String[map.size()];
    var starts = new int[map.size()];
    var values = new Node[map.size()];
    for (int i = 0; i < map.size(); i++) {
      keys[i] = map.key(i);
      starts[i] = map.keyStart(i);
      values[i] = value(map.value(i), elements, Optional.empty(), List.of(), Set.of());
    }
    return new Node.Mapping(keys, starts, values, map.start(), map.end());
  }

  private static List<List<String>> paths(List<List<String>> references) {
    return references.stream().filter(path -> !path.isEmpty()).toList();
  }

  /** Whole objects inside others are compared by content; only the pod in a template is not. */
  private static boolean hasKind(List<ObjectType> records, Optional<List<String>> template) {
    return template.isEmpty() && records.stream().anyMatch(t -> t.kind().isPresent());
  }

  private static List<ObjectType> records(List<Type> types) {
    return types.stream()
        .map(Type::bare)
        .filter(ObjectType.class::isInstance)
        .map(ObjectType.class::cast)
        .toList();
  }

  private static Stream<Type> element(Type type) {
    return switch (type.bare()) {
      case Type.ListOf list -> Stream.of(list.element());
      case Type.SetOf set -> Stream.of(set.element());
      default -> Stream.of();
    };
  }

  private static boolean isScalar(Node node) {
    return !(node instanceof Node.Mapping || node instanceof Node.Sequence);
  }

  private static Optional<Node> text(Node node) {
    return node instanceof Node.Text ? Optional.of(node) : Optional.empty();
  }

  /** What is left of something that nobody reads. */
  private static Node hollow(Node node) {
    return switch (node) {
      case Node.Mapping mapping ->
          new Node.Mapping(new String[0], new int[0], new Node[0], mapping.start(), mapping.end());
      case Node.Sequence list -> new Node.Sequence(List.of(), list.start(), list.end());
      case Node.Text scalar -> scalar;
      case Node.Int scalar -> scalar;
      case Node.Fraction scalar -> scalar;
      case Node.Bool scalar -> scalar;
      case Node.Null scalar -> scalar;
    };
  }
}
