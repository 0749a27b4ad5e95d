package dev.taffrail.runtime.view;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The components that an object runs or configures: pods, also inside workloads, by the command of
 * their containers; the ClusterConfiguration of kubeadm by its extra arguments; the configuration
 * files of kubelet, kube-proxy and kube-scheduler; a kubelet by the facts about its node.
 * ClusterConfiguration and files may stand in ConfigMaps.
 */
public final class Components {
  private final SchemaTypes types;
  private final DeclaredViews views;
  private final DerivedMembers derived;
  private final KubeadmCluster kubeadm;

  /**
   * @param objects what is known of a kind, for configuration files that flags name
   */
  public Components(SchemaTypes types, Function<GroupKind, List<KubernetesObject>> objects) {
    this.types = types;
    this.views = new DeclaredViews(types);
    this.derived = new DerivedMembers(types, new ConfigFiles(objects, views));
    this.kubeadm = new KubeadmCluster(derived);
  }

  /** Kinds of which all has to be known to find the configuration files that flags name. */
  public static boolean mayHoldConfiguration(GroupKind kind) {
    return kind.equals(ConfigFiles.CONFIG_MAP)
        || ConfigFiles.KINDS.containsValue(kind)
        || kind.group().equals(ConfigFiles.API_SERVER);
  }

  /** Kinds of which all has to be known to find components, or declared parts, in their objects. */
  public static boolean mayCarry(GroupKind kind, SchemaTypes types) {
    return mayHoldConfiguration(kind)
        || kind.equals(KubeadmCluster.KIND)
        || kind.equals(NodeFacts.KIND)
        || kind.kind().equals("Pod")
        || types.podCarriers().contains(kind.kind())
        || types.declaredViews().stream().anyMatch(view -> view.carrier().equals(kind));
  }

  /**
   * Whether what an object runs may take its configuration from another one: a ConfigMap that its
   * pods mount, or a file, of which the name alone decides.
   *
   * @param kind one that {@link #mayHoldConfiguration}
   */
  public boolean mayBeConfiguredBy(
      KubernetesObject object, GroupKind kind, String namespace, String name) {
    if (!kind.equals(ConfigFiles.CONFIG_MAP)) {
      return template(object).isPresent() || !views.documents(object).isEmpty();
    }
    return object.namespace().orElse("default").equals(namespace)
        && template(object)
            .flatMap(pod -> pod.child("spec"))
            .filter(
                spec ->
                    spec.node().elements("volumes", Node.Mapping.class).stream()
                        .flatMap(volume -> volume.mapping("configMap").stream())
                        .anyMatch(map -> map.text("name").filter(name::equals).isPresent()))
            .isPresent();
  }

  /** The object seen as the component, once for each process. */
  public List<Subject> in(KubernetesObject object, ObjectType view) {
    Optional<Component> component = Component.of(view);
    if (component.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Subject>();
    template(object)
        .ifPresent(pod -> inPod(pod, component.get(), view).forEach(v -> found.add(Subject.of(v))));
    var whole = new LocatedNode(object.root(), new Place(object, FieldPath.ROOT));
    inDocument(GroupKind.of(object.kind()), whole, component.get(), view)
        .ifPresent(v -> found.add(Subject.of(v)));
    if (component.get() == Component.KUBELET
        && GroupKind.of(object.kind()).equals(NodeFacts.KIND)) {
      onNode(whole, view).ifPresent(v -> found.add(Subject.of(v)));
    }
    for (Subject document : views.documents(object)) {
      GroupKind kind = kindOf(document.value());
      if (document.unreadable().isPresent()) {
        if (tells(kind, component.get())) {
          found.add(document);
        }
      } else {
        var inside = new LocatedNode(document.value().node(), document.value().place());
        inDocument(kind, inside, component.get(), view).ifPresent(v -> found.add(Subject.of(v)));
      }
    }
    return found;
  }

  private static GroupKind kindOf(ObjectValue document) {
    return ((ObjectType) document.shape())
        .kind()
        .map(kind -> GroupKind.of(kind.identity()))
        .orElse(new GroupKind("", ""));
  }

  private static boolean tells(GroupKind kind, Component component) {
    return kind.equals(ConfigFiles.KINDS.get(component))
        || kind.equals(KubeadmCluster.KIND) && KubeadmCluster.has(component);
  }

  private Optional<ObjectValue> inDocument(
      GroupKind kind, LocatedNode document, Component component, ObjectType view) {
    if (kind.equals(KubeadmCluster.KIND)) {
      return kubeadm.in(document, component, view);
    }
    return kind.equals(ConfigFiles.KINDS.get(component))
        ? Optional.of(inFile(document, component, view))
        : Optional.empty();
  }

  private Optional<LocatedNode> template(KubernetesObject object) {
    var root = Optional.of(new LocatedNode(object.root(), new Place(object, FieldPath.ROOT)));
    if (object.kind().group().isEmpty() && object.kind().kind().equals("Pod")) {
      return root;
    }
    Optional<List<String>> path = types.podTemplate(object.kind());
    if (path.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocatedNode> found = root;
    for (String step : path.get()) {
      found = found.flatMap(located -> located.child(step));
    }
    return found;
  }

  private List<ObjectValue> inPod(LocatedNode pod, Component component, ObjectType view) {
    var found = new ArrayList<ObjectValue>();
    Optional<LocatedNode> spec = pod.child("spec");
    if (spec.flatMap(s -> s.node().find("containers")).orElse(null) instanceof Node.Sequence list) {
      for (int i = 0; i < list.elements().size(); i++) {
        if (list.elements().get(i) instanceof Node.Mapping container) {
          Place place = spec.orElseThrow().place().key("containers").element(i);
          inContainer(spec.orElseThrow(), new LocatedNode(container, place), component, view)
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<ObjectValue> inContainer(
      LocatedNode spec, LocatedNode container, Component component, ObjectType view) {
    ObjectType type = ViewRecord.flagsType(view);
    return CommandLine.flags(
            container.node(), container.place(), component, name -> isBoolean(type, name))
        .map(
            command -> {
              String list = container.node().find("command").isPresent() ? "command" : "args";
              int start = container.node().start();
              Place written = container.place().key(list);
              var arguments = EtcdEnvironment.with(component, container, command, written);
              var flags = FlagNodes.of(type, arguments, written, start);
              var record = new ViewRecord(component, "pod", container.place(), start);
              container
                  .node()
                  .find("image")
                  .ifPresent(image -> record.put("image", image, container.place().key("image")));
              container
                  .node()
                  .text("image")
                  .flatMap(ComponentVersion::ofImage)
                  .ifPresent(
                      version ->
                          record.put(
                              "version",
                              ComponentVersion.node(version, container.node()),
                              container.place().key("image")));
              spec.node()
                  .find("nodeName")
                  .ifPresent(node -> record.put("nodeName", node, spec.place().key("nodeName")));
              record.put("flags", flags.node(), flags.place());
              record.put(
                  "mountPaths",
                  Mounts.ofContainer(container.node()),
                  container.place().key("volumeMounts"));
              derived.add(
                  record,
                  view,
                  component,
                  arguments,
                  flags,
                  new DerivedMembers.Surroundings(
                      written, Optional.of(spec.node()), Optional.of(container.node())));
              return record.value(view);
            });
  }

  private Optional<ObjectValue> onNode(LocatedNode document, ObjectType view) {
    return document
        .child("info")
        .flatMap(info -> NodeFacts.kubelet(info).map(arguments -> onNode(info, arguments, view)));
  }

  private ObjectValue onNode(LocatedNode info, List<Argument> arguments, ObjectType view) {
    int start = info.node().start();
    var flags = FlagNodes.of(ViewRecord.flagsType(view), arguments, info.place(), start);
    var record = new ViewRecord(Component.KUBELET, "node", info.place(), start);
    record.put("flags", flags.node(), flags.place());
    derived.add(
        record,
        view,
        Component.KUBELET,
        arguments,
        flags,
        new DerivedMembers.Surroundings(info.place(), Optional.empty(), Optional.empty()));
    return record.value(view);
  }

  private static ObjectValue inFile(LocatedNode document, Component component, ObjectType view) {
    var record = new ViewRecord(component, "file", document.place(), document.node().start());
    record.put("config", document.node(), document.place());
    if (component == Component.KUBELET) {
      record.putTls(document.node(), document.place(), "tlsCipherSuites", "tlsMinVersion");
    }
    return record.value(view);
  }

  private static boolean isBoolean(ObjectType flags, String name) {
    return flags
        .field(Component.field(name))
        .map(Field::type)
        .filter(type -> type == Type.Scalar.BOOL)
        .isPresent();
  }
}
