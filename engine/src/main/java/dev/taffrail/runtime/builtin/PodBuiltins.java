package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Members of pods, and so of every view of a pod template. */
final class PodBuiltins {
  private final ObjectType pod;
  private final ObjectType container;
  private final ObjectType volume;
  private final ObjectType port;

  private PodBuiltins(SchemaTypes types) {
    this.pod = types.type("Pod").orElseThrow();
    this.container = types.type("Container").orElseThrow();
    this.volume = types.type("Volume").orElseThrow();
    this.port = types.type("ContainerPort").orElseThrow();
  }

  static List<Builtin> all(SchemaTypes types) {
    return new PodBuiltins(types).members();
  }

  private List<Builtin> members() {
    return List.of(
        ObjectMember.of(
            pod,
            "allContainers",
            new Type.ListOf(container),
            "Every container: init containers, sidecars, app containers and ephemeral ones, in this"
                + " order.",
            "pod.allContainers.size == 4",
            this::allContainers),
        ObjectMember.of(
            pod,
            "longRunningContainers",
            new Type.ListOf(container),
            "The containers that run as long as the pod does: sidecars and app containers.",
            "pod.longRunningContainers.size == 2",
            this::longRunningContainers),
        ObjectMember.of(
            pod,
            "serviceAccount",
            STRING,
            "The name of the ServiceAccount the pod runs as, `default` if it names none.",
            "pod.serviceAccount == \"default\"",
            (receiver, reader) ->
                spec(receiver, reader)
                    .map(spec -> reader.read(spec, "serviceAccountName"))
                    .orElse(new Value.Text("default"))),
        ObjectMember.of(
            pod,
            "replicas",
            Type.optional(INT),
            "How many pods are made of the template it is; 1 for a pod that stands alone, unset for"
                + " a DaemonSet, for a PodTemplate and inside custom resources.",
            "pod.replicas! == 1",
            (receiver, reader) -> PodReplicas.of(receiver)),
        ObjectMember.of(
            pod,
            "workloadName",
            STRING,
            "The name of the object it stands in: that of the workload, or its own.",
            "pod.workloadName == \"cart\"",
            (receiver, reader) -> new Value.Text(receiver.place().object().name())),
        ObjectMember.of(
            pod,
            "volumesByName",
            new Type.MapOf(STRING, volume),
            "The volumes by their names.",
            "pod.volumesByName[\"data\"] is set",
            this::volumesByName),
        ObjectMember.of(
            pod,
            "volumeNames",
            new Type.ListOf(STRING),
            "The names by which its containers can mount volumes: those of its volumes, and in a"
                + " StatefulSet those of its claims.",
            "pod.volumeNames == [\"data\"]",
            PodVolumeNames::of),
        ObjectMember.of(
            pod,
            "declaredPorts",
            new Type.ListOf(port),
            "The ports that its sidecars and app containers declare.",
            "pod.declaredPorts.size == 1",
            this::declaredPorts));
  }

  private Value allContainers(ObjectValue receiver, FieldReader reader) {
    var all = new Gathering();
    spec(receiver, reader)
        .ifPresent(
            spec -> {
              for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
                for (Value element : ObjectMember.list(spec, list, reader).elements()) {
                  all.add(ObjectMember.as(container, (ObjectValue) element));
                }
              }
            });
    return all.list();
  }

  private ListValue longRunningContainers(ObjectValue receiver, FieldReader reader) {
    var running = new Gathering();
    for (Value element : ((ListValue) allContainers(receiver, reader)).elements()) {
      ContainerRole role = ContainerRole.of((ObjectValue) element, reader);
      if (role == ContainerRole.SIDECAR || role == ContainerRole.APP) {
        running.add((ObjectValue) element);
      }
    }
    return running.list();
  }

  private Value volumesByName(ObjectValue receiver, FieldReader reader) {
    var volumes = new LinkedHashMap<Value, Value>();
    spec(receiver, reader)
        .ifPresent(
            spec -> {
              for (Value element : ObjectMember.list(spec, "volumes", reader).elements()) {
                volumes.put(reader.read((ObjectValue) element, "name"), element);
              }
            });
    return MapValue.of(volumes);
  }

  private Value declaredPorts(ObjectValue receiver, FieldReader reader) {
    var ports = new Gathering();
    for (Value element : longRunningContainers(receiver, reader).elements()) {
      ObjectMember.list((ObjectValue) element, "ports", reader)
          .elements()
          .forEach(declared -> ports.add((ObjectValue) declared));
    }
    return ports.list();
  }

  private static Optional<ObjectValue> spec(ObjectValue pod, FieldReader reader) {
    return ObjectMember.record(pod, "spec", reader);
  }
}
