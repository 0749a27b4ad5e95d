package dev.taffrail.object;

/**
 * How much of a manifest is read before it is refused, so that no input can exhaust memory or time.
 *
 * @param bytes size of one file or stream; checked before anything is decoded
 * @param depth objects and lists inside each other, from 1 to {@value #DEEPEST}
 * @param nodes objects, lists and scalars written in one document
 * @param aliasedNodes nodes that the YAML aliases of one document may stand for in all; an alias of
 *     an alias counts in full, which is what stops a "billion laughs"
 * @param documents YAML documents or JSON values in one file
 * @param scalar characters of one string or number
 */
public record ReadLimits(
    int bytes, int depth, int nodes, int aliasedNodes, int documents, int scalar) {
  /** Walks over trees recurse; this much fits any thread's stack. */
  public static final int DEEPEST = 1_000;

  public static final ReadLimits DEFAULT =
      new ReadLimits(64 << 20, 200, 4_000_000, 1_000_000, 100_000, 16 << 20);

  public ReadLimits {
    if (bytes < 0
        || depth < 1
        || depth > DEEPEST
        || nodes < 0
        || aliasedNodes < 0
        || documents < 0
        || scalar < 0) {
      throw new IllegalArgumentException("a limit is out of range");
    }
  }
}
