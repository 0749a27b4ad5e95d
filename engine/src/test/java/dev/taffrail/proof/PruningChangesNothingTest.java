package dev.taffrail.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.PolicySet;
import dev.taffrail.compiler.schema.SchemaCatalog;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.report.ReportFormat;
import dev.taffrail.report.TextOptions;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.runtime.inventory.Retained;
import dev.taffrail.testkit.Cases;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Reports are the same whether an inventory is kept whole or only as far as it is read. */
class PruningChangesNothingTest {
  private static final List<ObjectType> KINDS =
      List.of("Pod", "Deployment", "Service", "Role", "ServiceAccount").stream()
          .map(name -> SchemaCatalog.newest().type(name).orElseThrow())
          .toList();

  private static final List<Manifest> JUDGED =
      List.of(
          Trees.manifest(
              "judged.yaml",
              Map.of("apiVersion", "v1", "kind", "Secret", "metadata", Map.of("name", "s"))));

  @Property(seed = Seeds.FIXED)
  void reportsAreTheSame(@ForAll(supplier = Seeds.class) long seed) throws IOException {
    if (Cases.enough()) {
      return;
    }
    var chance = new Chance(seed);
    String policy = overEveryObject(new GeneratedPolicy(chance.seed(), "Random", 3, false));
    Optional<PolicySet> compiled = Judging.compiled(policy);
    if (compiled.isEmpty()) {
      return;
    }
    for (int inventories = 0; inventories < Cases.OBJECTS; inventories++) {
      Cases.count();
      var trees = new ArrayList<Object>();
      for (int i = 0; i < 8; i++) {
        trees.add(new GeneratedObject(chance, policy, chance.oneIn(3)).of(chance.pick(KINDS)));
      }
      reportsAreTheSame(compiled.get(), policy, trees);
    }
  }

  private static void reportsAreTheSame(PolicySet policies, String policy, List<Object> trees)
      throws IOException {
    var objects = new ArrayList<KubernetesObject>();
    for (int i = 0; i < trees.size(); i++) {
      objects.addAll(Trees.manifest("object%d.yaml".formatted(i), trees.get(i)).objects());
    }
    var whole = Inventory.of(objects).completeForAll();
    var pruned = whole.pruned(policies.pruning());
    long before = Retained.of(objects).values();
    long after = Retained.of(pruned.objects()).values();
    assertTrue(after <= before);
    Statistics.label("kept").collect(before == 0 ? "-" : after * 10 / before * 10 + " %");
    for (ReportFormat format : List.of(ReportFormat.TEXT, ReportFormat.JSON)) {
      String expected = report(policies, whole, format);
      Statistics.label("findings").collect(expected.contains("related") ? "other objects" : "-");
      assertEquals(
          expected,
          report(policies, pruned, format),
          () -> policy + "\n" + String.join("---\n", trees.stream().map(Trees::text).toList()));
    }
  }

  /** The policy about an object as one about all objects of the kind, with findings in them. */
  private static String overEveryObject(GeneratedPolicy policy) {
    String kind = policy.kind().name();
    return policy
            .text()
            .replace("  rule First {", "  if true {")
            .replace("  rule Second {", "  if true {")
            .replaceAll("  when (.*)\n", "  if $1 {} else {}\n")
            .replaceFirst(
                "  target target1: .*\n",
                "  target snapshot: Snapshot\n  for each target1 in cluster(" + kind + ") {\n")
            .replaceAll("(?m)^( +(?:require|forbid) [^\\n]*)$", "$1 at target1.metadata")
        + "}\n";
  }

  private static String report(PolicySet policies, Inventory inventory, ReportFormat format)
      throws IOException {
    var out = new StringWriter();
    format.writer(TextOptions.PLAIN).write(Judging.ENGINE.scan(policies, JUDGED, inventory), out);
    return out.toString();
  }
}
