package dev.taffrail.runtime.view;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.object.Node;
import dev.taffrail.value.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration that a kubelet, kube-proxy or kube-scheduler runs with: its file, if it has
 * one, and its flags.
 *
 * <p>Flags of the kubelet win over the file, and without a file some of its defaults are the older
 * ones of flags. kube-proxy and kube-scheduler do not look at their other flags when they have a
 * file, but for the name of the host. Sources: cmd/kubelet/app/server.go,
 * cmd/kubelet/app/options/options.go applyLegacyDefaults, cmd/kube-proxy/app/options.go Complete.
 */
final class ComponentConfig {
  private static final String GATES = "featureGates";

  private static final String HOSTNAME = "hostnameOverride";

  private ComponentConfig() {}

  /**
   * The configuration.
   *
   * @param arguments those of the command
   * @param flags the same as a record
   * @param file what {@code --config} names, if it names something
   */
  static Overlaid of(
      Component component,
      ObjectType configuration,
      List<Argument> arguments,
      FlagNodes.Made flags,
      Optional<ConfigFiles.Found> file,
      Place list) {
    var config =
        new Overlaid(
            file.map(ConfigFiles.Found::node), file.map(ConfigFiles.Found::place).orElse(list));
    if (file.isEmpty()) {
      withoutFile(component, list)
          .forEach((path, value) -> config.put(path, value.node(), value.place()));
    }
    for (Argument argument : arguments) {
      String field = Component.field(argument.name());
      boolean counts = component == Component.KUBELET || file.isEmpty() || field.equals(HOSTNAME);
      Optional<Node> node = flags.node().find(field);
      Optional<String> path = FlagFields.of(component, argument.name(), configuration);
      if (counts && node.isPresent() && path.isPresent()) {
        put(config, path.get(), node.get(), flags.place().key(field));
      }
    }
    return config;
  }

  private record Placed(Node node, Place place) {}

  /** Defaults of flags, where they are others than those of the file or would be told at a flag. */
  private static Map<String, Placed> withoutFile(Component component, Place list) {
    var values = new LinkedHashMap<String, Placed>();
    if (component == Component.KUBE_SCHEDULER) {
      values.put("enableProfiling", new Placed(new Node.Bool(true, 0, 0), list.key("--profiling")));
    }
    if (component != Component.KUBELET) {
      return values;
    }
    values.put(
        "authentication.anonymous.enabled",
        new Placed(new Node.Bool(true, 0, 0), list.key("--anonymous-auth")));
    values.put(
        "authentication.webhook.enabled",
        new Placed(new Node.Bool(false, 0, 0), list.key("--authentication-token-webhook")));
    values.put(
        "authorization.mode",
        new Placed(new Node.Text("AlwaysAllow", 0, 0), list.key("--authorization-mode")));
    values.put("readOnlyPort", new Placed(new Node.Int(10255, 0, 0), list.key("--read-only-port")));
    return values;
  }

  /** Gates are merged one by one. */
  private static void put(Overlaid config, String path, Node node, Place place) {
    if (path.equals(GATES) && node instanceof Node.Mapping gates) {
      for (int i = 0; i < gates.size(); i++) {
        config.put(path + "." + gates.key(i), gates.value(i), place.key(gates.key(i)));
      }
    } else if (path.startsWith("eviction") && node instanceof Node.Text text) {
      config.put(path, signals(text).orElse(text), place);
    } else {
      config.put(path, node, place);
    }
  }

  /** {@code memory.available<100Mi,nodefs.available<10%}; empty for a text of another form. */
  private static Optional<Node> signals(Node.Text text) {
    var fields = new LinkedHashMap<String, Node>();
    for (String part : text.value().split(",")) {
      int sign = part.indexOf('<');
      int equals = part.indexOf('=');
      int at = sign >= 0 ? sign : equals;
      if (at <= 0) {
        return Optional.empty();
      }
      fields.put(
          part.substring(0, at).strip(),
          new Node.Text(part.substring(at + 1).strip(), text.start(), text.end()));
    }
    return Optional.of(FlagNodes.mapping(fields, text.start(), text.end()));
  }
}
