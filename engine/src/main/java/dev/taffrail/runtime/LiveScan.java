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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
  private final Map<ObjectKey, KubernetesObject> objects = new HashMap<>();
  private final Map<Pair, List<Finding>> verdicts =
      new TreeMap<>(Comparator.comparing(Pair::toString));
  private final Map<Pair, Set<Lookup>> asked = new HashMap<>();
  private final Map<Lookup, Set<Pair>> askers = new HashMap<>();
  private final Map<Lookup, List<Object>> answers = new HashMap<>();
  private Inventory inventory;
  private Evaluator evaluator;

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
      Evaluator policies, Collection<KubernetesObject> objects, Set<GroupKind> complete) {
    this.inventory = Inventory.of(List.of(), complete);
    for (KubernetesObject object : objects) {
      this.objects.put(keyOf(object), object);
    }
    this.inventory = Inventory.of(read(policies, this.objects.values()), complete);
    this.evaluator = policies.over(inventory).inNewRun();
    evaluator.fetch(this.objects.values(), this::isJudgedInController);
    for (ObjectKey key : this.objects.keySet()) {
      judge(key);
    }
    judgeAsOne(Set.of());
  }

  /** Only what a policy can look up is kept for looking up. */
  private static List<KubernetesObject> read(
      Evaluator policies, Collection<KubernetesObject> objects) {
    var wanted = new HashMap<GroupKind, Boolean>();
    return objects.stream()
        .filter(object -> wanted.computeIfAbsent(GroupKind.of(object.kind()), policies::canLookUp))
        .sorted(Comparator.comparing(object -> keyOf(object).toString()))
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
    boolean isNew = objects.put(key, object) == null;
    if (evaluator.canLookUp(key.kind())) {
      inventory = inventory.with(Inventory.of(List.of(object), Set.of()));
    }
    return changed(key, isNew);
  }

  /**
   * An object is gone.
   *
   * @return what was judged, in order
   */
  public List<Pair> remove(ObjectKey key) {
    if (objects.remove(key) == null) {
      return List.of();
    }
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

  /** Violations and errors, by policy and object. */
  public List<Finding> findings() {
    return verdicts.values().stream().flatMap(List::stream).toList();
  }

  private List<Pair> changed(ObjectKey key, boolean appearsOrGoes) {
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
    affected.removeAll(judged);
    judged.addAll(judgeAgain(affected));
    return judged.stream().sorted(Comparator.comparing(Pair::toString)).toList();
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
    return Controllers.hasController(object, objects::containsKey);
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
