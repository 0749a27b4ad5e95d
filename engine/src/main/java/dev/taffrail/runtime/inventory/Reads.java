package dev.taffrail.runtime.inventory;

import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrIndex;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.object.GroupKind;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a policy can ask of the host, known from its text: through functions, lets and indexes.
 *
 * @param sources the kinds it reads
 * @param asked kinds it reads only if they are complete, since it asks for that
 * @param dynamic it looks up objects of kinds that only manifests name
 * @param asOf it asks for the time
 * @param externals functions of the host that it calls
 * @param served it asks whether the API server has a kind
 * @param references it asks which fields name other objects
 */
public record Reads(
    Set<IrPolicy.Target> sources,
    Set<IrPolicy.Target> asked,
    boolean dynamic,
    boolean asOf,
    Set<GlobalId> externals,
    boolean served,
    boolean references) {

  /** Only the objects of some kinds. */
  public static Reads of(IrPolicy.Target source) {
    return new Reads(Set.of(source), Set.of(), false, false, Set.of(), true, false);
  }

  /** Whether anything but the object under review can decide. */
  public boolean any() {
    return looksUp() || asOf || !externals.isEmpty();
  }

  /** Whether it looks at the inventory. */
  public boolean looksUp() {
    return dynamic || served || !sources.isEmpty() || !asked.isEmpty();
  }

  /** Whether it looks up what is seen inside other objects, so that all of those is read. */
  public boolean seesParts() {
    return sources.stream().anyMatch(source -> seesComponents(source) || source.views());
  }

  /** Whether components are among what is looked up, which any object may run or configure. */
  public static boolean seesComponents(IrPolicy.Target source) {
    return source.kinds().stream().anyMatch(kind -> Component.of(kind).isPresent());
  }

  /** The names of the kinds it looks up, sorted. */
  public List<String> kindNames() {
    return sources.stream()
        .flatMap(source -> source.kinds().stream())
        .map(ObjectType::name)
        .distinct()
        .sorted()
        .toList();
  }

  /** The kinds without which there is no verdict. */
  public List<IrPolicy.Target> needed() {
    return sources.stream().filter(source -> !asked.contains(source)).toList();
  }

  public static Reads of(IrPolicy policy, IrProgram program) {
    var search = new Search(program);
    search.all(IrWalk.expressionsOf(policy));
    return search.found();
  }

  /** The qualified names of the functions of the host, sorted. */
  public List<String> externalNames(IrProgram program) {
    return externals.stream().map(id -> program.external(id).qualifiedName()).sorted().toList();
  }

  /** What a function, a let or an index can ask. */
  public static Reads of(GlobalId id, IrProgram program) {
    var search = new Search(program);
    if (program.indexes().containsKey(id)) {
      search.index(program.index(id));
    } else if (program.functions().containsKey(id)) {
      search.function(program.function(id));
    } else if (program.values().containsKey(id)) {
      search.function(program.value(id));
    }
    return search.found();
  }

  /**
   * Whether objects of a kind can matter. For pods that is every kind: a pod counts only as long as
   * its controller is not there, and anything can be one. Of a kind that nobody has defined there
   * is nothing to know, so definitions matter too.
   */
  public boolean canRead(GroupKind kind) {
    return dynamic
        || kind.equals(ServedKinds.DEFINITIONS) && (served || !sources.isEmpty())
        || sources.stream()
            .anyMatch(
                source ->
                    source.lifted()
                        || seesComponents(source)
                        || source.views()
                        || source.kinds().stream()
                            .flatMap(k -> k.kind().stream())
                            .anyMatch(k -> GroupKind.of(k.identity()).equals(kind)));
  }

  private static final class Search {
    private final IrProgram program;
    private final Set<GlobalId> seen = new HashSet<>();
    private final Set<IrPolicy.Target> sources = new LinkedHashSet<>();
    private final Set<IrPolicy.Target> asked = new LinkedHashSet<>();
    private boolean dynamic;
    private boolean asOf;
    private final Set<GlobalId> externals = new LinkedHashSet<>();
    private boolean served;
    private boolean references;

    Search(IrProgram program) {
      this.program = program;
    }

    Reads found() {
      return new Reads(sources, asked, dynamic, asOf, externals, served, references);
    }

    void all(List<IrExpr> expressions) {
      for (IrExpr expression : expressions) {
        IrWalk.any(
            expression,
            part -> {
              note(part);
              return false;
            });
      }
    }

    private void note(IrExpr part) {
      switch (part) {
        case IrExpr.ObjectsOf objects -> sources.add(objects.source());
        case IrExpr.FindObject found -> sources.add(stored(found));
        case IrExpr.FindAny found -> dynamic = true;
        case IrExpr.AsOf moment -> asOf = true;
        case IrExpr.CallExternal call -> externals.add(call.function());
        case IrExpr.ReferencesOf named -> references = true;
        case IrExpr.ReferrersOf referrers -> {
          references = true;
          sources.add(referrers.source());
        }
        case IrExpr.KindsAre question -> {
          if (question.state() == IrExpr.KindState.COMPLETE) {
            asked.add(question.source());
            asked.add(stored(question.source()));
          } else {
            served = true;
          }
        }
        case IrExpr.LookUp look -> index(program.index(look.index()));
        case IrExpr.CallFunction call -> function(program.function(call.function()));
        case IrExpr.ModuleValue value -> function(program.value(value.id()));
        default -> {}
      }
    }

    private static IrPolicy.Target stored(IrExpr.FindObject found) {
      return new IrPolicy.Target(false, List.of(found.kind()), false);
    }

    private static IrPolicy.Target stored(IrPolicy.Target source) {
      return new IrPolicy.Target(false, source.kinds(), false);
    }

    private void index(IrIndex index) {
      sources.add(index.source());
      if (seen.add(index.id())) {
        all(IrWalk.expressionsOf(index));
      }
    }

    private void function(IrFunction function) {
      if (seen.add(function.id())) {
        all(IrWalk.expressionsOf(function));
      }
    }
  }
}
