package dev.taffrail.runtime;

import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.object.Admission;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.runtime.bytecode.CompiledPolicies;
import dev.taffrail.runtime.bytecode.KindPlan;
import dev.taffrail.runtime.interpret.Environment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the compiled form of policies for each sort of object, and decides when it is made.
 *
 * <p>It does not depend on a run, so that all evaluators of the same policies and parameters share
 * it. Safe to share between threads; two that come at once may both compile, and one is dropped.
 */
final class CompiledJudging {
  /** Compiling takes about as long as interpreting so many objects. */
  private static final int WORTH_IT = 300;

  /** More sorts than any cluster has; requests name what they like. */
  private static final int MOST_SORTS = 1_000;

  private final IrProgram program;
  private final AskedPolicies asked;
  private final CompiledPolicies policies;
  private final int enough;
  private final Map<Sort, Ready> ready = new ConcurrentHashMap<>();

  /** The same of objects that nobody asks to admit and that are judged by all policies. */
  private final Map<GroupVersionKind, Ready> readyForKind = new ConcurrentHashMap<>();

  private final Map<Sort, AtomicInteger> seen = new ConcurrentHashMap<>();

  private CompiledJudging(
      IrProgram program, AskedPolicies asked, CompiledPolicies policies, int enough) {
    this.program = program;
    this.asked = asked;
    this.policies = policies;
    this.enough = enough;
  }

  /** Nothing if policies are not to be compiled, or somebody wants to see each step. */
  static Optional<CompiledJudging> of(
      IrProgram program,
      SchemaTypes types,
      Environment environment,
      AskedPolicies asked,
      Compiling when) {
    int enough =
        switch (when) {
          case NEVER -> Integer.MAX_VALUE;
          case WHEN_WORTH_IT -> WORTH_IT;
          case AT_ONCE -> 0;
        };
    return when == Compiling.NEVER || environment.isWatched()
        ? Optional.empty()
        : Optional.of(
            new CompiledJudging(
                program, asked, new CompiledPolicies(program, types, environment), enough));
  }

  /**
   * Objects for which the same policies are asked.
   *
   * @param operation of an admission request, or empty
   */
  private record Sort(
      GroupVersionKind kind, String operation, String subresource, boolean judgedInOwner) {}

  /**
   * @param notAsked rules of policies that are not asked
   * @param allPass what is said of objects about which nothing is open
   */
  record Ready(KindPlan plan, int notAsked, Evaluator.Result allPass) {}

  /** How an object is judged; null if it is to be interpreted. */
  @Nullable Ready ready(KubernetesObject object, boolean judgedInOwner) {
    boolean plain = object.admission().isEmpty() && !judgedInOwner;
    Ready known = plain ? readyForKind.get(object.kind()) : null;
    if (known != null) {
      return known;
    }
    Sort sort = sort(object, judgedInOwner);
    known = ready.get(sort);
    if (known == null && isWorthIt(sort)) {
      known = make(sort, object);
    }
    if (known != null && plain && readyForKind.size() < MOST_SORTS) {
      readyForKind.put(object.kind(), known);
    }
    return known;
  }

  private static Sort sort(KubernetesObject object, boolean judgedInOwner) {
    Admission request = object.admission().orElse(null);
    return request == null
        ? new Sort(object.kind(), "", "", judgedInOwner)
        : new Sort(object.kind(), request.operation(), request.subresource(), judgedInOwner);
  }

  private boolean isWorthIt(Sort sort) {
    if (enough == 0) {
      return true;
    }
    AtomicInteger count = seen.get(sort);
    if (count == null) {
      if (seen.size() >= MOST_SORTS) {
        return false;
      }
      count = seen.computeIfAbsent(sort, s -> new AtomicInteger());
    }
    return count.incrementAndGet() > enough;
  }

  private Ready make(Sort sort, KubernetesObject object) {
    List<IrPolicy> about =
        program.policies().stream()
            .filter(
                policy ->
                    asked.contain(policy, object.admission())
                        && !(sort.judgedInOwner() && Subjects.looksIntoPods(policy.target())))
            .toList();
    int all = program.policies().stream().mapToInt(p -> p.rules().size()).sum();
    int notAsked = all - about.stream().mapToInt(p -> p.rules().size()).sum();
    KindPlan plan = policies.plan(sort.kind(), about);
    KindPlan.Verdict usual = plan.usual();
    var made =
        new Ready(
            plan,
            notAsked,
            new Evaluator.Result(
                List.of(), usual.passed(), usual.notApplicable() + notAsked, usual.judged()));
    if (ready.size() < MOST_SORTS) {
      ready.put(sort, made);
    }
    return made;
  }
}
