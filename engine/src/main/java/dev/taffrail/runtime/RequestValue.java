package dev.taffrail.runtime;

import dev.taffrail.object.Admission;
import dev.taffrail.object.Node;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An admission request as policies see it, see {@link dev.taffrail.compiler.type.RequestType}. */
final class RequestValue {
  private RequestValue() {}

  static Value of(Optional<Admission> admission) {
    return admission.map(RequestValue::record).orElse(Value.absent());
  }

  private static Value record(Admission admission) {
    Node.Mapping request = admission.request();
    Optional<Node.Mapping> user = request.mapping("userInfo");
    return new RecordValue(
        Map.of(
            "operation",
            new Value.Text(admission.operation()),
            "user",
            user(user),
            "subresource",
            admission.subresource().isEmpty()
                ? Value.absent()
                : new Value.Text(admission.subresource()),
            "dryRun",
            Value.Bool.of(
                request
                    .find("dryRun")
                    .filter(n -> n instanceof Node.Bool bool && bool.value())
                    .isPresent())));
  }

  /** Unset members are empty, as in the Go structure. */
  private static Value user(Optional<Node.Mapping> user) {
    return new RecordValue(
        Map.of(
            "name", text(user, "username"),
            "uid", text(user, "uid"),
            "groups", texts(user.flatMap(u -> u.find("groups"))),
            "extra", extra(user.flatMap(u -> u.mapping("extra")))));
  }

  private static Value text(Optional<Node.Mapping> user, String field) {
    return new Value.Text(user.flatMap(u -> u.text(field)).orElse(""));
  }

  private static Value extra(Optional<Node.Mapping> extra) {
    var entries = new LinkedHashMap<Value, Value>();
    extra.ifPresent(
        mapping -> {
          for (int i = 0; i < mapping.size(); i++) {
            entries.put(new Value.Text(mapping.key(i)), texts(Optional.of(mapping.value(i))));
          }
        });
    return MapValue.of(entries);
  }

  private static Value texts(Optional<Node> list) {
    List<Node> elements =
        list.filter(Node.Sequence.class::isInstance)
            .map(found -> ((Node.Sequence) found).elements())
            .orElse(List.of());
    return ListValue.of(
        elements.stream()
            .filter(Node.Text.class::isInstance)
            .map(element -> (Value) new Value.Text(((Node.Text) element).value()))
            .toList());
  }
}
