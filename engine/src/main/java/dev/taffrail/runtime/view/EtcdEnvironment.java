package dev.taffrail.runtime.view;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.object.Node;
import dev.taffrail.value.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The flags that etcd takes from its environment: {@code ETCD_CLIENT_CERT_AUTH} stands for {@code
 * --client-cert-auth}, unless that is given. Source: etcd pkg/flags SetFlagsFromEnv.
 */
final class EtcdEnvironment {
  private static final String PREFIX = "ETCD_";

  private EtcdEnvironment() {}

  /**
   * The arguments, behind what the environment adds to them.
   *
   * @param arguments those of the command
   */
  static List<Argument> with(
      Component component, LocatedNode container, List<Argument> arguments, Place list) {
    if (component != Component.ETCD
        || !(container.node().find("env").orElse(null) instanceof Node.Sequence env)) {
      return arguments;
    }
    var all = new ArrayList<Argument>();
    for (int i = 0; i < env.elements().size(); i++) {
      if (env.elements().get(i) instanceof Node.Mapping entry) {
        Place place = container.place().key("env").element(i).key("value");
        String name = entry.text("name").orElse("");
        String flag = flag(name);
        if (name.startsWith(PREFIX) && arguments.stream().noneMatch(a -> a.name().equals(flag))) {
          entry
              .find("value")
              .filter(Node.Text.class::isInstance)
              .map(Node.Text.class::cast)
              .filter(value -> !value.value().isEmpty())
              .ifPresent(
                  value ->
                      all.add(
                          new Argument(
                              flag, value.value(), list, place, value.start(), value.end())));
        }
      }
    }
    all.addAll(arguments);
    return all;
  }

  private static String flag(String name) {
    return name.replaceFirst(PREFIX, "").toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
