package dev.taffrail.value;

import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import java.util.Comparator;

/** A total order over objects and the records inside them, consistent with their equality. */
final class ObjectOrdering {
  /** What {@link ObjectValue#equals} looks at, and nothing else. */
  private static final Comparator<KubernetesObject> IDENTITY =
      Comparator.<KubernetesObject, String>comparing(
              o -> GroupKind.of(o.kind()).group(), Ordering::compareText)
          .thenComparing(o -> o.kind().kind(), Ordering::compareText)
          .thenComparing(o -> o.namespace().orElse("default"), Ordering::compareText)
          .thenComparing(KubernetesObject::name, Ordering::compareText)
          .thenComparing(ObjectOrdering::compareNameless);

  private ObjectOrdering() {}

  static int compare(ObjectValue a, ObjectValue b) {
    if (a.root().isPresent() != b.root().isPresent()) {
      return Boolean.compare(a.root().isPresent(), b.root().isPresent());
    }
    if (a.root().isPresent()) {
      int order = Ordering.compareText(a.shape().name(), b.shape().name());
      return order != 0 ? order : NodeOrdering.compare(a.node(), b.node());
    }
    int order = IDENTITY.compare(a.place().object(), b.place().object());
    return order != 0
        ? order
        : Ordering.compareText(a.place().path().toString(), b.place().path().toString());
  }

  private static int compareNameless(KubernetesObject a, KubernetesObject b) {
    if (!a.name().isEmpty()) {
      return 0;
    }
    return Comparator.<KubernetesObject, String>comparing(
            o -> o.source().name(), Ordering::compareText)
        .thenComparingInt(KubernetesObject::document)
        .thenComparingInt(KubernetesObject::item)
        .compare(a, b);
  }
}
