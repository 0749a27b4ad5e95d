package dev.taffrail.fuzz;

import dev.taffrail.source.SourceFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Runs a target on inputs and holds it to its limit: one second for every 100 KB begun.
 *
 * <p>A fuzzer makes small inputs, and what takes time that grows with the square of the size hides
 * in them. So now and then an input is repeated until it has 100 KB.
 */
final class FuzzInput {
  private static final int FULL = 100 * 1024;
  private static final int ONE_REPEATED_IN = 256;
  private static final double MOST_SECONDS = 1;

  private final Consumer<byte[]> target;
  private long runs;
  private double slowest;
  private int slowestSize;

  FuzzInput(Consumer<byte[]> target) {
    this.target = target;
  }

  /** Damaged text is text. */
  static SourceFile policy(byte[] input) {
    return SourceFile.of("fuzz.rail", new String(input, StandardCharsets.UTF_8));
  }

  /** Loading classes and the schema is no input's fault. */
  void warmUp() {
    for (int times = 0; times < 3; times++) {
      target.accept(new byte[0]);
    }
  }

  void run(byte[] input) {
    measured(input);
    if (++runs % ONE_REPEATED_IN == 0 && input.length > 0) {
      measured(repeated(input));
    }
  }

  static byte[] repeated(byte[] input) {
    byte[] all = Arrays.copyOf(input, Math.max(input.length, FULL));
    for (int at = input.length; at < all.length; at += input.length) {
      System.arraycopy(input, 0, all, at, Math.min(input.length, all.length - at));
    }
    return all;
  }

  /**
   * What is slow once may have met the compiler or the collector of the JVM; what is slow thrice is
   * slow.
   */
  private void measured(byte[] input) {
    double seconds = seconds(input);
    double limit = MOST_SECONDS * Math.max(1, Math.ceil((double) input.length / FULL));
    for (int again = 0; seconds > limit && again < 2; again++) {
      seconds = Math.min(seconds, seconds(input));
    }
    if (seconds / limit > slowest) {
      slowest = seconds / limit;
      slowestSize = input.length;
    }
    if (seconds > limit) {
      throw new AssertionError("%d bytes took %.2f s".formatted(input.length, seconds));
    }
  }

  /** Of this thread's own work, since others share the machine. */
  private double seconds(byte[] input) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    target.accept(input);
    return (threads.getCurrentThreadCpuTime() - before) / 1e9;
  }

  String summary() {
    return "slowest input: %.0f ms per 100 KB begun, %d bytes"
        .formatted(slowest * 1000, slowestSize);
  }
}
