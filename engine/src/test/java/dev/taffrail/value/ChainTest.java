package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A chain is a list like any other. */
class ChainTest {
  private static Value number(int i) {
    return new Value.Int(i);
  }

  @Test
  void itIsEqualToAListOfTheSameElements() {
    var chain = Chain.EMPTY.and(number(1)).and(number(2)).and(number(3));
    var list = List.of(number(1), number(2), number(3));
    assertEquals(list, chain);
    assertEquals(chain, list);
    assertEquals(list.hashCode(), chain.hashCode());
    assertEquals(list, new ArrayList<>(chain));
    assertEquals(number(2), chain.get(1));
    assertEquals(3, chain.size());
    assertThrows(IndexOutOfBoundsException.class, () -> chain.get(3));
    assertEquals(List.of(), Chain.EMPTY);
    assertEquals(ListValue.of(list), ListValue.of(chain));
  }

  @Test
  void aLongerOneSharesItsBeginning() {
    var chain = Chain.EMPTY.and(number(1));
    assertEquals(List.of(number(1), number(2)), chain.and(number(2)));
    assertEquals(List.of(number(1), number(3)), chain.and(number(3)));
    assertSame(chain, ListValue.of(chain).elements());
  }
}
