package dev.taffrail.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.Compilation;
import dev.taffrail.PolicyEngine;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expressions that only a program writes. */
class LongExpressionsTest {
  private static final PolicyEngine ENGINE = PolicyEngine.builder().build();

  private static SourceFile policy(String condition) {
    return SourceFile.of(
        "long.rail", "policy Long { target pod: Pod\n  require " + condition + "\n}\n");
  }

  private static String chain(String operator, int terms) {
    return IntStream.range(0, terms)
        .mapToObj(i -> "pod.name == \"n" + i + "\"")
        .collect(Collectors.joining(" " + operator + " "));
  }

  @Test
  void aChainOfThousandsOfTermsIsJudged() {
    var policies = ENGINE.compile(List.of(policy(chain("or", 3_000)))).orThrow();
    var pod =
        new ManifestReader()
            .read(
                SourceFile.of(
                    "pod.yaml",
                    "apiVersion: v1\nkind: Pod\nmetadata: {name: n2999}\nspec: {containers: []}\n"))
            .objects()
            .get(0);
    assertEquals(List.of(), ENGINE.evaluate(policies, pod).findings());
  }

  @Test
  void aSumThatIsTooLongIsAMessageAndNoCrash() {
    String sum = IntStream.range(0, 100_000).mapToObj(i -> "1").collect(Collectors.joining(" + "));
    var result = ENGINE.compile(List.of(policy(sum + " > 0")));
    assertTrue(result instanceof Compilation.Rejected, "compiled");
    var codes = result.diagnostics().stream().map(Diagnostic::code).map(Enum::name).toList();
    assertEquals(List.of("E0007"), codes);
  }
}
