package dev.taffrail.runtime.view;

import static java.util.Objects.requireNonNull;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.Node;
import dev.taffrail.value.Place;
import java.util.List;
import java.util.Optional;

/** Members of components that follow from flags, and from the files that flags name. */
final class DerivedMembers {
  private final SchemaTypes types;
  private final ConfigFiles files;

  DerivedMembers(SchemaTypes types, ConfigFiles files) {
    this.types = types;
    this.files = files;
  }

  /** Where flags stand, and what is mounted around them. */
  record Surroundings(Place list, Optional<Node.Mapping> spec, Optional<Node.Mapping> container) {}

  /** What follows from flags and files together. */
  void add(
      ViewRecord record,
      ObjectType view,
      Component component,
      List<Argument> arguments,
      FlagNodes.Made flags,
      Surroundings around) {
    switch (component) {
      case KUBE_APISERVER -> {
        record.putTls(flags.node(), flags.place(), "tlsCipherSuites", "tlsMinVersion");
        record.put(
            "admissionPlugins",
            AdmissionPlugins.of(flags.node(), types.version()),
            flags.place().key("enableAdmissionPlugins"));
        addFile(
            record,
            "authentication",
            "AuthenticationConfiguration",
            flags,
            around,
            Optional.empty());
        if (flags.node().find("authorizationConfig").isPresent()) {
          addFile(
              record,
              "authorizers",
              "AuthorizationConfiguration",
              flags,
              around,
              Optional.of("authorizers"));
        } else {
          record.putAuthorizers(flags);
        }
      }
      case KUBE_CONTROLLER_MANAGER ->
          record.putTls(flags.node(), flags.place(), "tlsCipherSuites", "tlsMinVersion");
      case ETCD -> {
        if (flags.node().find("configFile").isEmpty()) {
          record.putTls(flags.node(), flags.place(), "cipherSuites", "tlsMinVersion");
        }
      }
      case KUBELET, KUBE_PROXY, KUBE_SCHEDULER -> {
        if (component == Component.KUBE_SCHEDULER) {
          record.putTls(flags.node(), flags.place(), "tlsCipherSuites", "tlsMinVersion");
        }
        Optional<ConfigFiles.Found> file =
            file("config", requireNonNull(ConfigFiles.KINDS.get(component)), flags, around);
        if (file.isPresent() || flags.node().find("config").isEmpty()) {
          var type = (ObjectType) view.field("config").orElseThrow().type();
          var config = ComponentConfig.of(component, type, arguments, flags, file, around.list());
          record.put("config", config.node(), config.place());
          if (component == Component.KUBELET) {
            record.putTls(config.node(), config.place(), "tlsCipherSuites", "tlsMinVersion");
          }
        }
      }
    }
  }

  private void addFile(
      ViewRecord record,
      String member,
      String kind,
      FlagNodes.Made flags,
      Surroundings around,
      Optional<String> field) {
    String flag = member.equals("authorizers") ? "authorizationConfig" : "authenticationConfig";
    file(flag, new GroupKind(ConfigFiles.API_SERVER, kind), flags, around)
        .ifPresent(
            found -> {
              if (field.isEmpty()) {
                record.put(member, found.node(), found.place());
              } else {
                found
                    .node()
                    .find(field.get())
                    .ifPresent(node -> record.put(member, node, found.place().key(field.get())));
              }
            });
  }

  private Optional<ConfigFiles.Found> file(
      String flag, GroupKind kind, FlagNodes.Made flags, Surroundings around) {
    return flags
        .node()
        .text(flag)
        .flatMap(
            path ->
                files.find(path, kind, around.list().object(), around.spec(), around.container()));
  }
}
