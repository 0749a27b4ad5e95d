package dev.taffrail.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileTest {
  @Test
  void linesEndInEveryUsualWay() {
    var file = SourceFile.of("f", "a\nb\r\nc\rd");
    assertEquals(4, file.lineCount());
    assertEquals(new Position(3, 1), file.position(5));
    assertEquals(new Position(4, 2), file.position(8));
    assertEquals("b", file.line(2));
  }

  /** Lengths around the sizes at which long lines are counted in another way. */
  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 1023, 1024, 2047, 2048, 4096, 5000, 10_240})
  void columnsCountCodePointsAlsoOnLongLines(int length) {
    var text = "first\n" + "a🚀é".repeat(length) + "\nlast";
    var file = SourceFile.of("f", text);
    int start = "first\n".length();
    int end = text.length() - "\nlast".length();
    for (int offset = start; offset <= end; offset++) {
      boolean insidePair =
          offset < end
              && Character.isLowSurrogate(text.charAt(offset))
              && Character.isHighSurrogate(text.charAt(offset - 1));
      if (!insidePair) {
        int whole = (offset - start) / 4 * 3;
        int rest = new int[] {0, 1, 2, 2}[(offset - start) % 4];
        assertEquals(new Position(2, whole + rest + 1), file.position(offset));
      }
    }
    assertEquals(new Position(3, 1), file.position(end + 1));
    assertEquals(new Position(3, 5), file.position(text.length()));
  }

  @Test
  void halvesOfPairsCountOnTheirOwn() {
    var text = "x".repeat(5000) + "\ud83d\ud83dz\udc00" + "y".repeat(10);
    assertEquals(
        new Position(1, text.length() + 1), SourceFile.of("f", text).position(text.length()));
  }
}
