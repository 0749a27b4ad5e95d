package dev.taffrail.value;

import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.source.SourceFile;
import java.util.Optional;

/** Values that stand in objects, for tests. */
final class SampleValues {
  private static final SourceFile FILE = SourceFile.of("shop.yaml", "");

  private SampleValues() {}

  static Node.Mapping mapping(String key, Node value) {
    return new Node.Mapping(new String[] {key}, new int[] {0}, new Node[] {value}, 0, 0);
  }

  static Node.Mapping empty() {
    return new Node.Mapping(new String[0], new int[0], new Node[0], 0, 0);
  }

  /** A Pod; without a name it is one document of many. */
  static ObjectValue pod(String name, String namespace, int document) {
    var root = mapping("kind", new Node.Text("Pod", 0, 0));
    var object =
        new KubernetesObject(
            FILE,
            root,
            GroupVersionKind.of("v1", "Pod"),
            Optional.of(namespace).filter(ns -> !ns.isEmpty()),
            name,
            document,
            -1);
    return ObjectValue.root(() -> "Pod", root, new Place(object, FieldPath.ROOT));
  }

  static ObjectValue pod(String name, String namespace) {
    return pod(name, namespace, 0);
  }

  static ObjectValue inside(ObjectValue root, String type, int index) {
    Place place = root.place().key("spec").key("containers").element(index);
    return root.child(() -> type, mapping("name", new Node.Text("c" + index % 2, 0, 0)), place);
  }

  static JsonValue json(Node node) {
    return new JsonValue(node, pod("web", "shop").place().key("data"));
  }
}
