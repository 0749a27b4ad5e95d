package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.BOOL;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.Node;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Label selectors that stand in objects, and the one a Service implies. */
final class LabelSelectorBuiltins {
  private final ObjectType selector;
  private final ObjectType service;

  private LabelSelectorBuiltins(SchemaTypes types) {
    this.selector = types.type("LabelSelector").orElseThrow();
    this.service = types.type("ServiceSpec").orElseThrow();
  }

  static List<Builtin> all(SchemaTypes types) {
    return new LabelSelectorBuiltins(types).members();
  }

  private List<Builtin> members() {
    return List.of(
        selects(),
        ObjectMember.of(
            selector,
            "isEverything",
            BOOL,
            "Whether it has no requirement and so selects everything.",
            "networkPolicy.spec.podSelector.isEverything",
            (receiver, reader) -> Value.Bool.of(requirements(receiver, reader).isEmpty())),
        ObjectMember.of(
            selector,
            "keys",
            new Type.ListOf(STRING),
            "The label keys it asks for, each once, sorted.",
            "\"app\" in service.spec.labelSelector.keys",
            LabelSelectorBuiltins::keys),
        ObjectMember.of(
            service,
            "labelSelector",
            new Type.OptionalOf(selector),
            "The selector of the Service; unset if it selects no pods by itself.",
            "service.spec.labelSelector is set",
            this::ofService));
  }

  private Builtin selects() {
    var labels = new Signature.Parameter("labels", new Type.MapOf(STRING, STRING));
    var signature = new Signature("selects", Optional.of(selector), true, List.of(labels), BOOL);
    return new Builtin(
        signature,
        "Whether the labels meet all its requirements.",
        "service.spec.labelSelector.selects({ \"app\": \"cart\" }) ?? false",
        (arguments, context) ->
            Value.Bool.of(
                LabelSelection.selects(
                    (ObjectValue) arguments.get(0),
                    (MapValue) arguments.get(1),
                    context.reader())));
  }

  private static List<LabelRequirement> requirements(ObjectValue selector, FieldReader reader) {
    return LabelRequirement.of(selector, reader);
  }

  private static Value keys(ObjectValue selector, FieldReader reader) {
    var places = new TreeMap<String, Place>();
    for (LabelRequirement requirement : requirements(selector, reader)) {
      places.putIfAbsent(requirement.key(), requirement.place());
    }
    var keys = new Gathering();
    places.forEach((key, place) -> keys.add(new Value.Text(key), place));
    return keys.list();
  }

  /** Services have the bare map that {@code matchLabels} is; without one, nothing is selected. */
  private Value ofService(ObjectValue spec, FieldReader reader) {
    int at = spec.node().indexOf("selector");
    if (((MapValue) reader.read(spec, "selector")).entries().isEmpty()) {
      return Value.absent();
    }
    Node labels = spec.node().value(at);
    Place written = spec.place().key("selector");
    var node =
        new Node.Mapping(
            new String[] {"matchLabels"},
            new int[] {labels.start()},
            new Node[] {labels},
            labels.start(),
            labels.end());
    var place = new Place(written.object(), written.path(), Map.of("matchLabels", written));
    return spec.child(selector, node, place);
  }
}
