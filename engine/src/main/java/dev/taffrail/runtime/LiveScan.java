package dev.taffrail.runtime;

import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.finding.Finding;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.runtime.interpret.Judged;
import dev.taffrail.runtime.interpret.Lookup;
import dev.taffrail.runtime.interpret.Lookups;
import dev.taffrail.runtime.inventory.Controllers;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.runtime.inventory.ObjectKey;
import dev.taffrail.runtime.inventory.Retained;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Verdicts on a set of objects that changes one object at a time.
 *
 * <p>A verdict is kept together with the questions it asked of the inventory. When an object
 * changes, those pairs of policy and object are judged again that are about the object, or that
 * asked something to which the answer is now another. May be used by one thread at a time.
 */
public final class LiveScan {
  private static final Comparator<ObjectKey> BY_NAME =
      Comparator.comparing(ObjectKey::kind)
          .thenComparing(ObjectKey::namespace)
          .thenComparing(ObjectKey::name);

  /** What of each object somebody reads; of a kind that nobody reads its names alone. */
  private final Map<ObjectKey, KubernetesObject> objects = new TreeMap<>(BY_NAME);

  private final Set<ObjectKey> names = new HashSet<>();
  private final Map<Pair, List<Finding>> verdicts =
      new TreeMap<>(Comparator.comparing(Pair::toString));
  private final Map<Pair, Set<Lookup>> asked = new HashMap<>();
  private final Map<Lookup, Set<Pair>> askers = new HashMap<>();
  private final Map<Lookup, List<Object>> answers = new HashMap<>();
  private Governing governing;
  private Inventory inventory;
  private Evaluator evaluator;
  private Optional<List<Finding>> governed = Optional.empty();

  /** Waivers and enforcement, as the host of the scan applies them. */
  public interface Governing {
    /** What is left of an object; nothing if neither policies nor enforcement read its kind. */
    Optional<KubernetesObject> kept(KubernetesObject object);

    /** Whether objects of a kind are looked up. */
    boolean looksUp(GroupKind kind);

    /** Findings as they are reported. */
    List<Finding> apply(
        List<Finding> findings, Collection<KubernetesObject> objects, Inventory inventory);

    /** The same at another time. */
    Governing at(Instant moment);
  }

  /**
   * A policy and what it judges.
   *
   * @param object empty for everything as one
   */
  public record Pair(String policy, Optional<ObjectKey> object) {
    @Override
    public String toString() {
      return policy
          + object.map(o -> " %s %s/%s".formatted(o.kind(), o.namespace(), o.name())).orElse("");
    }
  }

  /**
   * @param complete kinds of which the objects are all there are, now and after every change
   */
  public LiveScan(
      Evaluator policies,
      Collection<KubernetesObject> objects,
      Set<GroupKind> complete,
      Governing governing) {
    this.governing = governing;
    for (KubernetesObject object : objects) {
      ObjectKey key = keyOf(object);
      names.add(key);
      governing.kept(object).ifPresent(kept -> this.objects.put(key, kept));
    }
    this.inventory = Inventory.of(lookedUp(policies), complete);
    this.evaluator = policies.over(inventory);
    for (ObjectKey key : this.objects.keySet()) {
      judge(key);
    }
    judgeAsOne(Set.of());
  }

  /** Only what a policy can look up, or finds by a flag, is kept for looking up. */
  private List<KubernetesObject> lookedUp(Evaluator policies) {
    var wanted = new HashMap<GroupKind, Boolean>();
    return objects.values().stream()
        .filter(
            object ->
                wanted.computeIfAbsent(
                    GroupKind.of(object.kind()),
                    kind -> governing.looksUp(kind) || policies.canHoldConfiguration(kind)))
        .toList();
  }

  private static ObjectKey keyOf(KubernetesObject object) {
    if (object.name().isEmpty()) {
      throw new IllegalArgumentException("an object that can change needs a name");
    }
    return ObjectKey.of(object);
  }

  /**
   * An object is new or changed.
   *
   * @return what was judged, in order
   */
  public List<Pair> put(KubernetesObject object) {
    ObjectKey key = keyOf(object);
    boolean isNew = names.add(key);
    Optional<KubernetesObject> kept = governing.kept(object);
    kept.ifPresent(part -> objects.put(key, part));
    boolean isFound = governing.looksUp(key.kind()) || evaluator.canHoldConfiguration(key.kind());
    if (kept.isPresent() && isFound) {
      inventory = inventory.with(kept.get());
    }
    return changed(key, isNew);
  }

  /**
   * An object is gone.
   *
   * @return what was judged, in order
   */
  public List<Pair> remove(ObjectKey key) {
    if (!names.remove(key)) {
      return List.of();
    }
    objects.remove(key);
    inventory = inventory.without(key);
    return changed(key, true);
  }

  /**
   * Time has passed: the host is asked again, and what asked for the time, or for something that
   * the host now answers differently, is judged again.
   *
   * @return what was judged, in order
   */
  public List<Pair> at(Instant moment) {
    evaluator = evaluator.at(moment).inNewRun();
    governing = governing.at(moment);
    governed = Optional.empty();
    evaluator
        .answers()
        .expect(
            answers.keySet().stream()
                .flatMap(
                    l -> l instanceof Lookup.Asked a ? Stream.of(a.question()) : Stream.empty())
                .toList());
    evaluator.answers().fetch();
    return judgeAgain(changedAnswers(evaluator::dependsOnTime)).stream()
        .sorted(Comparator.comparing(Pair::toString))
        .toList();
  }

  /**
   * Violations and errors, by policy and object, with waivers and enforcement; last, what is wrong
   * with waivers.
   */
  public List<Finding> findings() {
    if (governed.isEmpty()) {
      var all = verdicts.values().stream().flatMap(List::stream).toList();
      governed = Optional.of(governing.apply(all, objects.values(), inventory));
    }
    return governed.get();
  }

  /** How much of the objects is held. */
  public Retained retained() {
    return Retained.of(objects.values());
  }

  private List<Pair> changed(ObjectKey key, boolean appearsOrGoes) {
    governed = Optional.empty();
    evaluator = evaluator.after(inventory, key.kind());
    Set<Pair> affected = changedAnswers(lookup -> evaluator.concerns(lookup, key.kind()));
    var judged = new LinkedHashSet<Pair>(judge(key));
    if (appearsOrGoes) {
      for (var other : objects.entrySet()) {
        // It is judged inside its controller as long as that is there.
        if (Controllers.hasController(other.getValue(), key::equals)) {
          judged.addAll(judge(other.getKey()));
        }
      }
    }
    if (evaluator.canHoldConfiguration(key.kind())) {
      judged.addAll(judgeConfiguredBy(key));
    }
    affected.removeAll(judged);
    judged.addAll(judgeAgain(affected));
    return judged.stream().sorted(Comparator.comparing(Pair::toString)).toList();
  }

  /** What a component is made of is no question of a policy, so it is looked for here. */
  private List<Pair> judgeConfiguredBy(ObjectKey changed) {
    var judged = new ArrayList<Pair>();
    for (IrPolicy policy : evaluator.program().policies()) {
      for (var other : objects.entrySet()) {
        if (!other.getKey().equals(changed)
            && evaluator.mayBeConfiguredBy(policy, other.getValue(), changed)) {
          judge(policy, other.getKey()).ifPresent(judged::add);
        }
      }
    }
    return judged;
  }

  /** Those who asked something to which the answer is now another. */
  private Set<Pair> changedAnswers(Predicate<Lookup> mayChange) {
    var affected = new LinkedHashSet<Pair>();
    for (Map.Entry<Lookup, List<Object>> known : Map.copyOf(answers).entrySet()) {
      if (!mayChange.test(known.getKey())) {
        continue;
      }
      List<Object> now = evaluator.answer(known.getKey());
      if (!areSame(now, known.getValue())) {
        answers.put(known.getKey(), now);
        affected.addAll(askers.getOrDefault(known.getKey(), Set.of()));
      }
    }
    return affected;
  }

  private Set<Pair> judgeAgain(Set<Pair> affected) {
    var judged = new LinkedHashSet<Pair>();
    for (Pair pair : affected) {
      if (pair.object().isPresent()) {
        evaluator.program().policies().stream()
            .filter(policy -> policy.id().equals(pair.policy()))
            .forEach(policy -> judge(policy, pair.object().get()).ifPresent(judged::add));
      }
    }
    judged.addAll(judgeAsOne(affected));
    return judged;
  }

  /** The same trees: an object that was read again counts as changed. */
  private static boolean areSame(List<Object> now, List<Object> before) {
    if (now.size() != before.size()) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      boolean same =
          now.get(i) instanceof String text
              ? text.equals(before.get(i))
              : now.get(i) == before.get(i);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private List<Pair> judge(ObjectKey key) {
    var judged = new ArrayList<Pair>();
    for (IrPolicy policy : evaluator.program().policies()) {
      judge(policy, key).ifPresent(judged::add);
    }
    return judged;
  }

  private Optional<Pair> judge(IrPolicy policy, ObjectKey key) {
    var pair = new Pair(policy.id(), Optional.of(key));
    forget(pair);
    KubernetesObject object = objects.get(key);
    if (object == null) {
      return Optional.empty();
    }
    List<Judged> targets = evaluator.targets(policy, object, isJudgedInController(object));
    if (targets.isEmpty()) {
      return Optional.empty();
    }
    judge(pair, policy, targets);
    return Optional.of(pair);
  }

  /** Policies about everything as one: at first all, later those that are affected. */
  private List<Pair> judgeAsOne(Set<Pair> affected) {
    var judged = new ArrayList<Pair>();
    for (IrPolicy policy : evaluator.program().policies()) {
      var pair = new Pair(policy.id(), Optional.empty());
      if (policy.target().once() && (!verdicts.containsKey(pair) || affected.contains(pair))) {
        forget(pair);
        judge(pair, policy, List.of(evaluator.snapshot()));
        judged.add(pair);
      }
    }
    return judged;
  }

  private boolean isJudgedInController(KubernetesObject object) {
    return Controllers.hasController(object, names::contains);
  }

  private void judge(Pair pair, IrPolicy policy, List<Judged> targets) {
    evaluator.fetch(policy, targets);
    var lookups = new Lookups();
    var findings = new ArrayList<Finding>();
    targets.forEach(target -> evaluator.judge(policy, target, lookups, findings));
    verdicts.put(pair, List.copyOf(findings));
    asked.put(pair, lookups.asked());
    for (Lookup lookup : lookups.asked()) {
      askers.computeIfAbsent(lookup, l -> new LinkedHashSet<>()).add(pair);
      answers.computeIfAbsent(lookup, evaluator::answer);
    }
  }

  private void forget(Pair pair) {
    verdicts.remove(pair);
    Set<Lookup> questions = asked.remove(pair);
    for (Lookup lookup : questions == null ? Set.<Lookup>of() : questions) {
      Set<Pair> others = askers.getOrDefault(lookup, Set.of());
      others.remove(pair);
      if (others.isEmpty()) {
        askers.remove(lookup);
        answers.remove(lookup);
      }
    }
  }
}
