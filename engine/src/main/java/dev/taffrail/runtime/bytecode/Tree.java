package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.Texts;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.runtime.builtin.CallContext;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ImageRef;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Quantity;
import dev.taffrail.value.Shape;
import dev.taffrail.value.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What generated code does with trees; null means not written, or that nothing certain can be said.
 *
 * <p>Each method here says no more than {@code FieldReader} and {@code Decoder} would.
 */
final class Tree {
  static final Node.Mapping EMPTY = new Node.Mapping(new String[0], new int[0], new Node[0], 0, 0);

  static final List<Node> NONE = List.of();

  /** The lists of containers, in the order of {@code allContainers}. */
  private static final String[] CONTAINERS = {
    "initContainers", "containers", "ephemeralContainers"
  };

  /** Texts of at most so many digits are amounts without a closer look. */
  private static final int FEW_DIGITS = 15;

  private Tree() {}

  /** What is written in a field. */
  static @Nullable Node raw(@Nullable Node holder, String name) {
    if (!(holder instanceof Node.Mapping mapping)) {
      return null;
    }
    int at = mapping.indexOf(name);
    if (at < 0) {
      return null;
    }
    Node found = mapping.value(at);
    return found instanceof Node.Null ? null : found;
  }

  /** Whether something written counts as not set. */
  static boolean isUnset(Node written, Field field) {
    return FieldReader.isUnset(written, field);
  }

  /** The text of a node, if its scalar type accepts it. */
  static @Nullable String text(Node written, Type.Scalar type) {
    return written instanceof Node.Text text
            && Texts.parse(type, text.value()).orElse(null) instanceof Value.Text made
        ? made.value()
        : null;
  }

  /** The image a node names. */
  static @Nullable Value image(Node written, Memo<Optional<ImageRef>> images) {
    return written instanceof Node.Text text ? images.of(text.value()).orElse(null) : null;
  }

  static boolean test(Memo<Boolean> pattern, String text) {
    return pattern.of(text);
  }

  static boolean containsText(String text, String part) {
    return text.contains(part);
  }

  static boolean startsWith(String text, String start) {
    return text.startsWith(start);
  }

  static boolean endsWith(String text, String end) {
    return text.endsWith(end);
  }

  static boolean isZero(int number) {
    return number == 0;
  }

  /** The elements of a list of records. */
  static @Nullable List<Node> records(Node written) {
    if (!(written instanceof Node.Sequence list)) {
      return null;
    }
    List<Node> elements = list.elements();
    for (int i = 0; i < elements.size(); i++) {
      if (!(elements.get(i) instanceof Node.Mapping)) {
        return null;
      }
    }
    return elements;
  }

  /** The elements of a list of texts. */
  static @Nullable List<Node> texts(Node written) {
    if (!(written instanceof Node.Sequence list)) {
      return null;
    }
    List<Node> elements = list.elements();
    for (int i = 0; i < elements.size(); i++) {
      if (!(elements.get(i) instanceof Node.Text)) {
        return null;
      }
    }
    return elements;
  }

  /** The elements of a list of capabilities. */
  static @Nullable List<Node> capabilities(Node written) {
    List<Node> elements = texts(written);
    for (int i = 0; elements != null && i < elements.size(); i++) {
      if (((Node.Text) elements.get(i)).value().isEmpty()) {
        return null;
      }
    }
    return elements;
  }

  static boolean contains(List<Node> texts, String wanted) {
    for (int i = 0; i < texts.size(); i++) {
      if (((Node.Text) texts.get(i)).value().equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** A map from text to text. */
  static Node.@Nullable Mapping textTable(Node written) {
    if (!(written instanceof Node.Mapping table)) {
      return null;
    }
    for (int i = 0; i < table.size(); i++) {
      if (!(table.value(i) instanceof Node.Text || table.value(i) instanceof Node.Null)) {
        return null;
      }
    }
    return table;
  }

  /** The text of a key; null in the file reads as the empty text. */
  static @Nullable String entry(Node.Mapping textTable, String key) {
    int at = textTable.indexOf(key);
    return at < 0 ? null : textTable.value(at) instanceof Node.Text text ? text.value() : "";
  }

  /** A map from text to quantities. */
  static Node.@Nullable Mapping quantityTable(Node written) {
    if (!(written instanceof Node.Mapping table)) {
      return null;
    }
    for (int i = 0; i < table.size(); i++) {
      Node value = table.value(i);
      boolean sound =
          value instanceof Node.Int
              || value instanceof Node.Null
              || value instanceof Node.Text text && isQuantity(text.value());
      if (!sound) {
        return null;
      }
    }
    return table;
  }

  private static boolean isQuantity(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    boolean plain = digits > 0 && digits <= FEW_DIGITS;
    int left = text.length() - digits;
    if (plain && left == 0) {
      return true;
    }
    if (plain && left == 2 && text.charAt(digits + 1) == 'i') {
      return "KMGTPE".indexOf(text.charAt(digits)) >= 0;
    }
    if (plain && left == 1) {
      return "numkMGTPE".indexOf(text.charAt(digits)) >= 0;
    }
    return Quantity.parse(text).isPresent();
  }

  /** The quantity of a key. */
  static @Nullable Value quantity(Node.Mapping quantityTable, String key) {
    Node found = raw(quantityTable, key);
    return found instanceof Node.Text text
        ? Quantity.parse(text.value()).orElseThrow()
        : found instanceof Node.Int number
            ? Quantity.parse(Long.toString(number.value())).orElseThrow()
            : null;
  }

  static boolean isEmptyQuantityTable(Node.Mapping table) {
    for (int i = 0; i < table.size(); i++) {
      if (!(table.value(i) instanceof Node.Null)) {
        return false;
      }
    }
    return true;
  }

  /** The spec of a pod, if all its lists of containers can be walked. */
  static Node.@Nullable Mapping withContainers(Node spec) {
    if (!(spec instanceof Node.Mapping found)) {
      return null;
    }
    for (int which = 0; which < CONTAINERS.length; which++) {
      Node list = raw(found, CONTAINERS[which]);
      if (list != null && records(list) == null) {
        return null;
      }
    }
    return found;
  }

  /** One of the three lists of containers. */
  static List<Node> containers(Node.Mapping spec, int which) {
    return raw(spec, CONTAINERS[which]) instanceof Node.Sequence list ? list.elements() : List.of();
  }

  static int containerCount(Node.Mapping spec) {
    return containers(spec, 0).size() + containers(spec, 1).size() + containers(spec, 2).size();
  }

  /** What is judged, as a value. */
  static ObjectValue target(TargetView view, KubernetesObject object) {
    return view.value(object);
  }

  /** A record in a field of another, as a value. */
  static ObjectValue child(ObjectValue holder, Shape shape, Node.Mapping node, String field) {
    return holder.child(shape, node, holder.place().key(field));
  }

  /** A record in a list of another, as a value. */
  static ObjectValue element(
      ObjectValue holder, Shape shape, Node.Mapping node, String list, int index) {
    Place place = holder.place().key(list).element(index);
    return holder.child(shape, node, place);
  }

  /** The same in one of the lists of containers. */
  static ObjectValue container(
      ObjectValue spec, Shape shape, Node.Mapping node, int which, int index) {
    return element(spec, shape, node, CONTAINERS[which], index);
  }

  /** A field as the interpreter reads it. */
  static @Nullable Value read(ObjectValue holder, Field field, CallContext context) {
    try {
      return context.reader().read(holder, field);
    } catch (EvaluationError broken) {
      return null;
    }
  }
}
