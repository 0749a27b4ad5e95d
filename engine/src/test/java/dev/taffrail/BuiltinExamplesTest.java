package dev.taffrail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.compiler.schema.SchemaCatalog;
import dev.taffrail.finding.Finding;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.runtime.builtin.Builtin;
import dev.taffrail.runtime.builtin.Builtins;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of every built-in compiles and is true; {@code pod} is a Pod in them. */
class BuiltinExamplesTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: nginx:1.27
      """;

  @Test
  void examplesHold() {
    PolicyEngine engine = PolicyEngine.builder().kubernetes("1.34").build();
    List<Builtin> builtins = Builtins.of(SchemaCatalog.of("1.34")).list();
    var policies = new ArrayList<SourceFile>();
    for (int i = 0; i < builtins.size(); i++) {
      policies.add(policy("Example" + i, builtins.get(i).example()));
    }
    // One that does not hold shows that the others were judged.
    policies.add(policy("Untrue", "\"abc\".size == 4"));
    var object = new ManifestReader().read(SourceFile.of("pod.yaml", POD)).objects().getFirst();
    List<Finding> findings = engine.evaluate(engine.compile(policies).orThrow(), object).findings();
    assertEquals(
        List.of("local/untrue violation"),
        findings.stream().map(f -> f.policy() + " " + f.outcome().word()).toList(),
        () -> findings.toString());
  }

  private static SourceFile policy(String name, String expression) {
    return SourceFile.of(
        name + ".rail",
        "policy %s {\n  target pod: Pod only\n  require %s\n}\n".formatted(name, expression));
  }
}
