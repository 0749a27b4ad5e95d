package dev.taffrail.testing;

import dev.taffrail.TestCompilation;
import dev.taffrail.TestProgram;
import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrTest;
import dev.taffrail.compiler.parse.PolicyParser;
import dev.taffrail.compiler.resolve.Names;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.runtime.interpret.Observer;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testing.TestResult.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Changes policies in every small way there is, and looks which changes no test notices.
 *
 * <p>Only policies that have tests are changed, with the functions, lets, types and parameters that
 * they share; the tests must pass before.
 */
public final class MutationRun {
  private final TestProgram program;
  private final List<IrTest> tests;
  private final PolicyTestRunner.Progress progress;

  public MutationRun(TestProgram program, List<IrTest> tests, PolicyTestRunner.Progress progress) {
    this.program = program;
    this.tests = List.copyOf(tests);
    this.progress = progress;
  }

  /**
   * What became of the changes.
   *
   * @param notCompiled the compiler refused them
   * @param equivalent the text means the same as before
   * @param survivors no test noticed them, in the order of their places
   * @param allowed the same, where a comment says why
   * @param untested ids of policies that no test is about: whatever changes there goes unnoticed
   */
  public record Result(
      int killed,
      int notCompiled,
      int equivalent,
      List<Survivor> survivors,
      List<Allowed> allowed,
      List<String> untested) {
    public Result {
      untested = List.copyOf(untested);
      survivors = List.copyOf(survivors);
      allowed = List.copyOf(allowed);
    }

    public int tried() {
      return killed + survivors.size() + allowed.size();
    }

    /** Whether every change was noticed, as far as it must be. */
    public boolean clean() {
      return survivors.isEmpty() && untested.isEmpty();
    }
  }

  /** A change that no test notices, and why that is as it should be. */
  public record Allowed(Survivor survivor, String reason) {}

  /**
   * A change that no test noticed.
   *
   * @param owner the policy, or the declaration that policies share
   */
  public record Survivor(Mutant mutant, String owner) {}

  private record Candidate(Mutant mutant, Owner owner) {}

  /**
   * Whose change it is.
   *
   * @param name as in {@link Survivor}
   * @param policies ids of the policies whose tests could notice it
   */
  private record Owner(String name, Set<String> policies) {}

  private enum Fate {
    KILLED,
    NOT_COMPILED,
    EQUIVALENT,
    SURVIVED
  }

  public Result run() {
    List<Candidate> candidates = candidates();
    var done = new AtomicInteger();
    List<Fate> fates =
        candidates.parallelStream()
            .map(
                candidate -> {
                  Fate fate = fate(candidate);
                  progress.done(done.incrementAndGet(), candidates.size());
                  return fate;
                })
            .toList();
    var reasons = new AllowedMutants(program.sources());
    var survivors = new ArrayList<Survivor>();
    var allowed = new ArrayList<Allowed>();
    for (int i = 0; i < fates.size(); i++) {
      if (fates.get(i) == Fate.SURVIVED) {
        Mutant mutant = candidates.get(i).mutant();
        var survivor = new Survivor(mutant, candidates.get(i).owner().name());
        reasons
            .reason(mutant.place())
            .ifPresentOrElse(
                reason -> allowed.add(new Allowed(survivor, reason)),
                () -> survivors.add(survivor));
      }
    }
    return new Result(
        count(fates, Fate.KILLED),
        count(fates, Fate.NOT_COMPILED),
        count(fates, Fate.EQUIVALENT),
        survivors,
        allowed,
        untested());
  }

  private List<String> untested() {
    var named = program.tests().stream().map(test -> test.policy().id()).toList();
    return program.policies().stream()
        .map(IrPolicy::id)
        .filter(id -> !named.contains(id))
        .sorted()
        .toList();
  }

  private static int count(List<Fate> fates, Fate fate) {
    return (int) fates.stream().filter(f -> f == fate).count();
  }

  private Fate fate(Candidate candidate) {
    SourceFile changed = candidate.mutant().source();
    if (changed.text().equals(candidate.mutant().place().source().text())) {
      return Fate.EQUIVALENT;
    }
    if (!(program.with(changed) instanceof TestCompilation.Compiled compiled)) {
      return Fate.NOT_COMPILED;
    }
    var wanted = tests.stream().map(MutationRun::key).collect(Collectors.toSet());
    for (IrTest test : compiled.program().tests()) {
      if (wanted.contains(key(test)) && candidate.owner().policies().contains(test.policy().id())) {
        TestResult result = PolicyTestRunner.run(compiled.program(), test, Observer.NONE);
        if (result.verdict() != Verdict.PASSED) {
          return Fate.KILLED;
        }
      }
    }
    return Fate.SURVIVED;
  }

  private static String key(IrTest test) {
    return test.policy().id() + "\n" + test.name();
  }

  private List<Candidate> candidates() {
    List<IrPolicy> tested = tests.stream().map(IrTest::policy).distinct().toList();
    var ids = tested.stream().map(IrPolicy::id).collect(Collectors.toCollection(TreeSet::new));
    var modules = new HashSet<String>();
    tested.forEach(policy -> modules.add(policy.module()));
    var reachable = Reachable.from(tested, program.program(), modules);
    var found = new ArrayList<Candidate>();
    for (SourceFile source : program.sources()) {
      PolicyFile file = new PolicyParser().parse(source, new DiagnosticCollector());
      String module = Names.moduleOf(file);
      for (Declaration declaration : file.declarations()) {
        Optional<Owner> owner =
            modules.contains(module)
                ? owner(declaration, module, ids, reachable)
                : Optional.empty();
        owner.ifPresent(
            known -> Mutations.of(declaration).forEach(m -> found.add(new Candidate(m, known))));
      }
    }
    found.sort(
        Comparator.comparing((Candidate c) -> c.mutant().place().source().name())
            .thenComparing(c -> c.mutant().place().start())
            .thenComparing(c -> c.mutant().place().end()));
    return found;
  }

  /** Empty if no tested policy uses the declaration. */
  private static Optional<Owner> owner(
      Declaration declaration, String module, Set<String> tested, Reachable reachable) {
    var shared = Optional.of(new Owner(module, tested));
    return switch (declaration) {
      case Declaration.Policy policy -> {
        String id = Names.policyId(module, policy.name().text());
        yield Optional.of(new Owner(id, Set.of(id))).filter(owner -> tested.contains(id));
      }
      case Declaration.Function function ->
          shared.filter(owner -> reachable.contains(module, function.name().text()));
      case Declaration.ModuleLet let ->
          shared.filter(owner -> reachable.contains(module, let.let().name().text()));
      case Declaration.Parameter parameter -> shared;
      case Declaration.ExternalFunction function -> Optional.empty();
      case Declaration.TypeAlias alias -> shared;
      case Declaration.Extension extension -> shared;
      case Declaration.Index index -> shared;
      case Declaration.EnumType named -> Optional.empty();
      case Declaration.Test test -> Optional.empty();
      case Declaration.Waiver waiver -> Optional.empty();
      case Declaration.Enforcement enforcement -> Optional.empty();
      case Declaration.Reserved reserved -> Optional.empty();
      case Declaration.Hole hole -> Optional.empty();
    };
  }
}
