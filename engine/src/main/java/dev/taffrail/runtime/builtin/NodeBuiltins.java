package dev.taffrail.runtime.builtin;

import static java.util.Comparator.naturalOrder;

import dev.taffrail.compiler.type.NativeTypes;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.Node;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.FileModes;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Origins;
import dev.taffrail.value.Place;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of the files of a node.
 *
 * <p>Source of the facts and their paths: the node-info specification of the node collector of Aqua
 * Security.
 */
final class NodeBuiltins {
  private static final String MANIFESTS = "/etc/kubernetes/manifests/";

  /**
   * A file and the facts that tell of it.
   *
   * @param path empty if the collector finds it by the arguments of a process, or finds several
   * @param mode the fact with its modes, or empty
   * @param owner the fact with its owners, or empty
   */
  private record Known(String role, String path, String mode, String owner) {}

  private static final List<Known> FILES =
      List.of(
          new Known(
              "kube-apiserver.yaml",
              MANIFESTS + "kube-apiserver.yaml",
              "kubeAPIServerSpecFilePermission",
              "kubeAPIServerSpecFileOwnership"),
          new Known(
              "kube-controller-manager.yaml",
              MANIFESTS + "kube-controller-manager.yaml",
              "kubeControllerManagerSpecFilePermission",
              "kubeControllerManagerSpecFileOwnership"),
          new Known(
              "kube-scheduler.yaml",
              MANIFESTS + "kube-scheduler.yaml",
              "kubeSchedulerSpecFilePermission",
              "kubeSchedulerSpecFileOwnership"),
          new Known(
              "etcd.yaml",
              MANIFESTS + "etcd.yaml",
              "kubeEtcdSpecFilePermission",
              "kubeEtcdSpecFileOwnership"),
          new Known(
              "admin.conf",
              "/etc/kubernetes/admin.conf",
              "adminConfFilePermissions",
              "adminConfFileOwnership"),
          new Known(
              "scheduler.conf",
              "/etc/kubernetes/scheduler.conf",
              "schedulerConfFilePermissions",
              "schedulerConfFileOwnership"),
          new Known(
              "controller-manager.conf",
              "/etc/kubernetes/controller-manager.conf",
              "controllerManagerConfFilePermissions",
              "controllerManagerConfFileOwnership"),
          new Known(
              "etcd-data",
              "/var/lib/etcd",
              "etcdDataDirectoryPermissions",
              "etcdDataDirectoryOwnership"),
          new Known(
              "cni",
              "",
              "containerNetworkInterfaceFilePermissions",
              "containerNetworkInterfaceFileOwnership"),
          new Known("pki", "", "", "kubePKIDirectoryFileOwnership"),
          new Known("pki-certificate", "", "kubernetesPKICertificateFilePermissions", ""),
          new Known("pki-key", "", "kubePKIKeyFilePermissions", ""),
          new Known(
              "kubelet-service",
              "/etc/systemd/system/kubelet.service.d/10-kubeadm.conf",
              "kubeletServiceFilePermissions",
              "kubeletServiceFileOwnership"),
          new Known(
              "kubelet.conf",
              "/etc/kubernetes/kubelet.conf",
              "kubeletConfFilePermissions",
              "kubeletConfFileOwnership"),
          new Known(
              "kubelet-config",
              "/var/lib/kubelet/config.yaml",
              "kubeletConfigYamlConfigurationFilePermission",
              "kubeletConfigYamlConfigurationFileOwnership"),
          new Known(
              "kubelet-client-ca",
              "",
              "certificateAuthoritiesFilePermissions",
              "certificateAuthoritiesFileOwnership"),
          new Known(
              "kube-proxy-kubeconfig",
              "",
              "kubeconfigFileExistsPermissions",
              "kubeconfigFileExistsOwnership"));

  private NodeBuiltins() {}

  static List<Builtin> all(SchemaTypes types) {
    return types.type("NodeInfo").stream()
        .map(
            info ->
                new Builtin(
                    new Signature(
                        "files",
                        Optional.of(info),
                        false,
                        List.of(),
                        new Type.ListOf(NativeTypes.NODE_FILE)),
                    "The files that were looked at, with mode and owner as far as they are known.",
                    "nodeInfo.files.first.mode! == \"0600\"",
                    (arguments, context) -> files((ObjectValue) arguments.getFirst())))
        .toList();
  }

  private static Value files(ObjectValue info) {
    var found = new ArrayList<RecordValue>();
    for (Known file : FILES) {
      List<Fact> modes = facts(info, file.mode());
      List<Fact> owners = facts(info, file.owner());
      int several = Stream.of(modes.size(), owners.size()).max(naturalOrder()).orElse(0);
      for (int i = 0; i < several; i++) {
        found.add(record(info.place(), file, at(modes, i), at(owners, i)));
      }
    }
    return new ListValue(
        List.copyOf(found), new Origins.Each(found.stream().map(RecordValue::place).toList()));
  }

  /** A value of a fact, and where it stands. */
  private record Fact(String text, Place place) {}

  private static Optional<Fact> at(List<Fact> facts, int index) {
    return index < facts.size() ? Optional.of(facts.get(index)) : Optional.empty();
  }

  private static List<Fact> facts(ObjectValue info, String key) {
    var found = new ArrayList<Fact>();
    Place place = info.place().key("info").key(key).key("values");
    List<Node> values =
        info.node()
            .mapping("info")
            .flatMap(facts -> facts.mapping(key))
            .map(fact -> fact.elements("values", Node.class))
            .orElse(List.of());
    for (int i = 0; i < values.size(); i++) {
      String text =
          switch (values.get(i)) {
            case Node.Int number -> Long.toString(number.value());
            case Node.Text written -> written.value().strip();
            default -> values.get(i).what();
          };
      if (!text.isEmpty()) {
        found.add(new Fact(text, place.element(i)));
      }
    }
    return found;
  }

  private static RecordValue record(
      Place info, Known file, Optional<Fact> mode, Optional<Fact> owner) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("role", new Value.Text(file.role()));
    fields.put("path", file.path().isEmpty() ? Value.absent() : new Value.Text(file.path()));
    fields.put("mode", mode.map(NodeBuiltins::mode).orElse(Value.absent()));
    fields.put(
        "owner", owner.<Value>map(fact -> new Value.Text(fact.text())).orElse(Value.absent()));
    Place told = mode.or(() -> owner).orElseThrow().place();
    Place moded = mode.map(Fact::place).orElseGet(() -> untold(info, file.mode(), told));
    Place owned = owner.map(Fact::place).orElseGet(() -> untold(info, file.owner(), told));
    return new RecordValue(
        fields,
        Optional.of(
            new Place(
                told.object(),
                told.path(),
                Map.of("role", told, "path", told, "mode", moded, "owner", owned))));
  }

  /** Where the fact would stand that tells what is not known of a file. */
  private static Place untold(Place info, String key, Place told) {
    return key.isEmpty() ? told : info.key("info").key(key);
  }

  private static Value mode(Fact fact) {
    return FileModes.read(fact.text())
        .<Value>map(Value.Text::new)
        .orElseThrow(
            () ->
                new EvaluationError(
                    ErrorCode.MALFORMED,
                    "`%s` is no file mode".formatted(fact.text()),
                    Optional.of(fact.place())));
  }
}
