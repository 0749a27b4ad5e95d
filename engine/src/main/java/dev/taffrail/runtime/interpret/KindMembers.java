package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;

/**
 * The members every kind has; a view is named like the object that carries it, but is of its own
 * kind.
 */
final class KindMembers {
  /** The namespace of a manifest that names none, as {@code kubectl} takes it. */
  private static final String DEFAULT_NAMESPACE = "default";

  private KindMembers() {}

  static Value read(Value receiver, IrExpr.KindProperty property) {
    if (!(receiver instanceof ObjectValue holder)) {
      return Value.absent();
    }
    KubernetesObject object = holder.place().object();
    return switch (property) {
      case NAME -> new Value.Text(object.name());
      case NAMESPACE -> namespace(holder, object);
      case API_VERSION -> new Value.Text(kindOf(holder, object).apiVersion());
      case GROUP -> new Value.Text(kindOf(holder, object).group());
      case VERSION -> new Value.Text(kindOf(holder, object).version());
      case KIND -> new Value.Text(kindOf(holder, object).kind());
    };
  }

  private static Value namespace(ObjectValue holder, KubernetesObject object) {
    if (object.namespace().isPresent()) {
      return new Value.Text(object.namespace().get());
    }
    boolean clusterScoped =
        holder.shape() instanceof ObjectType type
            && type.kind().isPresent()
            && !type.kind().get().namespaced();
    boolean unknown = !(holder.shape() instanceof ObjectType t && t.kind().isPresent());
    return clusterScoped || unknown ? Value.absent() : new Value.Text(DEFAULT_NAMESPACE);
  }

  /** A view is of the kind it is seen as, {@code v1 Pod}, whatever carries it. */
  private static GroupVersionKind kindOf(ObjectValue holder, KubernetesObject object) {
    return holder.shape() instanceof ObjectType type
            && type.kind().isPresent()
            && !holder.place().path().isRoot()
        ? type.kind().get().identity()
        : object.kind();
  }
}
