package dev.taffrail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.object.ValueReader;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How parameters get their values, and what is said when they do not. */
class ParametersTest {
  private static final PolicyEngine ENGINE = PolicyEngine.builder().build();

  private static final String POLICIES =
      """
      module acme version "1.0"
      type Rule = { name: String, most: Int = 5 }

      param prefix: String

      policy Names {
        param rules: List<Rule> = [] where all r in it { r.most > 0 }
        param banned: String?
        target pod: Pod only
        require pod.name startsWith prefix
        forbid banned is set and pod.name == banned
        for each rule in rules {
          require rule.name == pod.name
        }
      }
      """;

  private static final KubernetesObject POD =
      new ManifestReader()
          .read(
              SourceFile.of(
                  "pod.yaml",
                  """
                  apiVersion: v1
                  kind: Pod
                  metadata: {name: web}
                  spec: {containers: [{name: c, image: i}]}
                  """))
          .objects()
          .getFirst();

  /** The messages about values given as {@code name=value}. */
  private static List<String> outcome(String... given) {
    var values = new ArrayList<ParameterValue>();
    for (String assignment : given) {
      int at = assignment.indexOf('=');
      var name = SourceFile.of("name", assignment.substring(0, at));
      var text = SourceFile.of("value", assignment.substring(at + 1));
      if (ValueReader.read(text) instanceof ValueReader.Reading.Value value) {
        values.add(new ParameterValue(name.text(), name.span(0, at), value.node(), text));
      }
    }
    var files = List.of(SourceFile.of("acme/policy.rail", POLICIES));
    return switch (ENGINE.compile(files, List.of(), values)) {
      case Compilation.Rejected rejected ->
          rejected.diagnostics().stream().map(ParametersTest::words).toList();
      case Compilation.Compiled compiled ->
          ENGINE.evaluate(compiled.policies(), POD).findings().stream()
              .map(f -> f.path() + ": " + f.message())
              .toList();
    };
  }

  private static String words(Diagnostic diagnostic) {
    return diagnostic.code() + " " + diagnostic.message();
  }

  @Test
  void aParameterIsNamedByItselfOrWithModuleAndPolicy() {
    assertEquals(List.of(), outcome("prefix=w"));
    assertEquals(List.of(), outcome("acme/prefix=w"));
    for (var name : List.of("rules", "names.rules", "acme/names.rules")) {
      assertEquals(1, outcome("prefix=w", name + "=[{name: x}]").size(), name);
    }
  }

  @Test
  void aParameterWithoutDefaultMustBeGiven() {
    assertEquals(List.of("E0107 parameter `prefix` of `acme` has no value"), outcome());
  }

  @Test
  void aParameterThatMayBeUnsetNeedsNoValue() {
    assertEquals(List.of(), outcome("prefix=w"));
    assertEquals(List.of(), outcome("prefix=w", "banned=null"));
    assertEquals(1, outcome("prefix=w", "banned=web").size());
  }

  @Test
  void namesAndValuesThatDoNotFitAreErrors() {
    assertEquals(
        List.of(
            "E0107 unknown parameter `rule`",
            "E0126 `rules` must be a list, but it is a string",
            "E0126 `prefix` must be a string, but it is a Boolean"),
        outcome("rule=x", "rules=x", "prefix=yes"));
  }

  @Test
  void theConditionOfAParameterMustHold() {
    assertEquals(
        List.of("E0126 parameter `rules` does not accept this value"),
        outcome("prefix=w", "rules=[{name: x, most: 0}]"));
  }

  @Test
  void noFindingPointsIntoAParameter() {
    assertEquals(
        List.of("metadata.name: `metadata.name` must be \"x\""),
        outcome("prefix=w", "rules=[{name: x}]"));
  }

  @Test
  void givingAValueToADeprecatedParameterWarns() {
    String policy =
        """
        policy Names {
          @deprecated("use allowed")
          param names: List<String> = []
          param allowed: List<String> = []
          target pod: Pod
          require pod.name in names or pod.name in allowed
        }
        """;
    var files = List.of(SourceFile.of("policy.rail", policy));
    var name = SourceFile.of("name", "names");
    var text = SourceFile.of("value", "[web]");
    var node = ((ValueReader.Reading.Value) ValueReader.read(text)).node();
    var given = new ParameterValue("names", name.span(0, 5), node, text);

    assertEquals(List.of(), ENGINE.compile(files, List.of(), List.of()).diagnostics());
    var warned = ENGINE.compile(files, List.of(), List.of(given));
    assertEquals(
        List.of("W0205 parameter `names` is deprecated"),
        warned.diagnostics().stream().map(ParametersTest::words).toList());
    assertEquals(0, ENGINE.evaluate(warned.orThrow(), POD).findings().size());
  }
}
