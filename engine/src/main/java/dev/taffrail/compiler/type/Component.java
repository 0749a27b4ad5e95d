package dev.taffrail.compiler.type;

import dev.taffrail.object.GroupVersionKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The components of a cluster that policies see as kinds of their own. */
public enum Component {
  KUBE_APISERVER("KubeApiServer"),
  KUBE_CONTROLLER_MANAGER("KubeControllerManager"),
  KUBE_SCHEDULER("KubeScheduler"),
  ETCD("Etcd"),
  KUBELET("Kubelet"),
  KUBE_PROXY("KubeProxy");

  /**
   * The name of the rule for a default, followed by the flag, the flag that takes its place or
   * {@link #NOTHING}, and the value.
   */
  public static final String DEFAULT_RULE = "component flag ";

  public static final String NOTHING = "-";

  /** The name of the rule for a member that cannot be told, followed by the member. */
  public static final String UNKNOWN_RULE = "component member ";

  /** A group that no API server can serve. */
  private static final String GROUP = "components";

  private final String kind;

  Component(String kind) {
    this.kind = kind;
  }

  /** The name in the language. */
  public String kind() {
    return kind;
  }

  /** Whether each node of a cluster runs one. */
  public boolean isOnEachNode() {
    return this == KUBELET || this == KUBE_PROXY;
  }

  /** {@code kube-apiserver}. */
  public String binary() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public GroupVersionKind identity() {
    return new GroupVersionKind(GROUP, "v1", kind);
  }

  /** The component that a kind stands for, if it stands for one. */
  public static Optional<Component> of(ObjectType type) {
    return type.kind()
        .map(ObjectType.Kind::identity)
        .flatMap(
            identity ->
                Arrays.stream(values()).filter(c -> c.identity().equals(identity)).findFirst());
  }

  /** {@code anonymousAuth} for {@code anonymous-auth} and {@code anonymous_auth}. */
  public static String field(String flag) {
    var field = new StringBuilder();
    for (String word : flag.replace('_', '-').split("-")) {
      if (!word.isEmpty()) {
        field.append(
            field.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
      }
    }
    return field.toString();
  }
}
