package dev.taffrail.object;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The first keys of objects at one place of a document, as they were written before.
 *
 * <p>Objects of one kind have the same keys in the same order, so what follows is compared with
 * what followed then: a key that is known needs no text of its own, no hash, and no search for an
 * equal one before it. All objects with the same keys share one array of them.
 *
 * <p>Learns while it is used by any number of threads; only what was learnt under the lock of the
 * table is ever seen.
 */
final class KnownKeys {
  /** With more keys than this an object is a table of names, which others seldom share. */
  private static final int LONGEST = 32;

  private static final int MOST_BRANCHES = 12;
  private static final int LONGEST_KEY = 128;
  private static final KnownKeys[] NONE = {};

  private final Table table;
  private final String[] keys;
  private final byte[] written;
  private volatile KnownKeys[] next = NONE;
  private volatile @Nullable KnownKeys inner;

  private KnownKeys(Table table, String[] keys, byte[] written) {
    this.table = table;
    this.keys = keys;
    this.written = written;
  }

  /** The keys until here; shared, and never written to. */
  String[] keys() {
    return keys;
  }

  /** How many units the last key takes. */
  int length() {
    return written.length;
  }

  /** With the key that is written at a place and ends before a unit, or null if it is not known. */
  @Nullable KnownKeys follow(byte[] units, int at, int end, byte behind) {
    for (KnownKeys candidate : next) {
      if (isAt(candidate.written, units, at, end, behind)) {
        return candidate;
      }
    }
    return null;
  }

  /** A loop of its own: keys are short, and what compares ranges of arrays is for long ones. */
  private static boolean isAt(byte[] key, byte[] units, int at, int end, byte behind) {
    int length = key.length;
    if (at + length >= end || units[at + length] != behind) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (units[at + i] != key[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * With one more key, known from now on; null if there is no room for it.
   *
   * @param from where the key stands as it is written
   * @throws GaveUp if it is one of those before
   */
  @Nullable KnownKeys learn(String key, byte[] units, int from, int to) throws GaveUp {
    for (String before : keys) {
      if (before.equals(key)) {
        throw GaveUp.HERE;
      }
    }
    boolean room = keys.length < LONGEST && to - from <= LONGEST_KEY && next.length < MOST_BRANCHES;
    if (!room) {
      return null;
    }
    for (int i = from; i < to; i++) {
      if (units[i] < 0) {
        return null; // units do not tell such characters from each other
      }
    }
    return table.add(this, key, Arrays.copyOfRange(units, from, to));
  }

  /** Before the first key of the objects that the last key has as its value, or in its list. */
  KnownKeys inner() {
    KnownKeys known = inner;
    return known != null ? known : table.addInner(this);
  }

  /** All that a reader knows, within bounds; forgets everything when there is too much. */
  static final class Table {
    static final int MOST = 4_096;

    private volatile KnownKeys json = start();
    private volatile KnownKeys yaml = start();
    private int size;

    /** Before the first key of a document that is JSON. */
    KnownKeys json() {
      return json;
    }

    /** Before the first key of a YAML document, whose keys are known with their quotes. */
    KnownKeys yaml() {
      return yaml;
    }

    synchronized int size() {
      return size;
    }

    private KnownKeys start() {
      return new KnownKeys(this, new String[0], new byte[0]);
    }

    private void count() {
      if (++size > MOST) {
        size = 0;
        json = start();
        yaml = start();
      }
    }

    private synchronized KnownKeys add(KnownKeys before, String key, byte[] written) {
      for (KnownKeys known : before.next) {
        if (Arrays.equals(known.written, written)) {
          return known; // another thread was faster
        }
      }
      count();
      String[] keys = Arrays.copyOf(before.keys, before.keys.length + 1);
      keys[before.keys.length] = key;
      var added = new KnownKeys(this, keys, written);
      KnownKeys[] next = Arrays.copyOf(before.next, before.next.length + 1);
      next[before.next.length] = added;
      before.next = next;
      return added;
    }

    private synchronized KnownKeys addInner(KnownKeys of) {
      KnownKeys known = of.inner;
      if (known == null) {
        count();
        known = start();
        of.inner = known;
      }
      return known;
    }
  }

  /** Text of units that are all ASCII. */
  static String ascii(byte[] units, int from, int to) {
    return new String(units, from, to - from, ISO_8859_1);
  }
}
