package dev.taffrail.runtime.view;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.SemVer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The components that an object runs or configures: pods, also inside workloads, by the command of
 * their containers; the ClusterConfiguration of kubeadm by its extra arguments.
 */
public final class Components {
  private static final String KUBEADM = "kubeadm.k8s.io";

  /** The sections of a ClusterConfiguration. */
  private static final Map<Component, List<String>> SECTIONS =
      Map.of(
          Component.KUBE_APISERVER, List.of("apiServer"),
          Component.KUBE_CONTROLLER_MANAGER, List.of("controllerManager"),
          Component.KUBE_SCHEDULER, List.of("scheduler"),
          Component.ETCD, List.of("etcd", "local"));

  private final SchemaTypes types;

  public Components(SchemaTypes types) {
    this.types = types;
  }

  /** The object seen as the component, once for each process. */
  public List<ObjectValue> in(KubernetesObject object, ObjectType view) {
    Optional<Component> component = Component.of(view);
    if (component.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<ObjectValue>();
    template(object).ifPresent(pod -> found.addAll(inPod(pod, component.get(), view)));
    if (object.kind().group().equals(KUBEADM)
        && object.kind().kind().equals("ClusterConfiguration")) {
      inCluster(object, component.get(), view).ifPresent(found::add);
    }
    return found;
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

  private static List<ObjectValue> inPod(Located pod, Component component, ObjectType view) {
    var found = new ArrayList<ObjectValue>();
    Optional<Located> spec = pod.child("spec");
    if (spec.flatMap(s -> s.node().find("containers")).orElse(null) instanceof Node.Sequence list) {
      for (int i = 0; i < list.elements().size(); i++) {
        if (list.elements().get(i) instanceof Node.Mapping container) {
          Place place = spec.orElseThrow().place().key("containers").element(i);
          inContainer(new Located(container, place), component, view).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<ObjectValue> inContainer(
      Located container, Component component, ObjectType view) {
    ObjectType flags = flagsType(view);
    return CommandLine.flags(
            container.node(), container.place(), component, name -> isBoolean(flags, name))
        .map(
            arguments -> {
              String list = container.node().find("command").isPresent() ? "command" : "args";
              var fields = new LinkedHashMap<String, Node>();
              container.node().find("image").ifPresent(image -> fields.put("image", image));
              container
                  .node()
                  .text("image")
                  .flatMap(Components::versionOf)
                  .ifPresent(version -> fields.put("version", text(version, container.node())));
              return view(
                  new Source(component, "pod", container.node().start()),
                  view,
                  fields,
                  container.place(),
                  FlagNodes.of(
                      flags, arguments, container.place().key(list), container.node().start()));
            });
  }

  private static boolean isBoolean(ObjectType flags, String name) {
    return flags
        .field(Component.field(name))
        .map(Field::type)
        .filter(type -> type == Type.Scalar.BOOL)
        .isPresent();
  }

  private static Optional<ObjectValue> inCluster(
      KubernetesObject object, Component component, ObjectType view) {
    List<String> steps = SECTIONS.get(component);
    boolean elsewhere =
        component == Component.ETCD
            && object.root().mapping("etcd").flatMap(e -> e.find("external")).isPresent();
    if (steps == null || elsewhere) {
      return Optional.empty();
    }
    Optional<Node.Mapping> section = Optional.of(object.root());
    Place place = new Place(object, FieldPath.ROOT);
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
    List<Argument> arguments = KubeadmArguments.of(component, object.root(), extra, list);
    var fields = new LinkedHashMap<String, Node>();
    object
        .root()
        .text("kubernetesVersion")
        .filter(version -> component != Component.ETCD)
        .flatMap(Components::semVer)
        .ifPresent(version -> fields.put("version", text(version, object.root())));
    int start = object.root().start();
    return Optional.of(
        view(
            new Source(component, "kubeadm", start),
            view,
            fields,
            place,
            FlagNodes.of(flagsType(view), arguments, list, start)));
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

  private record Source(Component component, String word, int start) {}

  private static ObjectValue view(
      Source source, ObjectType view, Map<String, Node> more, Place place, FlagNodes.Made flags) {
    var fields = new LinkedHashMap<String, Node>(more);
    fields.put(
        "component", new Node.Text(source.component().binary(), source.start(), source.start()));
    fields.put("source", new Node.Text(source.word(), source.start(), source.start()));
    fields.put("flags", flags.node());
    var moved = new LinkedHashMap<String, Place>();
    moved.put("flags", flags.place());
    moved.put("component", flags.place());
    moved.put("source", place);
    moved.put(
        "version",
        more.containsKey("image")
            ? place.key("image")
            : new Place(place.object(), FieldPath.ROOT.key("kubernetesVersion")));
    return ObjectValue.root(
        view,
        FlagNodes.mapping(fields, source.start(), source.start()),
        new Place(place.object(), place.path(), moved));
  }

  private static ObjectType flagsType(ObjectType view) {
    return (ObjectType) view.field("flags").orElseThrow().type();
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
