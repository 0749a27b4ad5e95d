package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.DeclaredView;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.runtime.interpret.Environment;
import dev.taffrail.runtime.inventory.TargetSelection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles the policies of a program, kind by kind. */
public final class CompiledPolicies {
  /** So much code goes into one method; less than may, since fewer policies are written alone. */
  private static final int ENOUGH = 5_000;

  private final Known known;
  private final SchemaTypes types;
  private final TargetSelection selection;

  /**
   * @param environment of it parameters, built-ins and the schema are used, which stay the same in
   *     every run
   */
  public CompiledPolicies(IrProgram program, SchemaTypes types, Environment environment) {
    this.known = new Known(program, environment);
    this.types = types;
    this.selection = new TargetSelection(types);
  }

  /** Why a policy is left to the interpreter; empty if it is compiled. */
  public Optional<String> interpreted(IrPolicy policy) {
    if (isAboutComponents(policy.target())) {
      return Optional.of("components");
    }
    try {
      GeneratedClass.of(List.of(policy), known);
      return Optional.empty();
    } catch (Unsupported unsupported) {
      return Optional.of(unsupported.what());
    }
  }

  /** The class of a policy alone, for people. */
  public String listing(IrPolicy policy) {
    return Listing.of(policy, known);
  }

  /**
   * What is done with objects of a kind.
   *
   * @param policies those that may be asked about them, in the order of their findings
   */
  public KindPlan plan(GroupVersionKind kind, List<IrPolicy> policies) {
    var entries = new ArrayList<KindPlan.Entry>();
    var groups = new LinkedHashMap<Group, List<Integer>>();
    for (int i = 0; i < policies.size(); i++) {
      IrPolicy policy = policies.get(i);
      Optional<List<String>> path = pathOf(policy.target(), kind);
      if (isSeenInParts(policy.target(), kind)) {
        entries.add(new KindPlan.Entry(policy, KindPlan.Way.INTERPRETED));
      } else if (path.isEmpty()) {
        entries.add(new KindPlan.Entry(policy, KindPlan.Way.NOT_ABOUT));
      } else if (interpreted(policy).isPresent()) {
        entries.add(new KindPlan.Entry(policy, KindPlan.Way.INTERPRETED));
      } else {
        entries.add(new KindPlan.Entry(policy, KindPlan.Way.COMPILED));
        groups
            .computeIfAbsent(groupOf(policy.target(), kind, path.get()), g -> new ArrayList<>())
            .add(i);
      }
    }
    var chunks = new ArrayList<KindPlan.Chunk>();
    groups.forEach(
        (group, members) -> {
          var view = new TargetView(selection, group.target(), group.path());
          for (List<Integer> chunk : chunks(members, policies)) {
            chunks.add(chunk(view, chunk, policies));
          }
        });
    return new KindPlan(entries, chunks);
  }

  /** Policies that judge the same part of an object. */
  private record Group(List<String> path, Optional<IrPolicy.Target> only, IrPolicy.Target target) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Group that && path.equals(that.path) && only.equals(that.only);
    }

    @Override
    public int hashCode() {
      return path.hashCode();
    }
  }

  /** Of a kind that the schema does not have, each target makes a value of its own type. */
  private Group groupOf(IrPolicy.Target target, GroupVersionKind kind, List<String> path) {
    boolean typed = types.typeOf(kind).isPresent();
    return new Group(path, typed ? Optional.empty() : Optional.of(target), target);
  }

  private List<List<Integer>> chunks(List<Integer> members, List<IrPolicy> policies) {
    var chunks = new ArrayList<List<Integer>>();
    var current = new ArrayList<Integer>();
    int size = 0;
    for (int member : members) {
      int own = GeneratedClass.of(List.of(policies.get(member)), known).size();
      if (!current.isEmpty() && (size + own > ENOUGH || current.size() == Judge.MOST)) {
        chunks.add(List.copyOf(current));
        current.clear();
        size = 0;
      }
      current.add(member);
      size += own;
    }
    chunks.add(List.copyOf(current));
    return chunks;
  }

  private KindPlan.Chunk chunk(TargetView view, List<Integer> members, List<IrPolicy> policies) {
    var chosen = members.stream().map(policies::get).toList();
    return new KindPlan.Chunk(view, members, GeneratedClass.of(chosen, known).load());
  }

  /** Where in objects of a kind stands what a target is about; empty if nowhere. */
  private Optional<List<String>> pathOf(IrPolicy.Target target, GroupVersionKind kind) {
    boolean whole =
        target.any()
            || target.kinds().stream()
                .anyMatch(
                    wanted ->
                        wanted
                            .kind()
                            .filter(k -> GroupKind.of(k.identity()).equals(GroupKind.of(kind)))
                            .isPresent());
    if (whole) {
      return Optional.of(List.of());
    }
    return target.lifted() ? types.podTemplate(kind) : Optional.empty();
  }

  /** Whether parts of an object of a kind may be what a target is about. */
  private boolean isSeenInParts(IrPolicy.Target target, GroupVersionKind kind) {
    return isAboutComponents(target)
        || target.views()
            && types.declaredViews().stream()
                .map(DeclaredView::carrier)
                .anyMatch(GroupKind.of(kind)::equals);
  }

  private static boolean isAboutComponents(IrPolicy.Target target) {
    return target.kinds().stream().anyMatch(kind -> Component.of(kind).isPresent());
  }

  /** How many policies of the program are left to the interpreter, by the construct. */
  public Map<String, Integer> interpretedByConstruct() {
    var counts = new java.util.TreeMap<String, Integer>();
    for (IrPolicy policy : known.program().policies()) {
      interpreted(policy).ifPresent(what -> counts.merge(what, 1, Integer::sum));
    }
    return counts;
  }
}
