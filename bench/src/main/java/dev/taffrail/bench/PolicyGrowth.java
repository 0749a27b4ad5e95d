package dev.taffrail.bench;

import dev.taffrail.PolicyCost;
import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicyInfo;
import dev.taffrail.PolicySet;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.stdlib.StandardLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Judges one Deployment by forty policies of the library, by twice as many, and by all. */
final class PolicyGrowth {
  private static final int FIRST = 40;

  private final PolicyEngine engine =
      PolicyEngine.builder().library(StandardLibrary.modules(), StandardLibrary::files).build();
  private final KubernetesObject deployment = Samples.object(Samples.DEPLOYMENT);
  private final int rounds;

  PolicyGrowth(boolean quick) {
    rounds = quick ? 20 : 400;
  }

  void print() {
    PolicySet all = engine.compile(List.of(), StandardLibrary.modules(), List.of()).orThrow();
    List<String> about = aboutThisOne(all);
    var sizes = new TreeSet<Integer>(Set.of(about.size()));
    for (int size = FIRST; size < about.size(); size *= 2) {
      sizes.add(size);
    }
    System.out.printf("one Deployment, policies of the library about one object%n");
    System.out.printf("%-10s %12s %14s%n", "policies", "median", "for each");
    for (int size : sizes) {
      var chosen = all.only(about.subList(0, size));
      measure(chosen);
      var row = new ResultTable.Row("", String.valueOf(size), measure(chosen));
      System.out.printf(
          "%-10d %12s %14s%n",
          size, ResultTable.time(row.median()), ResultTable.time(row.median() / size));
    }
    long begin = System.nanoTime();
    int judged = all.size();
    engine.evaluate(all, deployment);
    System.out.printf(
        "all %d policies, those about other kinds among them: %s the first time%n%n",
        judged, ResultTable.time(System.nanoTime() - begin));
  }

  /** Policies that say something of it and look up nothing, spread over the modules. */
  private List<String> aboutThisOne(PolicySet all) {
    var alone =
        engine.costs(List.of(), StandardLibrary.modules()).policies().stream()
            .filter(cost -> cost.asks().isEmpty())
            .map(PolicyCost::policy)
            .collect(Collectors.toSet());
    return all.policies().stream()
        .filter(policy -> alone.contains(policy.id()))
        .filter(policy -> Set.of("Pod", "Deployment").stream().anyMatch(policy.kinds()::contains))
        .map(PolicyInfo::id)
        // By their names, which have nothing to do with what they cost.
        .sorted((a, b) -> a.substring(a.indexOf('/')).compareTo(b.substring(b.indexOf('/'))))
        .toList();
  }

  private List<Double> measure(PolicySet policies) {
    var times = new ArrayList<Double>();
    for (int i = 0; i < rounds; i++) {
      long begin = System.nanoTime();
      engine.evaluate(policies, deployment);
      times.add((double) (System.nanoTime() - begin));
    }
    return times;
  }
}
