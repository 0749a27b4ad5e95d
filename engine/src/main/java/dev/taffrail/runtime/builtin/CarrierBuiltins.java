package dev.taffrail.runtime.builtin;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.Node;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.List;

/** The pod inside a workload, seen as policies about pods see it. */
final class CarrierBuiltins {
  private CarrierBuiltins() {}

  static List<Builtin> all(SchemaTypes types) {
    ObjectType pod = types.type("Pod").orElseThrow();
    return types.podCarriers().stream()
        .flatMap(name -> types.type(name).stream())
        .filter(type -> type.kind().isPresent())
        .map(
            carrier ->
                ObjectMember.of(
                    carrier,
                    "pod",
                    Type.optional(pod),
                    "The pod in its template; unset if it has none.",
                    "deployment.pod.allContainers.size == 1",
                    (receiver, reader) -> inside(receiver, pod, types)))
        .toList();
  }

  private static Value inside(ObjectValue carrier, ObjectType pod, SchemaTypes types) {
    List<String> path = path(carrier, types);
    Node node = carrier.node();
    Place place = carrier.place();
    for (String step : path) {
      if (!(node instanceof Node.Mapping mapping) || mapping.find(step).isEmpty()) {
        return Value.absent();
      }
      node = mapping.find(step).get();
      place = place.key(step);
    }
    return node instanceof Node.Mapping template && !path.isEmpty()
        ? ObjectValue.root(pod, template, place)
        : Value.absent();
  }

  /** Of the type and not of the object it stands in: that may be something else's parameter. */
  private static List<String> path(ObjectValue carrier, SchemaTypes types) {
    return carrier.shape() instanceof ObjectType type
        ? type.kind().flatMap(kind -> types.podTemplate(kind.identity())).orElse(List.of())
        : List.of();
  }
}
