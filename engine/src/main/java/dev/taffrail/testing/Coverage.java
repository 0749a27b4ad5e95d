package dev.taffrail.testing;

import dev.taffrail.TestProgram;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.IrTest;
import dev.taffrail.runtime.interpret.Observer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * What tests have seen of policies: each check holding and failing, each answer to absence given
 * both ways.
 *
 * <p>Watches while tests run, from any thread; read it when they have ended.
 */
public final class Coverage implements Observer {
  private final List<IrPolicy> policies;
  private final Map<CoveragePoint, Ways> ways = new LinkedHashMap<>();

  private Coverage(List<IrPolicy> policies) {
    this.policies = policies;
  }

  private record Ways(boolean firstDemanded, LongAdder first, LongAdder second) {}

  /**
   * A point with what was seen of it.
   *
   * @param firstDemanded whether it can go the first way at all
   * @param first how often it went the first way
   */
  public record Seen(CoveragePoint point, boolean firstDemanded, long first, long second) {
    boolean whole() {
      return second > 0 && (first > 0 || !firstDemanded);
    }

    int demanded() {
      return firstDemanded ? 2 : 1;
    }

    int covered() {
      return (firstDemanded && first > 0 ? 1 : 0) + (second > 0 ? 1 : 0);
    }
  }

  /** Of the policies of the modules under test, and of policies that tests name. */
  public static Coverage of(TestProgram program, List<IrTest> tests) {
    var policies =
        Stream.concat(program.policies().stream(), tests.stream().map(IrTest::policy))
            .distinct()
            .toList();
    var modules = new TreeSet<String>();
    policies.forEach(policy -> modules.add(policy.module()));
    var coverage = new Coverage(policies);
    var reachable = Reachable.from(policies, program.program(), modules);
    for (var demanded : CoveragePoints.of(policies, reachable)) {
      coverage.ways.put(
          demanded.point(), new Ways(demanded.first(), new LongAdder(), new LongAdder()));
    }
    return coverage;
  }

  int policyCount() {
    return policies.size();
  }

  /** In the order of their places. */
  public List<Seen> points() {
    return ways.entrySet().stream()
        .map(
            e ->
                new Seen(
                    e.getKey(),
                    e.getValue().firstDemanded(),
                    e.getValue().first().sum(),
                    e.getValue().second().sum()))
        .toList();
  }

  @Override
  public void answered(IrExpr question, boolean present) {
    CoveragePoint.of(question).ifPresent(point -> count(point, present));
  }

  @Override
  public void checked(IrStatement.Check check, boolean held) {
    count(CoveragePoint.of(check), held);
  }

  @Override
  public void branched(IrStatement.IfLet choice, boolean present) {
    count(CoveragePoint.of(choice), present);
  }

  private void count(CoveragePoint point, boolean first) {
    Ways known = ways.get(point);
    if (known != null) {
      (first ? known.first() : known.second()).increment();
    }
  }
}
