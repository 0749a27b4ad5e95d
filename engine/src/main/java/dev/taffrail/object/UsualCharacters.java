package dev.taffrail.object;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks for characters that a YAML document of the usual form does not have.
 *
 * <p>Eight at a time, because it goes over every character of every document.
 */
final class UsualCharacters {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long LOW = 0x7F7F7F7F7F7F7F7FL;

  private UsualCharacters() {}

  /** Whether a range has nothing but printable characters, line feeds and tabs. */
  static boolean fill(byte[] units, int from, int to) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      if (!areUsual((long) EIGHT.get(units, i)) && !fillSlowly(units, i, i + Long.BYTES)) {
        return false;
      }
    }
    return fillSlowly(units, i, to);
  }

  /** Whether each byte is ASCII that can be printed, or a line feed; carries stay in their byte. */
  private static boolean areUsual(long eight) {
    long low = eight & LOW;
    long fromSpaceOn = low + (0x80 - ' ') * EACH;
    long notLineFeed = (low ^ '\n' * EACH) + LOW;
    long notDelete = (low ^ LOW) + LOW;
    return ((fromSpaceOn | ~notLineFeed) & notDelete & ~eight & HIGH) == HIGH;
  }

  private static boolean fillSlowly(byte[] units, int from, int to) {
    for (int i = from; i < to; i++) {
      byte c = units[i];
      boolean usual = c >= ' ' ? c != 0x7F : c == '\n' || c == Units.OTHER || c == '\t';
      if (!usual) {
        return false;
      }
    }
    return true;
  }
}
