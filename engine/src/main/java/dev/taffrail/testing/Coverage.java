package dev.taffrail.testing;

import dev.taffrail.TestProgram;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.IrTest;
import dev.taffrail.runtime.interpret.Observer;
import java.util.Comparator;
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
  private final List<IrPolicy> untested;
  private final Map<CoveragePoint, Ways> ways = new LinkedHashMap<>();

  private Coverage(List<IrPolicy> policies, List<IrPolicy> untested) {
    this.policies = policies;
    this.untested = untested;
  }

  private record Ways(boolean firstDemanded, boolean untested, LongAdder first, LongAdder second) {}

  /**
   * A point with what was seen of it.
   *
   * @param firstDemanded whether it can go the first way at all
   * @param untested it belongs to a policy without any test
   * @param first how often it went the first way
   */
  public record Seen(
      CoveragePoint point, boolean firstDemanded, boolean untested, long first, long second) {
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
    var named = new TreeSet<String>();
    tests.forEach(test -> named.add(test.policy().id()));
    var coverage =
        new Coverage(policies, policies.stream().filter(p -> !named.contains(p.id())).toList());
    var tested = policies.stream().filter(p -> named.contains(p.id())).toList();
    coverage.watch(tested, Reachable.from(tested, program.program(), modules), false);
    coverage.watch(
        coverage.untested, Reachable.from(coverage.untested, program.program(), modules), true);
    return coverage;
  }

  private void watch(List<IrPolicy> some, Reachable reachable, boolean withoutTest) {
    for (var demanded : CoveragePoints.of(some, reachable)) {
      ways.putIfAbsent(
          demanded.point(),
          new Ways(demanded.first(), withoutTest, new LongAdder(), new LongAdder()));
    }
  }

  /** Policies without any test, in the order of the program. */
  List<IrPolicy> untested() {
    return untested;
  }

  int policyCount() {
    return policies.size();
  }

  /** In the order of their places. */
  public List<Seen> points() {
    return ways.entrySet().stream()
        .sorted(
            Comparator.comparing(
                Map.Entry::getKey,
                Comparator.comparing((CoveragePoint p) -> p.span().source().name())
                    .thenComparing(p -> p.span().start())
                    .thenComparing(p -> p.span().end())
                    .thenComparing(CoveragePoint::kind)))
        .map(
            e ->
                new Seen(
                    e.getKey(),
                    e.getValue().firstDemanded(),
                    e.getValue().untested(),
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
