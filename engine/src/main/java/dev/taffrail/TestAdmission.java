package dev.taffrail;

import dev.taffrail.object.Admission;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.source.Span;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the admission request that a test describes; its places are those of the description. */
final class TestAdmission {
  private final Span span;

  TestAdmission(Span span) {
    this.span = span;
  }

  /**
   * The object as it comes with a request. What is not said follows from what is given: an object
   * alone is created, with an old one it is updated, an old one alone is deleted.
   */
  KubernetesObject ask(
      Optional<KubernetesObject> object,
      Optional<KubernetesObject> old,
      Optional<RecordValue> request) {
    KubernetesObject judged = object.or(() -> old).orElseThrow();
    String implied = old.isEmpty() ? "CREATE" : object.isEmpty() ? "DELETE" : "UPDATE";
    var admission =
        new Admission(
            request.flatMap(r -> text(r, "operation")).orElse(implied),
            request.flatMap(r -> text(r, "subresource")).orElse(""),
            request.map(this::node).orElseGet(() -> mapping(List.of(), List.of())),
            old);
    return new KubernetesObject(
        judged.source(),
        judged.root(),
        judged.kind(),
        judged.namespace(),
        judged.name(),
        judged.document(),
        judged.item(),
        Optional.of(admission));
  }

  private static Optional<String> text(RecordValue record, String field) {
    return record.get(field) instanceof Value.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  /** As the API server spells it. */
  private Node.Mapping node(RecordValue request) {
    var keys = new ArrayList<String>();
    var values = new ArrayList<Node>();
    if (request.get("dryRun") instanceof Value.Bool dryRun) {
      keys.add("dryRun");
      values.add(new Node.Bool(dryRun.value(), span.start(), span.end()));
    }
    if (request.get("user") instanceof RecordValue user) {
      keys.add("userInfo");
      values.add(user(user));
    }
    return mapping(keys, values);
  }

  private Node.Mapping user(RecordValue user) {
    var keys = new ArrayList<String>();
    var values = new ArrayList<Node>();
    text(user, "name").ifPresent(name -> add("username", name, keys, values));
    text(user, "uid").ifPresent(uid -> add("uid", uid, keys, values));
    keys.add("groups");
    values.add(texts(user.get("groups")));
    if (user.get("extra") instanceof MapValue extra) {
      keys.add("extra");
      values.add(
          mapping(
              extra.entries().keySet().stream().map(key -> ((Value.Text) key).value()).toList(),
              extra.entries().values().stream().map(this::texts).toList()));
    }
    return mapping(keys, values);
  }

  private void add(String key, String value, List<String> keys, List<Node> values) {
    keys.add(key);
    values.add(new Node.Text(value, span.start(), span.end()));
  }

  private Node texts(Value list) {
    List<Node> elements =
        list instanceof ListValue texts
            ? texts.elements().stream()
                .map(t -> (Node) new Node.Text(((Value.Text) t).value(), span.start(), span.end()))
                .toList()
            : List.of();
    return new Node.Sequence(elements, span.start(), span.end());
  }

  private Node.Mapping mapping(List<String> keys, List<? extends Node> values) {
    var starts = new int[keys.size()];
    java.util.Arrays.fill(starts, span.start());
    return new Node.Mapping(
        keys.toArray(String[]::new), starts, values.toArray(Node[]::new), span.start(), span.end());
  }
}
