package dev.taffrail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.compiler.schema.SchemaCatalog;
import dev.taffrail.finding.Finding;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.runtime.builtin.Builtin;
import dev.taffrail.runtime.builtin.Builtins;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The example of every built-in compiles and is true. */
class BuiltinExamplesTest {
  private static final PolicyEngine ENGINE = PolicyEngine.builder().build();
  private static final List<Builtin> BUILTINS = Builtins.of(SchemaCatalog.newest()).list();

  /** The Pod is the target; the others come in as parameters, since an example may need two. */
  private static final String PARAMETERS =
      """
      import std.text
      import std.versions
      param service: Service
      param networkPolicy: NetworkPolicy
      param persistentVolume: PersistentVolume
      param encryptionConfiguration: EncryptionConfiguration
      param storageClass: StorageClass
      param deployment: Deployment
      param nodeInfo: NodeInfo
      """;

  private static final String CONTROL_PLANE =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: kube-apiserver}
      spec:
        containers:
          - name: kube-apiserver
            command: [kube-apiserver]
            volumeMounts: [{name: pki, mountPath: /etc/kubernetes/pki}]
      """;

  @Test
  void everyExampleIsTrue() throws IOException {
    var source = new StringBuilder(PARAMETERS);
    for (int i = 0; i < BUILTINS.size(); i++) {
      if (isAboutComponent(BUILTINS.get(i))) {
        continue;
      }
      source.append(
          "policy E%d { target pod: Pod only require %s }\n"
              .formatted(i, BUILTINS.get(i).example()));
    }
    // One that does not hold shows that the others were judged.
    source.append("policy Untrue { target pod: Pod only require \"abc\".size == 4 }\n");
    var objects = objects();
    var compiled =
        ENGINE.compile(
            List.of(SourceFile.of("examples.rail", source.toString())),
            List.of(),
            objects.stream().skip(1).map(BuiltinExamplesTest::parameter).toList());

    List<Finding> findings = ENGINE.evaluate(compiled.orThrow(), objects.getFirst()).findings();
    assertEquals(
        List.of("local/untrue"),
        findings.stream().map(Finding::policy).toList(),
        () -> words(findings));
  }

  private static boolean isAboutComponent(Builtin builtin) {
    return builtin.example().startsWith("kubeApiServer.");
  }

  @Test
  void everyExampleOfAComponentIsTrue() {
    var source = new StringBuilder();
    BUILTINS.stream()
        .filter(BuiltinExamplesTest::isAboutComponent)
        .forEach(
            builtin ->
                source.append(
                    "policy E%d { target kubeApiServer: KubeApiServer require %s }\n"
                        .formatted(BUILTINS.indexOf(builtin), builtin.example())));
    source.append(
        "policy Untrue { target kubeApiServer: KubeApiServer require kubeApiServer.source =="
            + " \"file\" }\n");
    var pod =
        new ManifestReader().read(SourceFile.of("pod.yaml", CONTROL_PLANE)).objects().getFirst();
    var compiled = ENGINE.compile(List.of(SourceFile.of("examples.rail", source.toString())));

    List<Finding> findings = ENGINE.evaluate(compiled.orThrow(), pod).findings();
    assertEquals(
        List.of("local/untrue"),
        findings.stream().map(Finding::policy).toList(),
        () -> words(findings));
  }

  private static String words(List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.policy().startsWith("local/e"))
        .map(f -> "%s: %s %s".formatted(example(f.policy()), f.message(), f.expected()))
        .collect(Collectors.joining("\n"));
  }

  private static String example(String policy) {
    return BUILTINS.get(Integer.parseInt(policy.substring("local/e".length()))).example();
  }

  private static List<KubernetesObject> objects() throws IOException {
    var file = ProjectFolders.root().resolve("engine/src/test/builtins/objects.yaml");
    return new ManifestReader()
        .read(SourceFile.of("objects.yaml", Files.readString(file)))
        .objects();
  }

  /** {@code NetworkPolicy} is the value of {@code networkPolicy}. */
  private static ParameterValue parameter(KubernetesObject object) {
    String kind = object.kind().kind();
    String name = Character.toLowerCase(kind.charAt(0)) + kind.substring(1);
    var source = SourceFile.of("parameters", name);
    return new ParameterValue(name, source.span(0, name.length()), object.root(), object.source());
  }
}
