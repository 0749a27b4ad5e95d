package dev.taffrail.object;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries below and above the size from which keys are hashed. */
class MappingEntriesTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 12, 13, 16, 17, 100})
  void keepsEveryEntryInOrder(int size) {
    var entries = new MappingEntries();
    for (int i = 0; i < size; i++) {
      assertEquals(-1, entries.writtenAt("k" + i));
      entries.write("k" + i, i * 10, new Node.Int(i, 0, 0));
      assertEquals(i * 10, entries.writtenAt("k" + i));
    }
    Node.Mapping mapping = entries.build(0, 0);
    assertEquals(size, mapping.size());
    for (int i = 0; i < size; i++) {
      assertEquals("k" + i, mapping.key(i));
      assertEquals(i * 10, mapping.keyStart(i));
      assertEquals(new Node.Int(i, 0, 0), mapping.value(i));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 11, 12, 13, 30})
  void mergedEntriesYieldToLaterAndOverrideEarlierOnes(int others) {
    var entries = new MappingEntries();
    for (int i = 0; i < others; i++) {
      entries.write("k" + i, i, new Node.Int(i, 0, 0));
    }
    entries.write("before", 1_000, new Node.Int(1, 0, 0));
    var merged = new MappingEntries();
    merged.write("before", 1, new Node.Int(2, 0, 0));
    merged.write("after", 2, new Node.Int(2, 0, 0));
    entries.merge(merged.build(0, 0));
    assertEquals(1_000, entries.writtenAt("before"), "a duplicate is still one");
    assertEquals(-1, entries.writtenAt("after"), "what was merged is not written");
    entries.write("after", 2_000, new Node.Int(3, 0, 0));
    Node.Mapping mapping = entries.build(0, 0);
    assertEquals(new Node.Int(2, 0, 0), mapping.value(mapping.indexOf("before")));
    assertEquals(1, mapping.keyStart(mapping.indexOf("before")));
    assertEquals(new Node.Int(3, 0, 0), mapping.value(mapping.indexOf("after")));
    assertEquals(2_000, mapping.keyStart(mapping.indexOf("after")));
  }
}
