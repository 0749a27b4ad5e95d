package dev.taffrail.tooling.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.PolicyEngine;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void aDefaultThatDependsOnOtherFieldsNamesThem() {
    var policy =
        policy("for each c in pod.spec.containers { require c.imagePullPolicy == \"Always\" }");
    assertTrue(
        answers(policy).stream()
            .map(Answer::meaning)
            .anyMatch("missing counts as what Kubernetes derives from `image`"::equals),
        answers(policy).toString());
  }

  @Test
  void aChoiceDerivedFromFieldsIsListed() {
    var policy = policy("for each v in pod.spec.volumes { require v.source == \"emptyDir\" }");
    assertEquals(List.of("pod.spec.volumes", "v.source"), asked(policy));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pod.spec.containers.distinct.size == 1",
        "pod.spec.containers.toSet.size == 1",
        "(set c in pod.spec.containers { c }).size == 1",
        "not (unique c in pod.spec.containers { c })",
        "pod.spec.containers[0]! == pod.spec.containers[1]!",
        "(group c in pod.spec.containers { c }).size == 1",
        "(pod.spec.containers - [pod.spec.containers[0]!]) is empty",
        "pod.spec.containers[0]! in pod.spec.containers.drop(1)",
        "(group c in pod.spec.containers { { of: c } }).size == 1",
      })
  void whatIsComparedWholeIsListed(String condition) {
    var policy = policy("require " + condition);
    var pod =
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
          - name: b
            image: nginx
            stdin: false
          - name: b
            image: nginx
        """;
    var whole = answers(policy).stream().filter(Answer::whole).map(Answer::meaning).distinct();
    assertEquals(
        List.of("compared whole: what is unset inside differs from all that could be set"),
        whole.toList());
    String same = pod.replace("    stdin: false\n", "");
    assertEquals(1, violations(policy, pod), "with the field");
    assertEquals(0, violations(policy, same), "without it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pod.spec.containers.size == 1",
        "pod.metadata.labels[\"a\"]! == \"b\"",
        "(set c in pod.spec.containers { c.name }).size == 1",
        "pod.spec.containers.first!.name in [\"a\"]",
        "pod.spec.containers.reversed.take(1).last!.tty",
      })
  void whatIsHandedOnIsNotComparedWhole(String condition) {
    assertEquals(
        List.of(), answers(policy("require " + condition)).stream().filter(Answer::whole).toList());
  }

  @Test
  void dataThatATypeFillsInIsListed() {
    var policy =
        SourceFile.of(
            "policy.rail",
            """
            type Shape = { tier: String = "gold" }
            policy P {
              target obj: ControllerRevision
              require obj.data is set implies (obj.data! as Shape).tier == "gold"
            }
            """);
    assertTrue(
        answers(policy).stream().anyMatch(a -> a.whole() && a.asked().equals("obj.data! as Shape")),
        () -> answers(policy).toString());
  }

  @Test
  void whatDecidesTheKeyOfAnIndexIsListed() {
    var policy =
        SourceFile.of(
            "policy.rail",
            """
            index byHost of Ingress i by set r in i.spec.rules { r.host ?? "*" }
            policy P {
              target ingress: Ingress
              require byHost.others("*") is empty
            }
            """);
    assertEquals(
        List.of(
            "i.spec.rules",
            "r.host ?? \"*\"",
            "byHost.others(\"*\")",
            "byHost.others(\"*\") is empty"),
        answers(policy).stream().map(a -> a.span().text()).toList());
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
    return answers(policy).stream().map(Answer::asked).toList();
  }

  private static List<Answer> answers(SourceFile policy) {
    return ENGINE.absence(List.of(policy), List.of()).policies().getFirst().answers();
  }
}
