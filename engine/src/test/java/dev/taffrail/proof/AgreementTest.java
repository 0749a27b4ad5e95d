package dev.taffrail.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.PolicySet;
import dev.taffrail.object.Manifest;
import dev.taffrail.report.ReportFormat;
import dev.taffrail.report.TextOptions;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.Cases;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Two ways to write the same give the same report. */
class AgreementTest {
  @Property(seed = Seeds.FIXED)
  void requireAgreesWithForbidNot(@ForAll(supplier = Seeds.class) long seed) {
    if (Cases.enough()) {
      return;
    }
    var chance = new Chance(seed);
    long policySeed = chance.seed();
    var policy = new GeneratedPolicy(policySeed, "Random", 3, false);
    var turned = new GeneratedPolicy(policySeed, "Random", 3, true);
    var compiled = Judging.compiled(policy.text());
    var other = Judging.compile(List.of(Judging.file(turned.text())));
    assertEquals(
        compiled.isPresent(), other.isPresent(), () -> policy.text() + "\n" + turned.text());
    for (int objects = 0; compiled.isPresent() && objects < Cases.OBJECTS; objects++) {
      Cases.count();
      var tree = new GeneratedObject(chance, policy.text(), chance.oneIn(3)).of(policy.kind());
      var first = places(compiled.get(), tree);
      Statistics.label("findings").collect(Math.min(3, first.size()));
      assertEquals(
          first,
          places(other.get(), tree),
          () -> Judging.story(policy.text() + "\n" + turned.text(), tree));
    }
  }

  /** Messages differ: one says what is wanted, the other what is not. */
  private static List<String> places(PolicySet policies, Object tree) {
    return Trees.manifest("object.yaml", tree).objects().stream()
        .flatMap(object -> Judging.judge(policies, object).findings().stream())
        .map(f -> "%s %s %s %s".formatted(f.outcome(), f.severity(), f.path(), f.span().start()))
        .sorted()
        .toList();
  }

  @Property(seed = Seeds.FIXED)
  void orderOfPoliciesAndFilesChangesNoReport(@ForAll(supplier = Seeds.class) long seed)
      throws IOException {
    if (Cases.enough()) {
      return;
    }
    var chance = new Chance(seed);
    var files = new ArrayList<SourceFile>();
    var manifests = new ArrayList<Manifest>();
    for (int i = 0; i < 3; i++) {
      var policy = new GeneratedPolicy(chance.seed(), "Policy" + i, 2, false);
      var file = SourceFile.of("policy%d.rail".formatted(i), policy.text());
      if (Judging.compile(List.of(file)).isPresent()) {
        files.add(file);
      }
      for (int objects = 0; objects < Cases.OBJECTS / 2; objects++) {
        Cases.count();
        var tree = new GeneratedObject(chance, policy.text(), chance.oneIn(3)).of(policy.kind());
        manifests.add(Trees.manifest("object%d-%d.yaml".formatted(i, objects), tree));
      }
    }
    Statistics.label("policies together").collect(files.size());
    var policies = Judging.compile(files).orElseThrow();
    assertEquals(
        json(policies, manifests),
        json(Judging.compile(files.reversed()).orElseThrow(), chance.shuffled(manifests)),
        () -> files + "\n" + manifests);
    var together = files.stream().map(SourceFile::text).toList();
    assertEquals(
        essence(policies, manifests),
        essence(oneFile(chance.shuffled(together)), manifests),
        () -> "in one file: " + together);
  }

  /** Services of one name in two files, judged by different checks that point to one place. */
  @Example
  void orderOfFilesChangesNoReportAboutPlacesInOtherObjects() throws IOException {
    var policies =
        Judging.compile(
                List.of(
                    Judging.file(
                        """
                        policy Elsewhere {
                          target svc: Service
                          for each map in cluster(ConfigMap) {
                            if svc.spec.type == "NodePort" {
                              require svc.name == "b" at map.metadata message "no"
                            } else {
                              require svc.name == "c" at map.metadata message "no"
                            }
                          }
                        }
                        """)))
            .orElseThrow();
    var map = Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", "m"));
    var manifests =
        List.of(
            service("a.yaml", "NodePort"),
            service("b.yaml", "ClusterIP"),
            Trees.manifest("map.yaml", map));
    assertEquals(2, Judging.ENGINE.scan(policies, manifests).findings().size());
    assertEquals(json(policies, manifests), json(policies, manifests.reversed()));
  }

  private static Manifest service(String file, String type) {
    return Trees.manifest(
        file,
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "Service",
            "metadata",
            Map.of("name", "a"),
            "spec",
            Map.of("type", type)));
  }

  private static PolicySet oneFile(List<String> policies) {
    return Judging.compile(List.of(Judging.file(String.join("\n", policies)))).orElseThrow();
  }

  private static String json(PolicySet policies, List<Manifest> manifests) throws IOException {
    var out = new StringWriter();
    ReportFormat.JSON
        .writer(TextOptions.PLAIN)
        .write(Judging.ENGINE.scan(policies, manifests), out);
    return out.toString();
  }

  private static List<String> essence(PolicySet policies, List<Manifest> manifests) {
    return Judging.ENGINE.scan(policies, manifests).findings().stream()
        .map(Judging::essence)
        .sorted()
        .toList();
  }

  @Property(seed = Seeds.FIXED)
  void orderOfKeysChangesNoFinding(@ForAll(supplier = Seeds.class) long seed) {
    if (Cases.enough()) {
      return;
    }
    var chance = new Chance(seed);
    var policy = new GeneratedPolicy(chance.seed(), "Random", 3, false);
    var compiled = Judging.compiled(policy.text());
    for (int objects = 0; compiled.isPresent() && objects < Cases.OBJECTS; objects++) {
      Cases.count();
      boolean broken = chance.oneIn(3);
      Map<String, Object> tree =
          new GeneratedObject(chance, policy.text(), broken).of(policy.kind());
      Object other = Trees.reordered(tree, chance);
      var written = essence(compiled.get(), List.of(Trees.manifest("object.yaml", tree)));
      Statistics.label("findings").collect(Math.min(3, written.size()));
      assertEquals(
          written,
          essence(compiled.get(), List.of(Trees.manifest("object.yaml", other))),
          () -> Judging.story(policy.text() + "\n" + Trees.text(other), tree));
    }
  }
}
