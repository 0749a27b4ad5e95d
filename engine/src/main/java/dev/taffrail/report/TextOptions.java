package dev.taffrail.report;

/**
 * How a report for people looks.
 *
 * @param colour with ANSI colours
 * @param verbose with documents that were skipped, policy ids, paths and controls
 * @param summary with the line of counts at the end
 */
public record TextOptions(boolean colour, boolean verbose, boolean summary) {
  /** No colours, the usual amount. */
  public static final TextOptions PLAIN = new TextOptions(false, false, true);
}
