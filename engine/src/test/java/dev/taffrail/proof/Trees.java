package dev.taffrail.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Manifests as maps, lists and scalars: what generators make and properties change. */
final class Trees {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Trees() {}

  static String text(Object tree) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Manifest manifest(String name, Object tree) {
    return new ManifestReader().read(SourceFile.of(name, text(tree)));
  }

  /** A place in a tree: the keys and the numbers of elements from the root. */
  record Spot(List<Object> steps) {
    Spot {
      steps = List.copyOf(steps);
    }

    Spot then(Object step) {
      var longer = new ArrayList<>(steps);
      longer.add(step);
      return new Spot(longer);
    }

    /** The key it ends at, or that of the list it is an element of. */
    String lastKey() {
      return steps.reversed().stream()
          .filter(String.class::isInstance)
          .map(String.class::cast)
          .findFirst()
          .orElseThrow();
    }
  }

  /** The places of all keys of all maps; elements of lists are no fields. */
  static List<Spot> fields(Object tree) {
    var found = new ArrayList<Spot>();
    collect(tree, new Spot(List.of()), found);
    return found;
  }

  /** The places of all keys of all maps, and of all elements of lists. */
  static List<Spot> parts(Object tree) {
    var found = new ArrayList<Spot>();
    for (Spot field : fields(tree)) {
      found.add(field);
      if (at(tree, field.steps()) instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          found.add(field.then(i));
        }
      }
    }
    return found;
  }

  private static void collect(Object tree, Spot at, List<Spot> found) {
    if (tree instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            found.add(at.then(key));
            collect(value, at.then(key), found);
          });
    } else if (tree instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collect(list.get(i), at.then(i), found);
      }
    }
  }

  static Object at(Object tree, List<Object> steps) {
    Object here = tree;
    for (Object step : steps) {
      here = step instanceof Integer i ? ((List<?>) here).get(i) : ((Map<?, ?>) here).get(step);
    }
    return here;
  }

  static Object without(Object tree, Spot spot) {
    Object copy = copy(tree);
    Object parent = at(copy, spot.steps().subList(0, spot.steps().size() - 1));
    if (parent instanceof List<?> list) {
      list.remove((int) (Integer) spot.steps().getLast());
    } else {
      ((Map<?, ?>) parent).remove(spot.steps().getLast());
    }
    return copy;
  }

  static Object copy(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      var copy = new LinkedHashMap<Object, Object>();
      map.forEach((key, value) -> copy.put(key, copy(value)));
      return copy;
    }
    return tree instanceof List<?> list
        ? new ArrayList<>(list.stream().map(Trees::copy).toList())
        : tree;
  }

  /** The same with the keys of every map in another order. */
  static Object reordered(Object tree, Chance chance) {
    if (tree instanceof Map<?, ?> map) {
      var copy = new LinkedHashMap<Object, Object>();
      for (Object key : chance.shuffled(new ArrayList<>(map.keySet()))) {
        copy.put(key, reordered(map.get(key), chance));
      }
      return copy;
    }
    return tree instanceof List<?> list
        ? list.stream().map(element -> reordered(element, chance)).toList()
        : tree;
  }
}
