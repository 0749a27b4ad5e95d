package dev.taffrail.compiler.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.compiler.schema.RawType.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas of config-file kinds, which no generator guards against slips. */
final class ConfigKindsTest {
  private static final String KUBELET = "io.k8s.kubelet.config.v1beta1.";
  private static final String API_SERVER = "io.k8s.apiserver.pkg.apis.apiserver.v1.";
  private static final String KUBEADM = "io.k8s.kubernetes.cmd.kubeadm.app.apis.kubeadm.";

  private static final Pattern DEFINITION =
      Pattern.compile("definition [A-Z][A-Za-z0-9]*( @[0-9.,-]+)?");

  private static final Pattern FIELD =
      Pattern.compile(
          "[a-z][A-Za-z0-9-]* "
              + "[\\[{]*(string|int32|int64|bool|number|quantity|intOrString|bytes|timestamp|duration"
              + "|json|\\.[A-Z][A-Za-z0-9]*|io\\.k8s\\.[A-Za-z0-9.-]+)[]}]*"
              + "( required)?( @[0-9.,-]+)?( list=(atomic|set|map))?( keys=[A-Za-z,]+)?"
              + "( enum=[A-Za-z0-9|_-]+)?");

  private final SchemaResource newest = SchemaResource.load(SchemaResource.newest());

  @ParameterizedTest
  @MethodSource("packages")
  void everyLineFollowsTheNotation(String packageName) {
    for (String line : text(packageName).lines().toList()) {
      boolean good =
          line.isEmpty()
              || line.startsWith("#")
              || DEFINITION.matcher(line).matches()
              || FIELD.matcher(line).matches();
      assertTrue(good, line);
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void fieldsAreInOrderAndNamedOnce(String packageName) {
    for (String block : text(packageName).split("\n\n")) {
      List<String> names =
          block
              .lines()
              .filter(line -> !line.startsWith("#") && !line.startsWith("definition "))
              .map(line -> line.substring(0, line.indexOf(' ')))
              .toList();
      assertEquals(names.stream().distinct().sorted().toList(), names, block);
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyDefinitionIsUsed(String packageName) {
    Set<String> used =
        Stream.concat(
                newest.kinds().stream().map(RawKind::definitionId),
                newest.definitionIds().stream()
                    .flatMap(id -> newest.definition(id).orElseThrow().fields().values().stream())
                    .flatMap(field -> target(field.type()).stream()))
            .collect(Collectors.toSet());
    for (String name : SchemaText.of(text(packageName)).definitionIds()) {
      assertTrue(used.contains(packageName + "." + name), name);
    }
  }

  @Test
  void countsAreThoseOfTheTable() throws IOException {
    var lines = new ArrayList<String>();
    lines.add("package definitions fields required enums durations");
    packages().forEach(packageName -> lines.add(counts(packageName)));
    assertEquals(table(), String.join("\n", lines) + "\n");
  }

  @Test
  void kindsHaveNoPath() {
    RawKind kubelet =
        newest.kind("kubelet.config.k8s.io/v1beta1", "KubeletConfiguration").orElseThrow();
    assertEquals(RawKind.Scope.CONFIG, kubelet.scope());
    assertEquals("", kubelet.plural());
    assertTrue(!kubelet.namespaced());
  }

  @Test
  void kindsComeWithTheirVersion() {
    String apiVersion = "apiserver.config.k8s.io/v1";
    var authorization = newest.history(apiVersion, "AuthorizationConfiguration").orElseThrow();
    assertEquals(Optional.of("1.32"), authorization.since());
    assertTrue(
        SchemaResource.load("1.31").kind(apiVersion, "AuthorizationConfiguration").isEmpty());
    assertTrue(newest.kind(apiVersion, "AuthorizationConfiguration").isPresent());
    assertTrue(SchemaResource.load("1.31").kind(apiVersion, "EncryptionConfiguration").isPresent());
  }

  @Test
  void kubelet() {
    assertEquals(
        new RawType.Ref(KUBELET + "KubeletAuthentication"),
        field(KUBELET + "KubeletConfiguration", "authentication").type());
    assertEquals(Scalar.BOOL, field(KUBELET + "KubeletAnonymousAuthentication", "enabled").type());
    assertEquals(
        List.of("AlwaysAllow", "Webhook"),
        field(KUBELET + "KubeletAuthorization", "mode").enumValues());
    assertEquals(
        Scalar.DURATION,
        field(KUBELET + "KubeletConfiguration", "streamingConnectionIdleTimeout").type());
    assertEquals(Scalar.INT, field(KUBELET + "KubeletConfiguration", "readOnlyPort").type());
    assertEquals(
        new RawType.MapOf(Scalar.STRING),
        field(KUBELET + "KubeletConfiguration", "evictionHard").type());
    assertEquals(
        new RawType.ListOf(new RawType.Ref("io.k8s.api.core.v1.Taint")),
        field(KUBELET + "KubeletConfiguration", "registerWithTaints").type());
    assertEquals(
        List.of("", "LimitedSwap", "NoSwap"),
        field(KUBELET + "MemorySwapConfiguration", "swapBehavior").enumValues());
  }

  @Test
  void kubeadmChangedItsArguments() {
    assertEquals(
        new RawType.MapOf(Scalar.STRING), field(KUBEADM + "v1beta3.APIServer", "extraArgs").type());
    assertEquals(
        new RawType.ListOf(new RawType.Ref(KUBEADM + "v1beta4.Arg")),
        field(KUBEADM + "v1beta4.APIServer", "extraArgs").type());
    assertTrue(field(KUBEADM + "v1beta4.Arg", "name").required());
  }

  @Test
  void apiServer() {
    assertEquals(
        new RawType.Ref(API_SERVER + "IdentityConfiguration"),
        field(API_SERVER + "ProviderConfiguration", "identity").type());
    assertEquals(Scalar.BYTES, field(API_SERVER + "Key", "secret").type());
    assertEquals(
        Scalar.JSON, field(API_SERVER + "AdmissionPluginConfiguration", "configuration").type());
    assertEquals(
        List.of("Metadata", "None", "Request", "RequestResponse"),
        field("io.k8s.apiserver.pkg.apis.audit.v1.PolicyRule", "level").enumValues());
    assertEquals(
        List.of("baseline", "privileged", "restricted"),
        field("io.k8s.pod-security-admission.admission.api.v1.PodSecurityDefaults", "enforce")
            .enumValues());
  }

  @Test
  void kubeconfigFieldsKeepTheirDashes() {
    assertEquals(
        Scalar.BOOL,
        field("io.k8s.client-go.tools.clientcmd.api.v1.Cluster", "insecure-skip-tls-verify")
            .type());
  }

  static Stream<String> packages() {
    return SchemaFiles.loaded().configPackages().stream();
  }

  private String counts(String packageName) {
    List<RawDefinition> definitions =
        newest.definitionIds().stream()
            .filter(id -> SchemaFiles.packageOf(id).equals(packageName))
            .map(id -> newest.definition(id).orElseThrow())
            .toList();
    List<RawField> fields =
        definitions.stream().flatMap(definition -> definition.fields().values().stream()).toList();
    return String.join(
        " ",
        packageName,
        String.valueOf(definitions.size()),
        String.valueOf(fields.size()),
        String.valueOf(fields.stream().filter(RawField::required).count()),
        String.valueOf(fields.stream().filter(field -> !field.enumValues().isEmpty()).count()),
        String.valueOf(fields.stream().filter(field -> field.type() == Scalar.DURATION).count()));
  }

  private RawField field(String id, String name) {
    RawField field = newest.definition(id).orElseThrow().fields().get(name);
    return Objects.requireNonNull(field, name);
  }

  private static List<String> target(RawType type) {
    return switch (type) {
      case RawType.Scalar scalar -> List.of();
      case RawType.ListOf list -> target(list.element());
      case RawType.MapOf map -> target(map.value());
      case RawType.Ref ref -> List.of(ref.id());
    };
  }

  private static String text(String packageName) {
    return Resources.find("config-kinds/" + packageName + ".schema").orElseThrow();
  }

  private static String table() throws IOException {
    try (InputStream in = ConfigKindsTest.class.getResourceAsStream("config-counts.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
