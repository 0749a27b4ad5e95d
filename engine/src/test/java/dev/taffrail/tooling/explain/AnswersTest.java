package dev.taffrail.tooling.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.PolicyEngine;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is derived from fields answers for those that are missing, and is listed. */
class AnswersTest {
  private static final PolicyEngine ENGINE = PolicyEngine.builder().build();
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        serviceAccountName: robot
        containers:
        - name: web
          image: nginx:1.27
      """;

  @ParameterizedTest
  @CsvSource({
    "pod.namespace == \"default\", namespace: shop, pod.namespace",
    "pod.name == \"\", name: web, pod.name",
    "pod.serviceAccount == \"default\", serviceAccountName: robot, pod.serviceAccount",
  })
  void whatEndsAViolationWhenItIsRemovedIsListed(String condition, String line, String asked) {
    var policy = policy("require " + condition);
    assertEquals(1, violations(policy, POD), "with the field");
    assertEquals(0, violations(policy, POD.replaceFirst(" +" + line + "\n", "")), "without it");
    assertEquals(List.of(asked), asked(policy));
  }

  @Test
  void aChoiceDerivedFromFieldsIsListed() {
    var policy = policy("for each v in pod.spec.volumes { require v.source == \"emptyDir\" }");
    assertEquals(List.of("pod.spec.volumes", "v.source"), asked(policy));
  }

  @Test
  void whatAnObjectAlwaysSaysOfItselfIsNot() {
    assertEquals(List.of(), asked(policy("require pod.kind == \"Pod\" and pod.version == \"v1\"")));
  }

  private static SourceFile policy(String checks) {
    return SourceFile.of("policy.rail", "policy P {\n  target pod: Pod\n  " + checks + "\n}\n");
  }

  private static int violations(SourceFile policy, String manifest) {
    var object =
        new ManifestReader().read(SourceFile.of("pod.yaml", manifest)).objects().getFirst();
    var policies = ENGINE.compile(List.of(policy)).orThrow();
    return ENGINE.evaluate(policies, object).findings().size();
  }

  private static List<String> asked(SourceFile policy) {
    return ENGINE.absence(List.of(policy), List.of()).policies().getFirst().answers().stream()
        .map(Answer::asked)
        .toList();
  }
}
