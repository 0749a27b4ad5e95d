package dev.taffrail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.runtime.interpret.Observer;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was not loaded is "no data", with its name, and never "none"; in every mode. */
class CompletenessTest {
  private static final PolicyEngine ENGINE = PolicyEngine.builder().kubernetes("1.34").build();
  private static final String NO_DATA = "no data for `Ingress`: the inventory may lack some";
  private static final Set<GroupKind> INGRESSES =
      Set.of(new GroupKind("networking.k8s.io", "Ingress"));

  private static final PolicySet POLICIES =
      ENGINE
          .compile(
              List.of(
                  SourceFile.of(
                      "policy.rail",
                      """
                      index hosts of Ingress i by set r in i.spec.rules { r.host ?? "*" }
                      policy Free {
                        target service: Service
                        require hosts[service.name] is empty
                      }
                      """)))
          .orThrow();

  private static Manifest read(String text) {
    return new ManifestReader().read(SourceFile.of("input.yaml", text));
  }

  private static final String SERVICE =
      "apiVersion: v1\nkind: Service\nmetadata: {name: shop, namespace: s}\nspec: {}\n";

  private static final String REQUEST =
      """
      apiVersion: admission.k8s.io/v1
      kind: AdmissionReview
      request:
        uid: u
        kind: {group: "", version: v1, kind: Service}
        resource: {group: "", version: v1, resource: services}
        name: shop
        namespace: s
        operation: CREATE
        userInfo: {username: ada}
        object: {apiVersion: v1, kind: Service, metadata: {name: shop, namespace: s}}
      """;

  private static List<String> words(Evaluation evaluation) {
    return evaluation.findings().stream().map(f -> f.outcome() + " " + f.message()).toList();
  }

  @Test
  void inALibrary() {
    var service = read(SERVICE).objects().getFirst();
    assertEquals(List.of("ERROR " + NO_DATA), words(ENGINE.evaluate(POLICIES, service)));
    assertEquals(
        List.of("ERROR " + NO_DATA),
        words(ENGINE.evaluate(POLICIES, service, Inventory.of(List.of(), Set.of()))));
    assertEquals(
        List.of(), words(ENGINE.evaluate(POLICIES, service, Inventory.of(List.of(), INGRESSES))));
  }

  @Test
  void atAdmission() {
    var request = read(REQUEST).objects().getFirst();
    var evaluation = ENGINE.evaluate(POLICIES, request);
    assertEquals(List.of("ERROR " + NO_DATA), words(evaluation));
    assertEquals(false, evaluation.decision().toString().equals("ALLOW"));
    assertEquals(
        List.of(), words(ENGINE.evaluate(POLICIES, request, Inventory.of(List.of(), INGRESSES))));
  }

  @Test
  void inAnAuditOfWhatChanges() {
    var services = read(SERVICE).objects();
    var unknown = ENGINE.live(POLICIES, services, Set.of()).findings();
    assertEquals(NO_DATA, unknown.getFirst().message());
    assertEquals(Outcome.ERROR, unknown.getFirst().outcome());
    assertEquals(List.of(), ENGINE.live(POLICIES, services, INGRESSES).findings());
  }

  @Test
  void aScanOfManifestsListsThePolicyInstead() {
    var report = ENGINE.scan(POLICIES, List.of(read(SERVICE)));
    assertEquals(List.of(), report.findings());
    assertEquals(
        "local/free looks up Ingress, and none was given", report.notJudged().getFirst().message());
  }

  /** Counts how often a question of the policy was answered. */
  private static final class Counter implements Observer {
    private final Map<String, Integer> answers = new HashMap<>();

    @Override
    public void answered(IrExpr question, boolean present) {
      answers.merge(question.span().text(), 1, Integer::sum);
    }

    @Override
    public void checked(IrStatement.Check check, boolean held) {
      answers.merge("checks", 1, Integer::sum);
    }

    @Override
    public void branched(IrStatement.IfLet choice, boolean present) {}
  }

  @Test
  void letsOfModulesAndFunctionsAreComputedOnce() {
    var compiled =
        ENGINE.compileTests(
            List.of(
                SourceFile.of(
                    "policy.rail",
                    """
                    let classes = map c in cluster(IngressClass) { c.spec.controller ?? "none" }
                    fn named(name: String) -> Int = count s in cluster(Service) { s.metadata.labels["of"] ?? "" == name }
                    policy Few {
                      target service: Service
                      require classes.size < 9 and named("shop") < 9
                    }
                    let a: Service = yaml\"""{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {}}\"""
                    let b: Service = yaml\"""{apiVersion: v1, kind: Service, metadata: {name: b}, spec: {}}\"""
                    let c: Service = yaml\"""{apiVersion: v1, kind: Service, metadata: {name: c}, spec: {}}\"""
                    let i: IngressClass = yaml\"""{apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {name: i}, spec: {}}\"""
                    let objects: List<Any> = [a, b, c, i]
                    test "all pass" for Few {
                      given objects
                      expect pass
                    }
                    """)),
            List.of());
    if (!(compiled instanceof TestCompilation.Compiled ready)) {
      throw new AssertionError(compiled.diagnostics());
    }
    var program = ready.program();
    var counter = new Counter();
    program.run(program.tests().getFirst(), counter);
    assertEquals(3, counter.answers.get("checks"), "services that were judged");
    assertEquals(1, counter.answers.get("c.spec.controller ?? \"none\""), "one class, asked once");
    assertEquals(
        3, counter.answers.get("s.metadata.labels[\"of\"] ?? \"\""), "three services, asked once");
  }
}
