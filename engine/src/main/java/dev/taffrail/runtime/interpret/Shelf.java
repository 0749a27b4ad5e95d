package dev.taffrail.runtime.interpret;

import dev.taffrail.runtime.builtin.LabelQuery;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Objects of an index whose keys differ only in labels or label selectors, found by either without
 * trying all.
 *
 * <p>An object with labels is filed under each of them. One with a selector is filed under the
 * label it needs, and of several under the one that fewest need: a whole application may share one
 * label.
 */
final class Shelf {
  /** Answers are forgotten before they hold more objects than this. */
  private static final int MOST_KEPT = 200_000;

  private final FieldReader reader;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<LabelQuery.Label, List<Entry>> byLabel = new HashMap<>();
  private final Map<LabelQuery.Label, List<Entry>> byNeed = new HashMap<>();

  /** Selectors that need no label, and those that cannot be read and say so when they are tried. */
  private final List<Entry> withoutNeed = new ArrayList<>();

  private final Map<Value, List<Entry>> byPart = new HashMap<>();

  /** Pods of one workload ask the same, and pods of many may. */
  private final Map<Value, List<ObjectValue>> answered = new ConcurrentHashMap<>();

  private final AtomicInteger kept = new AtomicInteger();

  /**
   * An object.
   *
   * @param number its place in the order of the index
   * @param part the part of its key that is matched
   * @param query the selector, if the part is one that can be read
   */
  private record Entry(int number, Value part, Optional<LabelQuery> query, ObjectValue object) {}

  Shelf(FieldReader reader) {
    this.reader = reader;
  }

  /** Before it is filed. */
  void add(Value part, ObjectValue object) {
    entries.add(new Entry(entries.size(), part, query(part), object));
  }

  /** After everything was added, and before anything is asked. */
  void file() {
    var needed = new HashMap<LabelQuery.Label, Integer>();
    for (Entry entry : entries) {
      entry.query().stream()
          .flatMap(query -> query.needed().stream())
          .forEach(labels -> labels.forEach(label -> needed.merge(label, 1, Integer::sum)));
    }
    for (Entry entry : entries) {
      switch (entry.part()) {
        case MapValue labels -> {
          labels.entries().forEach((key, value) -> put(byLabel, key, value, entry));
          byPart.computeIfAbsent(labels, k -> new ArrayList<>()).add(entry);
        }
        case ObjectValue selector -> fileByNeed(entry, needed);
        default -> byPart.computeIfAbsent(entry.part(), k -> new ArrayList<>()).add(entry);
      }
    }
  }

  private void fileByNeed(Entry entry, Map<LabelQuery.Label, Integer> needed) {
    var rarest =
        entry.query().stream()
            .flatMap(query -> query.needed().stream())
            .min(Comparator.comparingInt(l -> l.stream().mapToInt(needed::get).sum()));
    if (rarest.isEmpty()) {
      withoutNeed.add(entry);
    } else {
      rarest.get().forEach(label -> put(byNeed, label.key(), label.value(), entry));
    }
  }

  private static void put(
      Map<LabelQuery.Label, List<Entry>> filed, Value key, Value value, Entry entry) {
    filed.computeIfAbsent(new LabelQuery.Label(key, value), k -> new ArrayList<>()).add(entry);
  }

  private Optional<LabelQuery> query(Value part) {
    try {
      return part instanceof ObjectValue selector
          ? Optional.of(LabelQuery.of(selector, reader))
          : Optional.empty();
    } catch (EvaluationError malformed) {
      return Optional.empty();
    }
  }

  /**
   * The objects whose part of the key matches, in the order in which they were added.
   *
   * @throws EvaluationError if a selector is malformed that cannot be told not to match
   */
  List<ObjectValue> get(Value asked) {
    List<ObjectValue> known = answered.get(asked);
    if (known != null) {
      return known;
    }
    List<ObjectValue> found = find(asked);
    if (kept.addAndGet(found.size() + 1) > MOST_KEPT) {
      answered.clear();
      kept.set(0);
    }
    answered.put(asked, found);
    return found;
  }

  private List<ObjectValue> find(Value asked) {
    var found =
        switch (asked) {
          case MapValue labels -> with(labels);
          case ObjectValue selector -> selected(LabelQuery.of(selector, reader));
          default -> byPart.getOrDefault(asked, List.of()).stream();
        };
    var objects = new LinkedHashSet<ObjectValue>();
    found.sorted(Comparator.comparingInt(Entry::number)).forEach(e -> objects.add(e.object()));
    return List.copyOf(objects);
  }

  /** Those with the same labels, and those whose selector takes the labels. */
  private Stream<Entry> with(MapValue labels) {
    var filed =
        labels.entries().entrySet().stream()
            .map(entry -> new LabelQuery.Label(entry.getKey(), entry.getValue()))
            .flatMap(label -> byNeed.getOrDefault(label, List.of()).stream());
    var selecting =
        Stream.concat(withoutNeed.stream(), filed).filter(entry -> query(entry).selects(labels));
    return Stream.concat(byPart.getOrDefault(labels, List.of()).stream(), selecting);
  }

  private LabelQuery query(Entry entry) {
    return entry.query().orElseGet(() -> LabelQuery.of((ObjectValue) entry.part(), reader));
  }

  private Stream<Entry> selected(LabelQuery query) {
    var candidates =
        query.needed().stream()
            .map(
                labels ->
                    labels.stream()
                        .flatMap(label -> byLabel.getOrDefault(label, List.of()).stream())
                        .toList())
            .min(Comparator.comparingInt(List::size))
            .orElse(entries);
    return candidates.stream()
        .filter(entry -> entry.part() instanceof MapValue labels && query.selects(labels));
  }
}
