package dev.taffrail.repl;

import dev.taffrail.object.FieldPath;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.value.ObjectValue;
import java.util.Set;

/** Trees of objects as they may be shown: of a Secret without what it hides, copies included. */
public final class ShownNodes {
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
  private static final Set<String> HIDING = Set.of("data", "stringData");
  private static final String HIDDEN = "redacted";

  /** The same text for fields that hold bytes. */
  private static final String HIDDEN_BYTES = "cmVkYWN0ZWQ=";

  private ShownNodes() {}

  /** What is shown of a whole object; fit to be read again. */
  public static Node of(KubernetesObject object) {
    return isSecret(object) ? withoutSecrets(object.root(), FieldPath.ROOT) : object.root();
  }

  /** The same for an object or a record in it. */
  static Node of(ObjectValue value) {
    return isSecret(value.place().object())
        ? withoutSecrets(value.node(), value.place().path())
        : value.node();
  }

  private static boolean isSecret(KubernetesObject object) {
    return object.kind().group().isEmpty() && object.kind().kind().equals("Secret");
  }

  private static Node withoutSecrets(Node node, FieldPath path) {
    return switch (node) {
      case Node.Mapping mapping -> {
        var keys = new String[mapping.size()];
        var starts = new int[mapping.size()];
        var values = new Node[mapping.size()];
        for (int i = 0; i < mapping.size(); i++) {
          keys[i] = mapping.key(i);
          starts[i] = mapping.keyStart(i);
          values[i] = withoutSecrets(mapping.value(i), path.key(mapping.key(i)));
        }
        yield new Node.Mapping(keys, starts, values, mapping.start(), mapping.end());
      }
      case Node.Sequence list ->
          new Node.Sequence(
              list.elements().stream().map(e -> withoutSecrets(e, path)).toList(),
              list.start(),
              list.end());
      case Node.Null nothing -> nothing;
      case Node.Text text -> hides(path) ? hidden(text, path) : text;
      case Node.Int number -> hides(path) ? hidden(number, path) : number;
      case Node.Fraction number -> hides(path) ? hidden(number, path) : number;
      case Node.Bool bool -> hides(path) ? hidden(bool, path) : bool;
    };
  }

  private static boolean hides(FieldPath path) {
    var steps = path.steps();
    return !steps.isEmpty()
        && (steps.getFirst() instanceof FieldPath.Step.Key(String first) && HIDING.contains(first)
            || steps.getLast() instanceof FieldPath.Step.Key(String last)
                && last.equals(LAST_APPLIED));
  }

  private static Node hidden(Node node, FieldPath path) {
    boolean bytes =
        path.steps().getFirst() instanceof FieldPath.Step.Key(String first) && first.equals("data");
    return new Node.Text(bytes ? HIDDEN_BYTES : HIDDEN, node.start(), node.end());
  }
}
