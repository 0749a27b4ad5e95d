package dev.taffrail.runtime.view;

import dev.taffrail.object.GroupKind;
import dev.taffrail.object.Node;
import dev.taffrail.value.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The settings of a kubelet among the facts about its node, as the flags that they are called
 * after.
 *
 * <p>The collector reads them from the running kubelet, flags and file together. Source of the
 * facts and their meaning: the kubelet mapping of the node collector of Aqua Security.
 */
final class NodeFacts {
  static final GroupKind KIND = new GroupKind("", "NodeInfo");

  private static final String TIMEOUT = "streaming-connection-idle-timeout";
  private static final String GATES = "feature-gates";

  private static final Map<String, String> FLAGS =
      Map.ofEntries(
          Map.entry("kubeletAnonymousAuthArgumentSet", "anonymous-auth"),
          Map.entry("kubeletAuthorizationModeArgumentSet", "authorization-mode"),
          Map.entry("kubeletClientCaFileArgumentSet", "client-ca-file"),
          Map.entry("kubeletEventQpsArgumentSet", "event-qps"),
          Map.entry("kubeletHostnameOverrideArgumentSet", "hostname-override"),
          Map.entry("kubeletMakeIptablesUtilChainsArgumentSet", "make-iptables-util-chains"),
          Map.entry("kubeletOnlyUseStrongCryptographic", "tls-cipher-suites"),
          Map.entry("kubeletProtectKernelDefaultsArgumentSet", "protect-kernel-defaults"),
          Map.entry("kubeletReadOnlyPortArgumentSet", "read-only-port"),
          Map.entry("kubeletRotateCertificatesArgumentSet", "rotate-certificates"),
          Map.entry("kubeletRotateKubeletServerCertificateArgumentSet", GATES),
          Map.entry("kubeletStreamingConnectionIdleTimeoutArgumentSet", TIMEOUT),
          Map.entry("kubeletTlsCertFileTlsArgumentSet", "tls-cert-file"),
          Map.entry("kubeletTlsPrivateKeyFileArgumentSet", "tls-private-key-file"));

  private NodeFacts() {}

  /**
   * The flags that have a value; empty if the facts say nothing of a kubelet at all.
   *
   * @param info the facts by name
   */
  static Optional<List<Argument>> kubelet(LocatedNode info) {
    var arguments = new ArrayList<Argument>();
    boolean told = false;
    for (int i = 0; i < info.node().size(); i++) {
      String flag = FLAGS.get(info.node().key(i));
      if (flag != null && info.node().value(i) instanceof Node.Mapping fact) {
        told = true;
        Place place = info.place().key(info.node().key(i)).key("values");
        argument(flag, fact, info.place(), place).ifPresent(arguments::add);
      }
    }
    return told ? Optional.of(arguments) : Optional.empty();
  }

  private static Optional<Argument> argument(
      String flag, Node.Mapping fact, Place list, Place place) {
    if (!(fact.find("values").orElse(null) instanceof Node.Sequence values)) {
      return Optional.empty();
    }
    String value =
        values.elements().stream()
            .flatMap(element -> text(element).stream())
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(","));
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Argument(flag, written(flag, value), list, place, values.start(), values.end()));
  }

  private static Optional<String> text(Node node) {
    return node instanceof Node.Text text
        ? Optional.of(text.value())
        : node instanceof Node.Int number
            ? Optional.of(String.valueOf(number.value()))
            : node instanceof Node.Bool bool
                ? Optional.of(String.valueOf(bool.value()))
                : Optional.empty();
  }

  /** The gate is told by its value alone, and a timeout may be a number of seconds. */
  private static String written(String flag, String value) {
    return switch (flag) {
      case GATES -> "RotateKubeletServerCertificate=" + value;
      case TIMEOUT -> value.matches("[0-9]+") ? value + "s" : value;
      default -> value;
    };
  }
}
