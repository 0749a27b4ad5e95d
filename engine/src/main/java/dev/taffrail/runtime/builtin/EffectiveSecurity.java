package dev.taffrail.runtime.builtin;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.object.Node;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.runtime.read.Surroundings;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the security context of a container and that of its pod together, the way the kubelet does.
 *
 * <p>Each inherited value keeps the place where it was written. What pods do not have ({@code
 * privileged}, {@code capabilities} and so on) is the container's own.
 */
final class EffectiveSecurity {
  /** From a container to the spec of its pod. */
  private static final int CONTAINER_TO_SPEC = 2;

  private static final List<String> INHERITED =
      List.of(
          "appArmorProfile",
          "runAsGroup",
          "runAsNonRoot",
          "runAsUser",
          "seLinuxOptions",
          "seccompProfile");

  private static final String WINDOWS = "windowsOptions";

  /** One names the other; a container that sets one takes none of them from its pod. */
  private static final List<String> CREDENTIALS =
      List.of("gmsaCredentialSpec", "gmsaCredentialSpecName");

  private static final List<String> OF_WINDOWS = List.of("hostProcess", "runAsUserName");

  private final ObjectType podSpec;
  private final ObjectType securityContext;

  EffectiveSecurity(ObjectType podSpec, ObjectType securityContext) {
    this.podSpec = podSpec;
    this.securityContext = securityContext;
  }

  ObjectValue of(ObjectValue container, FieldReader reader) {
    Optional<ObjectValue> own = ObjectMember.record(container, "securityContext", reader);
    var merged = new Merged(own, container.place().key("securityContext"));
    ofPod(container, reader)
        .ifPresent(
            pod -> {
              INHERITED.forEach(field -> merged.inherit(field, pod));
              inheritWindows(merged, own.flatMap(context -> windows(context, reader)), pod, reader);
            });
    return container.child(securityContext, merged.node(container.node().start()), merged.place());
  }

  private Optional<ObjectValue> ofPod(ObjectValue container, FieldReader reader) {
    Optional<Place> place = Surroundings.up(container.place(), CONTAINER_TO_SPEC);
    return place
        .flatMap(Surroundings::mapping)
        .map(node -> new ObjectValue(podSpec, node, place.get(), container.root()))
        .flatMap(spec -> ObjectMember.record(spec, "securityContext", reader));
  }

  private static Optional<ObjectValue> windows(ObjectValue context, FieldReader reader) {
    return ObjectMember.record(context, WINDOWS, reader);
  }

  private static void inheritWindows(
      Merged merged, Optional<ObjectValue> own, ObjectValue pod, FieldReader reader) {
    Optional<ObjectValue> ofPod = windows(pod, reader);
    if (ofPod.isPresent() && own.isPresent()) {
      var options = new Merged(own, own.get().place());
      boolean ownCredentials = CREDENTIALS.stream().anyMatch(options::isSet);
      OF_WINDOWS.forEach(field -> options.inherit(field, ofPod.get()));
      if (!ownCredentials) {
        CREDENTIALS.forEach(field -> options.inherit(field, ofPod.get()));
      }
      merged.put(WINDOWS, options.node(own.get().node().start()), options.place());
    } else {
      merged.inherit(WINDOWS, pod);
    }
  }

  /** A record in the making. */
  private static final class Merged {
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Place> moved = new LinkedHashMap<>();
    private final Place place;

    /**
     * @param own the container's record, if it has one
     * @param place where it stands or would stand
     */
    Merged(Optional<ObjectValue> own, Place place) {
      this.place = place;
      own.ifPresent(
          record -> {
            for (int i = 0; i < record.node().size(); i++) {
              values.put(record.node().key(i), record.node().value(i));
            }
          });
    }

    boolean isSet(String field) {
      Node value = values.get(field);
      return value != null && !(value instanceof Node.Null);
    }

    void inherit(String field, ObjectValue pod) {
      int at = pod.node().indexOf(field);
      if (!isSet(field) && at >= 0 && !(pod.node().value(at) instanceof Node.Null)) {
        put(field, pod.node().value(at), pod.place().key(field));
      }
    }

    void put(String field, Node value, Place where) {
      values.put(field, value);
      moved.put(field, where);
    }

    Place place() {
      return new Place(place.object(), place.path(), moved);
    }

    /** The tree; the offset is that of a record which was not written as it is. */
    Node.Mapping node(int start) {
      int[] starts = values.values().stream().mapToInt(Node::start).toArray();
      return new Node.Mapping(
          values.keySet().toArray(new String[0]),
          starts,
          values.values().toArray(new Node[0]),
          start,
          start);
    }
  }
}
