package dev.taffrail.runtime.view;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.Node;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The components that a ClusterConfiguration of kubeadm configures by extra arguments. */
final class KubeadmCluster {
  static final GroupKind KIND = new GroupKind("kubeadm.k8s.io", "ClusterConfiguration");

  /** The sections of a ClusterConfiguration. */
  private static final Map<Component, List<String>> SECTIONS =
      Map.of(
          Component.KUBE_APISERVER, List.of("apiServer"),
          Component.KUBE_CONTROLLER_MANAGER, List.of("controllerManager"),
          Component.KUBE_SCHEDULER, List.of("scheduler"),
          Component.ETCD, List.of("etcd", "local"));

  private final DerivedMembers derived;

  KubeadmCluster(DerivedMembers derived) {
    this.derived = derived;
  }

  static boolean has(Component component) {
    return SECTIONS.containsKey(component);
  }

  Optional<ObjectValue> in(LocatedNode document, Component component, ObjectType view) {
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
        .flatMap(ComponentVersion::of)
        .ifPresent(
            version ->
                record.put(
                    "version",
                    ComponentVersion.node(version, root),
                    document.place().key("kubernetesVersion")));
    var flags = FlagNodes.of(ViewRecord.flagsType(view), arguments, list, start);
    record.put("flags", flags.node(), flags.place());
    record.put(
        "mountPaths",
        Mounts.ofKubeadm(root, section, component == Component.ETCD),
        place.key("extraVolumes"));
    derived.add(
        record,
        view,
        component,
        arguments,
        flags,
        new DerivedMembers.Surroundings(list, Optional.empty(), Optional.empty()));
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
}
