package dev.taffrail.runtime;

import dev.taffrail.object.Admission;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
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

  static Value of(KubernetesObject object) {
    return object
        .admission()
        .map(admission -> record(admission, object.kind()))
        .orElse(Value.absent());
  }

  private static Value record(Admission admission, GroupVersionKind of) {
    Node.Mapping request = admission.request();
    Value kind = kind(request.mapping("kind")).orElseGet(() -> kind(of));
    var fields = new LinkedHashMap<String, Value>();
    fields.put("operation", new Value.Text(admission.operation()));
    fields.put("user", user(request.mapping("userInfo")));
    fields.put("subresource", subresource(Optional.of(admission.subresource())));
    fields.put("kind", kind);
    fields.put("requestKind", kind(request.mapping("requestKind")).orElse(kind));
    fields.put(
        "requestSubresource",
        subresource(
            request.text("requestSubResource").or(() -> Optional.of(admission.subresource()))));
    fields.put(
        "dryRun",
        Value.Bool.of(
            request
                .find("dryRun")
                .filter(n -> n instanceof Node.Bool bool && bool.value())
                .isPresent()));
    return new RecordValue(fields);
  }

  /** The empty name stands for the object itself. */
  private static Value subresource(Optional<String> name) {
    return name.filter(n -> !n.isEmpty()).<Value>map(Value.Text::new).orElse(Value.absent());
  }

  private static Optional<Value> kind(Optional<Node.Mapping> written) {
    return written.map(
        w ->
            kind(
                new GroupVersionKind(
                    w.text("group").orElse(""),
                    w.text("version").orElse(""),
                    w.text("kind").orElse(""))));
  }

  private static Value kind(GroupVersionKind kind) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("group", new Value.Text(kind.group()));
    fields.put("version", new Value.Text(kind.version()));
    fields.put("kind", new Value.Text(kind.kind()));
    return new RecordValue(fields);
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
