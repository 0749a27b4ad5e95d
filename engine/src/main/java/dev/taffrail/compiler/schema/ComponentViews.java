package dev.taffrail.compiler.schema;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The kinds under which policies see the components of a cluster, whatever runs or configures them.
 *
 * <p>They are in no schema: an object that carries one is seen as it, like a pod template as a Pod.
 */
final class ComponentViews {
  private static final ObjectType ENTRY =
      new ObjectType(
          "flag of a component",
          "FlagEntry",
          Optional.empty(),
          false,
          () -> fields(plain("name", Scalar.STRING), plain("value", Scalar.STRING)));

  private static final String SOURCE = "what runs or configures the component";

  /** An unset flag leaves it to the component, which refuses what is older than TLS 1.2. */
  private static final ObjectType TLS =
      new ObjectType(
          "transport security of a component",
          "ComponentTls",
          Optional.empty(),
          true,
          () ->
              fields(
                  plain("cipherSuites", new Type.ListOf(Scalar.STRING)),
                  new Field(
                      "minVersion",
                      new Type.TextEnum(
                          Optional.empty(),
                          List.of("VersionTLS10", "VersionTLS11", "VersionTLS12", "VersionTLS13"),
                          true),
                      false,
                      Optional.of(
                          new Field.Fallback.Constant(
                              new Value.Text("VersionTLS12"),
                              "staging/src/k8s.io/component-base/cli/flag/ciphersuites_flag.go"
                                  + " TLSVersion; etcd embed.Config.TlsMinVersion")))));

  private final Map<String, ObjectType> types;

  private ComponentViews(Map<String, ObjectType> types) {
    this.types = Collections.unmodifiableMap(types);
  }

  /**
   * @param named records of the schema by name
   */
  static ComponentViews of(String version, Function<String, Optional<ObjectType>> named) {
    var types = new TreeMap<String, ObjectType>();
    for (Component component : Component.values()) {
      types.put(component.kind(), view(component, version, named));
    }
    return new ComponentViews(types);
  }

  /** A kind, or a record that functions of policies may want to name. */
  Optional<ObjectType> type(String name) {
    return Optional.ofNullable(name.equals(ENTRY.name()) ? ENTRY : types.get(name));
  }

  /** Names of the kinds, sorted. */
  List<String> names() {
    return List.copyOf(types.keySet());
  }

  private static ObjectType view(
      Component component, String version, Function<String, Optional<ObjectType>> named) {
    return new ObjectType(
        "view of " + component.binary(),
        component.kind(),
        Optional.of(new ObjectType.Kind(component.identity(), true)),
        false,
        () -> fields(component, version, named));
  }

  private static Map<String, Field> fields(
      Component component, String version, Function<String, Optional<ObjectType>> named) {
    var fields =
        fields(
            plain("component", Scalar.STRING),
            plain(
                "source",
                new Type.TextEnum(
                    Optional.empty(), List.of("pod", "kubeadm", "file", "node"), false)),
            new Field("version", Scalar.SEMVER, false, Optional.empty()),
            new Field("image", Scalar.IMAGE_REF, false, Optional.empty()),
            new Field("nodeName", Scalar.STRING, false, Optional.empty()),
            known("flags", flags(component, version)),
            known("mountPaths", new Type.ListOf(Scalar.UNIX_PATH)));
    var more = new ArrayList<Field>();
    switch (component) {
      case KUBE_APISERVER -> {
        more.add(known("tls", TLS));
        more.add(known("admissionPlugins", new Type.SetOf(Scalar.STRING)));
        named
            .apply("AuthorizerConfiguration")
            .ifPresent(type -> more.add(known("authorizers", new Type.ListOf(type))));
        named
            .apply("AuthenticationConfiguration")
            .ifPresent(type -> more.add(known("authentication", new Type.OptionalOf(type))));
      }
      case KUBE_CONTROLLER_MANAGER, ETCD -> more.add(known("tls", TLS));
      case KUBE_SCHEDULER -> {
        more.add(known("tls", TLS));
        named
            .apply("KubeSchedulerConfiguration")
            .ifPresent(type -> more.add(known("config", type)));
      }
      case KUBELET -> {
        more.add(known("tls", TLS));
        named.apply("KubeletConfiguration").ifPresent(type -> more.add(known("config", type)));
      }
      case KUBE_PROXY ->
          named.apply("KubeProxyConfiguration").ifPresent(type -> more.add(known("config", type)));
    }
    more.forEach(field -> fields.put(field.name(), field));
    return fields;
  }

  /** A member that is always there, or cannot be told, which is an error where it is read. */
  private static Field known(String name, Type type) {
    return new Field(
        name,
        type,
        false,
        Optional.of(new Field.Fallback.Contextual(Component.UNKNOWN_RULE + name, SOURCE)));
  }

  /** Why a component lacks a flag that it has in other versions. */
  static Optional<String> whyMissing(ObjectType type, String field, String version) {
    for (Component component : Component.values()) {
      if (type.id().equals(flagsId(component))) {
        return FlagTable.of(component.binary()).flags().stream()
            .filter(flag -> flag.field().equals(field) && !flag.isIn(version))
            .findFirst()
            .flatMap(FlagTable.Flag::versions)
            .map(ComponentViews::words);
      }
    }
    return Optional.empty();
  }

  private static String words(String range) {
    int dash = range.indexOf('-');
    String since = dash < 0 ? range : range.substring(0, dash);
    String until = dash < 0 ? range : range.substring(dash + 1);
    return since.isEmpty()
        ? "it was there until Kubernetes " + until
        : until.isEmpty()
            ? "it is there since Kubernetes " + since
            : "it was there from Kubernetes %s to %s".formatted(since, until);
  }

  private static String flagsId(Component component) {
    return "flags of " + component.binary();
  }

  private static ObjectType flags(Component component, String version) {
    return new ObjectType(
        flagsId(component),
        component.kind() + ".flags",
        Optional.empty(),
        false,
        () -> flagFields(FlagTable.of(component.binary()), version));
  }

  private static Map<String, Field> flagFields(FlagTable table, String version) {
    var fields = new LinkedHashMap<String, Field>();
    for (FlagTable.Flag flag : table.flags()) {
      if (flag.isIn(version)) {
        fields.put(flag.field(), field(flag, table.source()));
      }
    }
    fields.put("entries", plain("entries", new Type.ListOf(ENTRY)));
    return fields;
  }

  private static Field field(FlagTable.Flag flag, String source) {
    boolean mayStandInFile = flag.unless().isPresent() && flag.value().isEmpty();
    return new Field(
        flag.field(),
        mayStandInFile ? new Type.OptionalOf(flag.type()) : flag.type(),
        false,
        mayStandInFile
            ? Optional.of(fallback(flag, "", source))
            : flag.value().map(value -> fallback(flag, value, source)));
  }

  /** A rule, since the default says nothing where a file decides; an empty value is none. */
  private static Field.Fallback fallback(FlagTable.Flag flag, String value, String source) {
    return new Field.Fallback.Contextual(
        Component.DEFAULT_RULE
            + flag.name()
            + " "
            + flag.unless().orElse(Component.NOTHING)
            + " "
            + value,
        source);
  }

  private static Field plain(String name, Type type) {
    return new Field(name, type, true, Optional.empty());
  }

  private static Map<String, Field> fields(Field... fields) {
    var byName = new LinkedHashMap<String, Field>();
    for (Field field : fields) {
      byName.put(field.name(), field);
    }
    return byName;
  }
}
