package dev.taffrail.runtime.view;

import static java.util.Objects.requireNonNull;

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
import dev.taffrail.value.SemVer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The components that an object runs or configures: pods, also inside workloads, by the command of
 * their containers; the ClusterConfiguration of kubeadm by its extra arguments; the configuration
 * files of kubelet and kube-proxy. ClusterConfiguration and files may stand in ConfigMaps.
 */
public final class Components {
  private static final String KUBEADM = "kubeadm.k8s.io";

  private static final String API_SERVER_CONFIG = "apiserver.config.k8s.io";

  /** The sections of a ClusterConfiguration. */
  private static final Map<Component, List<String>> SECTIONS =
      Map.of(
          Component.KUBE_APISERVER, List.of("apiServer"),
          Component.KUBE_CONTROLLER_MANAGER, List.of("controllerManager"),
          Component.KUBE_SCHEDULER, List.of("scheduler"),
          Component.ETCD, List.of("etcd", "local"));

  /** The configuration files that stand for a component. */
  private static final Map<Component, GroupKind> FILES =
      Map.of(
          Component.KUBELET, new GroupKind("kubelet.config.k8s.io", "KubeletConfiguration"),
          Component.KUBE_PROXY, new GroupKind("kubeproxy.config.k8s.io", "KubeProxyConfiguration"));

  private static final GroupKind CLUSTER = new GroupKind(KUBEADM, "ClusterConfiguration");

  private final SchemaTypes types;
  private final DeclaredViews views;
  private final ConfigFiles files;

  /**
   * @param objects what is known of a kind, for configuration files that flags name
   */
  public Components(SchemaTypes types, Function<GroupKind, List<KubernetesObject>> objects) {
    this.types = types;
    this.views = new DeclaredViews(types);
    this.files = new ConfigFiles(objects, views);
  }

  /** Kinds of which all has to be known to find the configuration files that flags name. */
  public static boolean mayHoldConfiguration(GroupKind kind) {
    return kind.equals(ConfigFiles.CONFIG_MAP)
        || FILES.containsValue(kind)
        || kind.group().equals(API_SERVER_CONFIG);
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
                    Mounts.records(spec.node(), "volumes").stream()
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
    var whole = new Located(object.root(), new Place(object, FieldPath.ROOT));
    inDocument(GroupKind.of(object.kind()), whole, component.get(), view)
        .ifPresent(v -> found.add(Subject.of(v)));
    for (Subject document : views.documents(object)) {
      GroupKind kind = kindOf(document.value());
      if (document.unreadable().isPresent()) {
        if (tells(kind, component.get())) {
          found.add(document);
        }
      } else {
        var inside = new Located(document.value().node(), document.value().place());
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
    return kind.equals(FILES.get(component))
        || kind.equals(CLUSTER) && SECTIONS.containsKey(component);
  }

  private Optional<ObjectValue> inDocument(
      GroupKind kind, Located document, Component component, ObjectType view) {
    if (kind.equals(CLUSTER)) {
      return inCluster(document, component, view);
    }
    return kind.equals(FILES.get(component))
        ? Optional.of(inFile(document, component, view))
        : Optional.empty();
  }

  private record Located(Node.Mapping node, Place place) {

    Optional<Located> child(String key) {
      return node.mapping(key).map(found -> new Located(found, place.key(key)));
    }
  }

  private Optional<Located> template(KubernetesObject object) {
    var root = Optional.of(new Located(object.root(), new Place(object, FieldPath.ROOT)));
    if (object.kind().group().isEmpty() && object.kind().kind().equals("Pod")) {
      return root;
    }
    Optional<List<String>> path = types.podTemplate(object.kind());
    if (path.isEmpty()) {
      return Optional.empty();
    }
    Optional<Located> found = root;
    for (String step : path.get()) {
      found = found.flatMap(located -> located.child(step));
    }
    return found;
  }

  private List<ObjectValue> inPod(Located pod, Component component, ObjectType view) {
    var found = new ArrayList<ObjectValue>();
    Optional<Located> spec = pod.child("spec");
    if (spec.flatMap(s -> s.node().find("containers")).orElse(null) instanceof Node.Sequence list) {
      for (int i = 0; i < list.elements().size(); i++) {
        if (list.elements().get(i) instanceof Node.Mapping container) {
          Place place = spec.orElseThrow().place().key("containers").element(i);
          inContainer(spec.orElseThrow(), new Located(container, place), component, view)
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<ObjectValue> inContainer(
      Located spec, Located container, Component component, ObjectType view) {
    ObjectType type = ViewRecord.flagsType(view);
    return CommandLine.flags(
            container.node(), container.place(), component, name -> isBoolean(type, name))
        .map(
            arguments -> {
              String list = container.node().find("command").isPresent() ? "command" : "args";
              int start = container.node().start();
              Place written = container.place().key(list);
              var flags = FlagNodes.of(type, arguments, written, start);
              var record = new ViewRecord(component, "pod", container.place(), start);
              container
                  .node()
                  .find("image")
                  .ifPresent(image -> record.put("image", image, container.place().key("image")));
              container
                  .node()
                  .text("image")
                  .flatMap(Components::versionOf)
                  .ifPresent(
                      version ->
                          record.put(
                              "version",
                              text(version, container.node()),
                              container.place().key("image")));
              record.put("flags", flags.node(), flags.place());
              record.put(
                  "mountPaths",
                  Mounts.ofContainer(container.node()),
                  container.place().key("volumeMounts"));
              addDerived(
                  record,
                  view,
                  component,
                  arguments,
                  flags,
                  new Surroundings(
                      written, Optional.of(spec.node()), Optional.of(container.node())));
              return record.value(view);
            });
  }

  /** Where flags stand, and what is mounted around them. */
  private record Surroundings(
      Place list, Optional<Node.Mapping> spec, Optional<Node.Mapping> container) {}

  /** What follows from flags and files together. */
  private void addDerived(
      ViewRecord record,
      ObjectType view,
      Component component,
      List<Argument> arguments,
      FlagNodes.Made flags,
      Surroundings around) {
    switch (component) {
      case KUBE_APISERVER -> {
        record.putTls(flags.node(), flags.place(), "tlsCipherSuites", "tlsMinVersion");
        record.put(
            "admissionPlugins",
            AdmissionPlugins.of(flags.node(), types.version()),
            flags.place().key("enableAdmissionPlugins"));
        addFile(
            record,
            "authentication",
            "AuthenticationConfiguration",
            flags,
            around,
            Optional.empty());
        if (flags.node().find("authorizationConfig").isPresent()) {
          addFile(
              record,
              "authorizers",
              "AuthorizationConfiguration",
              flags,
              around,
              Optional.of("authorizers"));
        } else {
          record.putAuthorizers(flags);
        }
      }
      case KUBE_CONTROLLER_MANAGER, KUBE_SCHEDULER ->
          record.putTls(flags.node(), flags.place(), "tlsCipherSuites", "tlsMinVersion");
      case ETCD -> {
        if (flags.node().find("configFile").isEmpty()) {
          record.putTls(flags.node(), flags.place(), "cipherSuites", "tlsMinVersion");
        }
      }
      case KUBELET, KUBE_PROXY -> {
        Optional<ConfigFiles.Found> file =
            file("config", requireNonNull(FILES.get(component)), flags, around);
        if (file.isPresent() || flags.node().find("config").isEmpty()) {
          var type = (ObjectType) view.field("config").orElseThrow().type();
          var config = ComponentConfig.of(component, type, arguments, flags, file, around.list());
          record.put("config", config.node(), config.place());
          if (component == Component.KUBELET) {
            record.putTls(config.node(), config.place(), "tlsCipherSuites", "tlsMinVersion");
          }
        }
      }
    }
  }

  private void addFile(
      ViewRecord record,
      String member,
      String kind,
      FlagNodes.Made flags,
      Surroundings around,
      Optional<String> field) {
    String flag = member.equals("authorizers") ? "authorizationConfig" : "authenticationConfig";
    file(flag, new GroupKind(API_SERVER_CONFIG, kind), flags, around)
        .ifPresent(
            found -> {
              if (field.isEmpty()) {
                record.put(member, found.node(), found.place());
              } else {
                found
                    .node()
                    .find(field.get())
                    .ifPresent(node -> record.put(member, node, found.place().key(field.get())));
              }
            });
  }

  private Optional<ConfigFiles.Found> file(
      String flag, GroupKind kind, FlagNodes.Made flags, Surroundings around) {
    return flags
        .node()
        .text(flag)
        .flatMap(
            path ->
                files.find(path, kind, around.list().object(), around.spec(), around.container()));
  }

  private static ObjectValue inFile(Located document, Component component, ObjectType view) {
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

  private Optional<ObjectValue> inCluster(Located document, Component component, ObjectType view) {
    List<String> steps = SECTIONS.get(component);
    Node.Mapping root = document.node();
    boolean elsewhere =
        component == Component.ETCD
            && root.mapping("etcd").flatMap(e -> e.find("external")).isPresent();
    if (steps == null || elsewhere) {
      return Optional.empty();
    }
    Optional<Node.Mapping> section = Optional.of(root);
    Place place = document.place();
    for (String step : steps) {
      section = section.flatMap(node -> node.mapping(step));
      place = place.key(step);
    }
    Place list = place.key("extraArgs");
    List<Argument> extra =
        section
            .flatMap(node -> node.find("extraArgs"))
            .map(node -> extraArguments(node, list))
            .orElse(List.of());
    List<Argument> arguments = KubeadmArguments.of(component, root, extra, list);
    int start = root.start();
    var record = new ViewRecord(component, "kubeadm", place, start);
    root.text("kubernetesVersion")
        .filter(version -> component != Component.ETCD)
        .flatMap(Components::semVer)
        .ifPresent(
            version ->
                record.put(
                    "version", text(version, root), document.place().key("kubernetesVersion")));
    var flags = FlagNodes.of(ViewRecord.flagsType(view), arguments, list, start);
    record.put("flags", flags.node(), flags.place());
    record.put(
        "mountPaths",
        Mounts.ofKubeadm(root, section, component == Component.ETCD),
        place.key("extraVolumes"));
    addDerived(
        record,
        view,
        component,
        arguments,
        flags,
        new Surroundings(list, Optional.empty(), Optional.empty()));
    return Optional.of(record.value(view));
  }

  /** A map until {@code v1beta3}, a list of names and values since {@code v1beta4}. */
  private static List<Argument> extraArguments(Node node, Place list) {
    var arguments = new ArrayList<Argument>();
    switch (node) {
      case Node.Mapping map -> {
        for (int i = 0; i < map.size(); i++) {
          if (map.value(i) instanceof Node.Text value) {
            arguments.add(argument(map.key(i), value, list, list.key(map.key(i))));
          }
        }
      }
      case Node.Sequence elements -> {
        for (int i = 0; i < elements.elements().size(); i++) {
          if (elements.elements().get(i) instanceof Node.Mapping element
              && element.find("value").orElse(null) instanceof Node.Text value) {
            String name = element.text("name").orElse("");
            arguments.add(argument(name, value, list, list.element(i).key("value")));
          }
        }
      }
      default -> {}
    }
    return arguments;
  }

  private static Argument argument(String name, Node.Text value, Place list, Place place) {
    return new Argument(
        name.replace('_', '-'), value.value(), list, place, value.start(), value.end());
  }

  private static Node text(String value, Node at) {
    return new Node.Text(value, at.start(), at.end());
  }

  /** The version that the tag of an image names, {@code v1.34.1} or {@code 3.5.15-0}. */
  private static Optional<String> versionOf(String image) {
    String name = image.substring(image.lastIndexOf('/') + 1);
    int digest = name.indexOf('@');
    String tagged = digest < 0 ? name : name.substring(0, digest);
    int colon = tagged.indexOf(':');
    return colon < 0 ? Optional.empty() : semVer(tagged.substring(colon + 1));
  }

  /** The revision of a build is no pre-release. */
  private static Optional<String> semVer(String written) {
    String version = written.replaceFirst("^v", "").replaceFirst("-([0-9]+)$", "+$1");
    return version.matches("[0-9]+\\.[0-9]+\\.[0-9].*") && SemVer.parse(version).isPresent()
        ? Optional.of(version)
        : Optional.empty();
  }
}
