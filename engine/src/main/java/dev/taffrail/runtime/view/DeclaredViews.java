package dev.taffrail.runtime.view;

import dev.taffrail.compiler.type.DeclaredView;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.object.EmbeddedText;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.Node;
import dev.taffrail.object.TextDocuments;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.PathPattern;
import dev.taffrail.value.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parts of an object that are seen as objects of other kinds: records in it, and documents that its
 * texts hold.
 */
public final class DeclaredViews {
  private final SchemaTypes types;

  public DeclaredViews(SchemaTypes types) {
    this.types = types;
  }

  /** All parts of an object that are seen as one of the kinds, in the order they are declared. */
  public List<Subject> in(KubernetesObject object, List<ObjectType> kinds) {
    var found = new ArrayList<Subject>();
    for (DeclaredView view : types.declaredViews()) {
      if (carries(object, view) && kinds.stream().anyMatch(kind -> isSeenAs(view, kind))) {
        found.addAll(in(object, view));
      }
    }
    return found;
  }

  /** The documents that texts of an object hold. */
  public List<Subject> documents(KubernetesObject object) {
    var found = new ArrayList<Subject>();
    for (DeclaredView view : types.declaredViews()) {
      if (view.form() == DeclaredView.Form.TEXT && carries(object, view)) {
        found.addAll(in(object, view));
      }
    }
    return found;
  }

  /** The documents of known kinds in a text of an object, whether or not it is declared. */
  List<ObjectValue> documentsAt(KubernetesObject object, List<String> keys) {
    var found = new ArrayList<ObjectValue>();
    List<PathPattern.Step> steps =
        keys.stream().<PathPattern.Step>map(PathPattern.Step.Key::new).toList();
    for (Part part : Part.in(object.root(), steps)) {
      if (part.node() instanceof Node.Text text) {
        for (Node document : TextDocuments.read(object.source(), text).documents()) {
          if (document instanceof Node.Mapping root) {
            var identity =
                GroupVersionKind.of(
                    root.text("apiVersion").orElse(""), root.text("kind").orElse(""));
            var place = new Place(part.opened(object, document), part.path());
            types
                .typeOf(identity)
                .ifPresent(type -> found.add(ObjectValue.root(type, root, place)));
          }
        }
      }
    }
    return found;
  }

  private static boolean isSeenAs(DeclaredView view, ObjectType kind) {
    return kind.kind().isPresent() && group(view.seen()).equals(group(kind));
  }

  private static GroupKind group(ObjectType type) {
    return GroupKind.of(type.kind().orElseThrow().identity());
  }

  private static boolean carries(KubernetesObject object, DeclaredView view) {
    return view.carrier().equals(GroupKind.of(object.kind()))
        && view.namespace().stream()
            .allMatch(namespace -> object.namespace().orElse("default").equals(namespace))
        && view.name().stream().allMatch(name -> isCalled(object.name(), name));
  }

  private static boolean isCalled(String name, String wanted) {
    return wanted.endsWith("*")
        ? name.startsWith(wanted.substring(0, wanted.length() - 1))
        : name.equals(wanted);
  }

  private List<Subject> in(KubernetesObject object, DeclaredView view) {
    var found = new ArrayList<Subject>();
    for (Part part : Part.in(object.root(), view.path())) {
      switch (view.form()) {
        case RECORD -> {
          if (part.node() instanceof Node.Mapping record) {
            found.add(
                Subject.of(ObjectValue.root(view.seen(), record, new Place(object, part.path()))));
          }
        }
        case TEXT -> {
          if (part.node() instanceof Node.Text text) {
            documents(object, view, part, text, found);
          }
        }
      }
    }
    return found;
  }

  private void documents(
      KubernetesObject object, DeclaredView view, Part part, Node.Text text, List<Subject> found) {
    EmbeddedText read = TextDocuments.read(object.source(), text);
    var written = new Place(object, part.path());
    for (Manifest.ReadProblem problem : read.problems()) {
      found.add(unreadable(view, written, cause(problem)));
    }
    boolean several = read.documents().size() > 1;
    if (read.documents().isEmpty()) {
      return;
    }
    Node inside =
        several
            ? new Node.Sequence(read.documents(), text.start(), text.end())
            : read.documents().getFirst();
    var opened = part.opened(object, inside);
    int before = found.size();
    for (int i = 0; i < read.documents().size(); i++) {
      FieldPath path = several ? part.path().element(i) : part.path();
      Node document = read.documents().get(i);
      Place place = new Place(opened, path);
      Optional<ObjectType> shape = shape(view, document);
      if (shape.isPresent() && document instanceof Node.Mapping root) {
        found.add(Subject.of(ObjectValue.root(shape.get(), root, place)));
      } else if (view.whole()) {
        found.add(unreadable(view, place, "must be an object, but it is " + document.what()));
      }
    }
    if (found.size() == before && view.name().isPresent() && read.problems().isEmpty()) {
      found.add(unreadable(view, written, "holds no " + view.seen().name()));
    }
  }

  /** The finding is about the whole text, so that its path can be waived. */
  private static String cause(Manifest.ReadProblem problem) {
    return "cannot be read, line %d: %s"
        .formatted(problem.span().startPosition().line(), problem.message());
  }

  /** The type of a document; empty if it is of another kind. */
  private Optional<ObjectType> shape(DeclaredView view, Node document) {
    if (!(document instanceof Node.Mapping root)) {
      return Optional.empty();
    }
    if (view.whole()) {
      return Optional.of(view.seen());
    }
    var version = root.text("apiVersion");
    var kind = root.text("kind");
    if (version.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    var identity = GroupVersionKind.of(version.get(), kind.get());
    return GroupKind.of(identity).equals(group(view.seen()))
        ? Optional.of(types.typeOf(identity).orElse(view.seen()))
        : Optional.empty();
  }

  private static Subject unreadable(DeclaredView view, Place place, String why) {
    var nothing = new Node.Mapping(new String[0], new int[0], new Node[0], 0, 0);
    return new Subject(
        ObjectValue.root(view.seen(), nothing, place),
        Optional.of("`%s` %s".formatted(place.path(), why)));
  }

  /** A part of an object and its path. */
  private record Part(Node node, FieldPath path) {

    static List<Part> in(Node.Mapping root, List<PathPattern.Step> steps) {
      List<Part> parts = List.of(new Part(root, FieldPath.ROOT));
      for (PathPattern.Step step : steps) {
        var next = new ArrayList<Part>();
        parts.forEach(part -> next.addAll(part.children(step)));
        parts = next;
      }
      return parts;
    }

    private List<Part> children(PathPattern.Step step) {
      return switch (step) {
        case PathPattern.Step.Key key ->
            node instanceof Node.Mapping mapping
                ? mapping.find(key.name()).stream()
                    .map(child -> new Part(child, path.key(key.name())))
                    .toList()
                : List.of();
        case PathPattern.Step.Element element ->
            node instanceof Node.Sequence list && element.index() < list.elements().size()
                ? List.of(element(list, element.index()))
                : List.of();
        case PathPattern.Step.All all -> {
          var elements = new ArrayList<Part>();
          if (node instanceof Node.Sequence list) {
            for (int i = 0; i < list.elements().size(); i++) {
              elements.add(element(list, i));
            }
          } else if (node instanceof Node.Mapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
              elements.add(new Part(mapping.value(i), path.key(mapping.key(i))));
            }
          }
          yield elements;
        }
      };
    }

    private Part element(Node.Sequence list, int index) {
      return new Part(list.elements().get(index), path.element(index));
    }

    /** The object with a tree in place of this text, so that paths lead on into it. */
    KubernetesObject opened(KubernetesObject object, Node inside) {
      var root = (Node.Mapping) replaced(object.root(), path.steps(), 0, inside);
      return new KubernetesObject(
          object.source(),
          root,
          object.kind(),
          object.namespace(),
          object.name(),
          object.document(),
          object.item(),
          object.admission());
    }

    private static Node replaced(Node node, List<FieldPath.Step> steps, int at, Node inside) {
      if (at == steps.size()) {
        return inside;
      }
      return switch (steps.get(at)) {
        case FieldPath.Step.Key key -> {
          var mapping = (Node.Mapping) node;
          int size = mapping.size();
          var keys = new String[size];
          var starts = new int[size];
          var values = new Node[size];
          for (int i = 0; i < size; i++) {
            keys[i] = mapping.key(i);
            starts[i] = mapping.keyStart(i);
            values[i] =
                mapping.key(i).equals(key.name())
                    ? replaced(mapping.value(i), steps, at + 1, inside)
                    : mapping.value(i);
          }
          yield new Node.Mapping(keys, starts, values, mapping.start(), mapping.end());
        }
        case FieldPath.Step.Element element -> {
          var list = (Node.Sequence) node;
          var elements = new ArrayList<>(list.elements());
          elements.set(
              element.index(), replaced(elements.get(element.index()), steps, at + 1, inside));
          yield new Node.Sequence(elements, list.start(), list.end());
        }
      };
    }
  }
}
