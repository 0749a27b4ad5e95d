package dev.taffrail.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.taffrail.PolicyEngine;
import dev.taffrail.Reply;
import dev.taffrail.Workbench;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.runtime.Scan;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.source.SourceFile;
import dev.taffrail.tooling.cel.CelExport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy in CEL denies what the policy does not pass, and nothing else. */
class CelExportTest {
  private static final CelCompiler COMPILER =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVar("object", SimpleType.DYN)
          .build();
  private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder().build();

  private static final List<String> LABELS = List.of("", "labels: {}", "labels: {app: web}");
  private static final List<String> SPECS =
      List.of(
          "",
          "hostNetwork: true",
          "hostNetwork: false, hostPID: true",
          "volumes: [{name: v, hostPath: {path: /}}, {name: w, emptyDir: {}}]",
          "volumes: []",
          "securityContext: {runAsNonRoot: true}, terminationGracePeriodSeconds: 5",
          "initContainers: [{name: init, securityContext: {privileged: true}}]",
          "ephemeralContainers: [{name: debug, securityContext: {privileged: false}}]");
  private static final List<String> CONTAINERS =
      List.of(
          "{name: app}",
          "{name: app, securityContext: {privileged: true, runAsUser: 0}}",
          "{name: app, securityContext: {runAsUser: 1000, readOnlyRootFilesystem: true}}",
          "{name: side, command: [], ports: [{containerPort: 80, hostPort: 80}]}",
          "{name: side-car, command: [sh], terminationMessagePolicy: FallbackToLogsOnError}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "forbid pod.spec.hostNetwork",
        "require pod.spec.hostPID implies pod.spec.hostNetwork",
        "require pod.spec.securityContext.runAsNonRoot!",
        "require pod.spec.securityContext.runAsNonRoot ?? false",
        "forbid pod.spec.securityContext.runAsNonRoot is unset",
        "require pod.metadata.labels[\"app\"]! == \"web\"",
        "require (pod.metadata.labels[\"app\"] ?? \"\") startsWith \"w\"",
        "require pod.metadata.labels is not empty",
        "forbid any v in pod.spec.volumes { v.hostPath is set }",
        "require none v in pod.spec.volumes { v.hostPath is set }",
        "require all c in pod.spec.containers { c.securityContext.runAsUser! > 0 }",
        "require any c in pod.spec.containers { c.name == \"app\" }",
        "require one c in pod.spec.containers { c.name matches re\"app|side\" }",
        "for each c in pod.allContainers { forbid c.securityContext.privileged }",
        "for each c in pod.allContainers where c.name startsWith \"side\" {"
            + " require c.command is not empty }",
        "for each c in pod.spec.containers {"
            + " if c.securityContext.runAsUser is set { require c.securityContext.runAsUser > 0 }"
            + " else { require pod.spec.securityContext.runAsNonRoot ?? false } }",
        "for each c in pod.spec.containers { let user = c.securityContext.runAsUser"
            + " require user is unset or user > 0 }",
        "for each c in pod.spec.containers { for each p in c.ports { forbid p.hostPort is set } }",
        "require pod.spec.containers.size > 1 or pod.spec.hostNetwork",
        "require all c in pod.spec.containers {" + " c.terminationMessagePolicy in [\"File\"] }",
        "require all c in pod.spec.containers {"
            + " all d in pod.spec.containers { c.name == d.name } }",
        "when pod.spec.hostNetwork require pod.spec.hostPID",
        "forbid pod.spec.hostNetwork and pod.spec.securityContext.runAsNonRoot!",
        "forbid not (pod.spec.hostNetwork or pod.spec.securityContext.runAsNonRoot!)",
      })
  void whatPassesHerePassesThere(String body) {
    Workbench bench =
        bench("policy P { target pod: Pod " + body.replace(" require", "\n require") + " }");
    var export = bench.inCel("repl/p").orElseThrow();
    if (!(export instanceof CelExport.Exact exact)) {
      throw new AssertionError(body + ": " + export);
    }
    int denied = 0;
    for (KubernetesObject object : bench.objects()) {
      boolean passes =
          bench
              .run(List.of("repl/p"), List.of(object), true, Scan.Progress.NONE)
              .findings()
              .stream()
              .noneMatch(f -> f.policy().equals("repl/p"));
      assertEquals(passes, allows(exact, object), () -> object.source().text() + exact);
      denied += passes ? 0 : 1;
    }
    assertTrue(denied > 0 && denied < bench.objects().size(), denied + " of all are denied");
  }

  @Test
  void whatCelCannotSayIsNamed() {
    Map.of(
            "for each c in pod.allContainers { forbid (c.image.tag ?? \"latest\") == \"latest\" }",
            "`tag`",
            "require all c in pod.allContainers { c.resources.limits.memory! <= 1Gi }",
            "integers",
            "require any c in pod.spec.containers { c.securityContext.runAsUser! > 0 }",
            "`!` in `any`",
            "require (count c in pod.spec.containers { c.name == \"a\" }) < 2",
            "`count`")
        .forEach(
            (body, named) -> {
              var export =
                  bench("policy P { target pod: Pod " + body + " }").inCel("repl/p").orElseThrow();
              assertTrue(
                  export instanceof CelExport.Refused refused && refused.what().contains(named),
                  body + ": " + export);
            });
  }

  private static boolean allows(CelExport.Exact exact, KubernetesObject object) {
    Object data = PlainData.of(object.root());
    return !exact.conditions().stream().allMatch(condition -> holds(condition, data))
        || exact.validations().stream().allMatch(v -> holds(v.expression(), data));
  }

  private static boolean holds(String expression, Object data) {
    try {
      var program = RUNTIME.createProgram(COMPILER.compile(expression).getAst());
      return program.eval(Map.of("object", data)).equals(Boolean.TRUE);
    } catch (CelEvaluationException denied) {
      return false;
    } catch (dev.cel.common.CelValidationException mistake) {
      throw new AssertionError(expression, mistake);
    }
  }

  private static Workbench bench(String policy) {
    var manifests = new ArrayList<dev.taffrail.object.Manifest>();
    for (String labels : LABELS) {
      for (String spec : SPECS) {
        for (String first : CONTAINERS) {
          String more = spec.length() % 2 == 0 ? "" : ", " + CONTAINERS.get(spec.length() % 5);
          String text =
              "apiVersion: v1\nkind: Pod\nmetadata: {name: p%s}\nspec: {containers: [%s%s]%s}\n"
                  .formatted(
                      labels.isEmpty() ? "" : ", " + labels,
                      first,
                      more,
                      spec.isEmpty() ? "" : ", " + spec);
          manifests.add(new ManifestReader().read(SourceFile.of("p" + manifests.size(), text)));
        }
      }
    }
    var bench = PolicyEngine.builder().build().workbench().withObjects(manifests, Inventory.none());
    var reply = bench.enter(SourceFile.of("input", policy));
    if (reply instanceof Reply.Declaring declaring) {
      return declaring.next();
    }
    throw new AssertionError(policy + ": " + reply);
  }
}
