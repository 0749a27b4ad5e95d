package dev.taffrail.object;

/** Gives an item of a typed list, such as a PodList, the kind and version that the list implies. */
final class InferredKind {
  private InferredKind() {}

  /** The item with both fields in front, at the places of the list's own. */
  static Node.Mapping add(Node.Mapping item, Node.Mapping list, String kind) {
    int size = item.size() + 2;
    var keys = new String[size];
    var keyStarts = new int[size];
    var values = new Node[size];
    int version = list.indexOf("apiVersion");
    keys[0] = "apiVersion";
    keyStarts[0] = list.keyStart(version);
    values[0] = list.value(version);
    int listKind = list.indexOf("kind");
    keys[1] = "kind";
    keyStarts[1] = list.keyStart(listKind);
    values[1] = new Node.Text(kind, list.value(listKind).start(), list.value(listKind).end());
    for (int i = 0; i < item.size(); i++) {
      keys[i + 2] = item.key(i);
      keyStarts[i + 2] = item.keyStart(i);
      values[i + 2] = item.value(i);
    }
    return new Node.Mapping(keys, keyStarts, values, item.start(), item.end());
  }
}
