package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrUpdate;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.MovedNodes;
import dev.taffrail.object.Node;
import dev.taffrail.runtime.external.ValueNodes;
import dev.taffrail.source.Span;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects changed by {@code with}: a new tree, whose places are places of the policy file.
 *
 * <p>What stays keeps its place if it was written in the same file; else its place is that of the
 * expression it came from, since a tree has places of one file only.
 */
final class Updates {
  private final ExpressionInterpreter expressions;

  Updates(ExpressionInterpreter expressions) {
    this.expressions = expressions;
  }

  Value update(IrExpr.Update update, Frame frame) {
    if (!(expressions.evaluate(update.base(), frame) instanceof ObjectValue base)) {
      return Value.absent();
    }
    Span span = update.base().span();
    Node stays =
        base.place().object().source() == update.span().source()
            ? base.node()
            : MovedNodes.of(base.node(), span.start(), span.end());
    var merged = (Node.Mapping) merge(stays, update.update(), update.span(), frame);
    GroupVersionKind kind =
        base.root().isEmpty() && base.place().path().isRoot()
            ? base.place().object().kind()
            : new GroupVersionKind("", "", base.shape().name());
    var object =
        KubernetesObject.of(update.span().source(), merged, kind, base.place().object().document());
    var root = ObjectValue.root(base.shape(), merged, new Place(object, FieldPath.ROOT));
    boolean whole = base.shape() instanceof ObjectType type && type.kind().isPresent();
    return whole ? root : root.child(root.shape(), merged, root.place());
  }

  private Node merge(Node base, IrUpdate update, Span span, Frame frame) {
    return switch (update) {
      case IrUpdate.Whole whole ->
          ValueNodes.of(
              expressions.evaluate(whole.value(), frame),
              whole.value().span().start(),
              whole.value().span().end());
      case IrUpdate.Fields fields -> mergeFields(base, fields, span, frame);
      case IrUpdate.Elements elements -> mergeElements(base, elements, span, frame);
    };
  }

  private Node mergeFields(Node base, IrUpdate.Fields update, Span span, Frame frame) {
    Node.Mapping old = base instanceof Node.Mapping mapping ? mapping : empty(span);
    var keys = new ArrayList<String>();
    var starts = new ArrayList<Integer>();
    var values = new ArrayList<Node>();
    for (int i = 0; i < old.size(); i++) {
      keys.add(old.key(i));
      starts.add(old.keyStart(i));
      values.add(old.value(i));
    }
    for (IrUpdate.Entry entry : update.entries()) {
      int at = keys.indexOf(entry.name());
      Node before = at < 0 ? empty(span) : values.get(at);
      Node after = merge(before, entry.update(), span, frame);
      if (at >= 0) {
        starts.set(at, entry.nameStart());
        values.set(at, after);
      } else {
        keys.add(entry.name());
        starts.add(entry.nameStart());
        values.add(after);
      }
    }
    return new Node.Mapping(
        keys.toArray(String[]::new),
        starts.stream().mapToInt(Integer::intValue).toArray(),
        values.toArray(Node[]::new),
        old.start(),
        old.end());
  }

  private Node mergeElements(Node base, IrUpdate.Elements update, Span span, Frame frame) {
    var elements = new ArrayList<Node>();
    if (!update.keys().isEmpty() && base instanceof Node.Sequence old) {
      elements.addAll(old.elements());
    }
    for (IrUpdate part : update.updates()) {
      Node alone = merge(empty(span), part, span, frame);
      int at = update.keys().isEmpty() ? -1 : find(elements, alone, update.keys());
      if (at >= 0) {
        elements.set(at, merge(elements.get(at), part, span, frame));
      } else {
        elements.add(alone);
      }
    }
    return new Node.Sequence(elements, update.start(), update.end());
  }

  private static int find(List<Node> elements, Node wanted, List<String> keys) {
    for (int i = 0; i < elements.size(); i++) {
      Node element = elements.get(i);
      if (keys.stream().allMatch(key -> sameKey(element, wanted, key))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean sameKey(Node a, Node b, String key) {
    if (!(a instanceof Node.Mapping left) || !(b instanceof Node.Mapping right)) {
      return false;
    }
    int inLeft = left.indexOf(key);
    int inRight = right.indexOf(key);
    return inLeft >= 0
        && inRight >= 0
        && dev.taffrail.object.Nodes.equal(left.value(inLeft), right.value(inRight));
  }

  private static Node.Mapping empty(Span span) {
    return new Node.Mapping(new String[0], new int[0], new Node[0], span.start(), span.end());
  }
}
