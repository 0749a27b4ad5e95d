package dev.taffrail.runtime.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.object.GroupKind;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A map that costs no more to change the more it holds. */
class PersistentMapTest {
  /** Its hash has few bits, so that keys collide. */
  private record Key(int number) {
    @Override
    public int hashCode() {
      return (number & 7) << 28 | number & 3;
    }
  }

  @Test
  void itAgreesWithTheMapOfTheJdk() {
    var random = new Random(7);
    var expected = new HashMap<Key, Integer>();
    PersistentMap<Key, Integer> map = PersistentMap.empty();
    for (int i = 0; i < 5_000; i++) {
      var key = new Key(random.nextInt(64));
      var before = map;
      if (random.nextInt(3) == 0) {
        expected.remove(key);
        map = map.without(key);
      } else {
        var old = map.get(key);
        expected.put(key, i);
        map = map.with(key, i);
        assertEquals(old, before.get(key), "the map before has not changed");
      }
      assertEquals(Optional.ofNullable(expected.get(key)), map.get(key));
      assertEquals(expected.size(), map.size());
    }
    var values = new ArrayList<Integer>();
    map.forEach(values::add);
    assertEquals(expected.values().stream().sorted().toList(), values.stream().sorted().toList());
  }

  @Test
  void oneChangeCopiesOneNodeOfEachLevel() {
    for (int size : List.of(1_000, 30_000)) {
      PersistentMap<String, Integer> map = PersistentMap.empty();
      for (int i = 0; i < size; i++) {
        map = map.with("object-" + i, i);
      }
      int added = map.with("another", 1).nodesBeside(map);
      int changed = map.with("object-7", 1).nodesBeside(map);
      int removed = map.without("object-7").nodesBeside(map);
      assertTrue(added <= 8 && changed <= 8 && removed <= 8, added + " " + changed + " " + removed);
    }
  }

  @Test
  void objectsStayInTheOrderGiven() {
    var objects =
        new ManifestReader()
            .read(
                SourceFile.of(
                    "objects.yaml",
                    String.join(
                        "---\n",
                        List.of("c", "a", "b").stream()
                            .map("apiVersion: v1\nkind: Pod\nmetadata: {name: %s}\n"::formatted)
                            .toList())))
            .objects();
    var inventory = Inventory.of(objects).with(objects.get(1));
    assertEquals(objects, inventory.objects());
    assertEquals(
        List.of(objects.get(0), objects.get(2)),
        inventory.without(ObjectKey.of(objects.get(1))).ofKind(new GroupKind("", "Pod")));
  }
}
