package dev.taffrail.object;

import dev.taffrail.object.Manifest.ReadProblem;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The objects in an object: itself, or the items of a list.
 *
 * @param objects in order
 * @param problems items that are no objects, or objects that no server accepts
 */
record ListItems(List<KubernetesObject> objects, List<ReadProblem> problems) {
  ListItems {
    objects = List.copyOf(objects);
    problems = List.copyOf(problems);
  }

  static ListItems of(SourceFile source, Node.Mapping root, GroupVersionKind kind, int document) {
    var collector = new Collector(source, document);
    collector.add(root, kind, -1);
    return new ListItems(collector.objects, collector.problems);
  }

  private static final class Collector {
    private final SourceFile source;
    private final int document;
    private final List<KubernetesObject> objects = new ArrayList<>();
    private final List<ReadProblem> problems = new ArrayList<>();

    Collector(SourceFile source, int document) {
      this.source = source;
      this.document = document;
    }

    void add(Node.Mapping root, GroupVersionKind kind, int item) {
      int items = root.indexOf("items");
      boolean list = kind.kind().endsWith("List") && items >= 0;
      if (!list) {
        objects.add(object(root, kind, item));
      }
      if (items < 0) {
        return;
      }
      switch (root.value(items)) {
        case Node.Null nothing -> {}
        case Node.Sequence sequence -> {
          for (int i = 0; i < sequence.elements().size(); i++) {
            // an item of an item keeps the index in the outer list, which is what a reader counts
            item(sequence.elements().get(i), root, kind, list, item < 0 ? i : item);
          }
        }
        case Node.Mapping other -> notItems(root, other, list);
        case Node.Text other -> notItems(root, other, list);
        case Node.Int other -> notItems(root, other, list);
        case Node.Fraction other -> notItems(root, other, list);
        case Node.Bool other -> notItems(root, other, list);
      }
    }

    private void notItems(Node.Mapping root, Node items, boolean list) {
      if (list) {
        problem(
            root,
            FieldPath.ROOT.key("items"),
            "`items` is " + items.what() + ", not a list",
            "make it a list");
      }
    }

    /**
     * kubectl takes everything with items for a list. An object of another kind may have a field of
     * that name, so there only items that are objects by themselves count, besides the object.
     */
    private void item(
        Node element, Node.Mapping list, GroupVersionKind listKind, boolean isList, int index) {
      if (!(element instanceof Node.Mapping mapping)) {
        if (isList) {
          problem(
              element,
              FieldPath.ROOT,
              "an item of this list is " + element.what() + ", not an object",
              "remove it");
        }
        return;
      }
      boolean bare =
          mapping.indexOf("kind") < 0
              && mapping.indexOf("apiVersion") < 0
              && list.indexOf("apiVersion") >= 0;
      String itemKind = listKind.kind().substring(0, listKind.kind().length() - (isList ? 4 : 0));
      Node.Mapping root =
          bare && isList && !itemKind.isEmpty()
              ? InferredKind.add(mapping, list, itemKind)
              : mapping;
      switch (ObjectIdentity.of(root)) {
        case ObjectIdentity.Known known -> accept(root, known.kind(), index);
        case ObjectIdentity.Wrong wrong -> {
          if (isList) {
            FieldPath path = wrong.field().map(FieldPath.ROOT::key).orElse(FieldPath.ROOT);
            problem(root, path, wrong.message(), wrong.help());
          }
        }
        case ObjectIdentity.WithoutVersion partial -> {
          if (isList) {
            problem(root, FieldPath.ROOT, partial.message(), partial.help());
          }
        }
        case ObjectIdentity.Other other -> {
          if (isList) {
            problem(
                root,
                FieldPath.ROOT,
                "an item of this list has no `apiVersion` and `kind`",
                "add both, or remove the item");
          }
        }
      }
    }

    private void accept(Node.Mapping root, GroupVersionKind kind, int index) {
      // kubectl does not look at the metadata of items; the server does
      problems.addAll(MetadataCheck.problems(source, root));
      add(root, kind, index);
    }

    private void problem(Node root, FieldPath path, String message, String help) {
      problems.add(new ReadProblem(NodeLocator.locate(source, root, path).span(), message, help));
    }

    private KubernetesObject object(Node.Mapping root, GroupVersionKind kind, int item) {
      return new KubernetesObject(
          source,
          root,
          kind,
          KubernetesObject.metadata(root, "namespace").filter(namespace -> !namespace.isEmpty()),
          KubernetesObject.metadata(root, "name").orElse(""),
          document,
          item);
    }
  }
}
