package dev.taffrail.runtime.view;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.object.Node;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A component put together: its members, each with the place it was told at. */
final class ViewRecord {
  private final Place place;
  private final int start;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  /**
   * @param source where it was found, as policies call it
   */
  ViewRecord(Component component, String source, Place place, int start) {
    this.place = place;
    this.start = start;
    put("component", new Node.Text(component.binary(), start, start), place);
    put("source", new Node.Text(source, start, start), place);
  }

  void put(String member, Node node, Place from) {
    nodes.put(member, node);
    places.put(member, from);
  }

  /**
   * What the flags or fields of two names say.
   *
   * @param from a record of flags, or a configuration
   */
  void putTls(Node.Mapping from, Place at, String suites, String version) {
    var fields = new LinkedHashMap<String, Node>();
    from.find(suites).ifPresent(node -> fields.put("cipherSuites", node));
    from.find(version).ifPresent(node -> fields.put("minVersion", sameWords(node)));
    put(
        "tls",
        FlagNodes.mapping(fields, start, start),
        new Place(
            at.object(),
            at.path(),
            Map.of("cipherSuites", at.key(suites), "minVersion", at.key(version))));
  }

  /** etcd writes {@code TLS1.2} where the others write {@code VersionTLS12}. */
  private static Node sameWords(Node version) {
    return version instanceof Node.Text text && text.value().matches("TLS1\\.[0-3]")
        ? new Node.Text("VersionTLS1" + text.value().substring(5), text.start(), text.end())
        : version;
  }

  /** The modes of the flag as a file would say them; an old webhook lets others decide. */
  void putAuthorizers(FlagNodes.Made flags) {
    var authorizers = new ArrayList<Node>();
    var moved = new LinkedHashMap<String, Place>();
    Place written = flags.place().key("authorizationMode");
    List<Node.Text> modes = flags.node().elements("authorizationMode", Node.Text.class);
    if (modes.isEmpty()) {
      modes = List.of(new Node.Text("AlwaysAllow", start, start));
    }
    for (int i = 0; i < modes.size(); i++) {
      authorizers.add(authorizer(modes.get(i)));
      moved.put(
          Place.step(i),
          flags.node().find("authorizationMode").isPresent() ? written.element(i) : written);
    }
    put(
        "authorizers",
        new Node.Sequence(authorizers, start, start),
        new Place(written.object(), written.path(), moved));
  }

  private static Node.Mapping authorizer(Node.Text mode) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put("type", mode);
    fields.put(
        "name", new Node.Text(mode.value().toLowerCase(Locale.ROOT), mode.start(), mode.end()));
    if (mode.value().equals("Webhook")) {
      var webhook = new LinkedHashMap<String, Node>();
      webhook.put("failurePolicy", new Node.Text("NoOpinion", mode.start(), mode.end()));
      fields.put("webhook", FlagNodes.mapping(webhook, mode.start(), mode.end()));
    }
    return FlagNodes.mapping(fields, mode.start(), mode.end());
  }

  ObjectValue value(ObjectType view) {
    return ObjectValue.root(
        view,
        FlagNodes.mapping(nodes, start, start),
        new Place(place.object(), place.path(), places));
  }

  static ObjectType flagsType(ObjectType view) {
    return (ObjectType) view.field("flags").orElseThrow().type();
  }
}
