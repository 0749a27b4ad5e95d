package dev.taffrail.fuzz;

import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

  /** With the fuzzer's bookkeeping, which takes its time too. */
  private static final double KEPT_FROM = 0.8;

  private static final double HOPELESS = 20;
  private static final int MOST_KEPT = 20;
  private static final int WARM_RUNS = 6;

  private final Consumer<byte[]> target;
  private long runs;
  private double slowest;
  private byte[] slowestInput = {};
  private int kept;

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
   * slow, or the fuzzer's bookkeeping is, so it is kept to be measured again without.
   */
  private void measured(byte[] input) {
    double seconds = perLimit(input, 1);
    for (int again = 0; seconds > KEPT_FROM && again < 2; again++) {
      seconds = Math.min(seconds, perLimit(input, 1));
    }
    if (seconds > slowest) {
      slowest = seconds;
      slowestInput = input.clone();
    }
    if (seconds > KEPT_FROM && kept < MOST_KEPT) {
      keep("slow-" + kept++, input);
    }
    if (seconds > HOPELESS) {
      throw new AssertionError("%d bytes took %.2f s".formatted(input.length, seconds));
    }
  }

  /** The least time of some runs, for every 100 KB begun. */
  private double perLimit(byte[] input, int runs) {
    double least = Double.MAX_VALUE;
    for (int run = 0; run < runs; run++) {
      least = Math.min(least, seconds(input));
    }
    return least / Math.max(1, Math.ceil((double) input.length / FULL));
  }

  /** Of this thread's own work, since others share the machine. */
  private double seconds(byte[] input) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    target.accept(input);
    return (threads.getCurrentThreadCpuTime() - before) / 1e9;
  }

  /** Keeps the slowest input as well. */
  void tearDown() {
    keep("slow-est", slowestInput);
  }

  private static void keep(String name, byte[] input) {
    try {
      Files.write(Path.of(name), input);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Measures files without the fuzzer: the name of the target, then the files. */
  public static void main(String[] arguments) throws IOException {
    var inputs = new FuzzInput(FuzzTargets.ALL.get(arguments[0]));
    double slowest = 0;
    long size = 0;
    for (String file : List.of(arguments).subList(1, arguments.length)) {
      byte[] input = Files.readAllBytes(Path.of(file));
      double seconds = inputs.perLimit(input, WARM_RUNS);
      if (seconds > slowest) {
        slowest = seconds;
        size = input.length;
      }
    }
    System.out.printf("%.0f ms per 100 KB begun (%d bytes)%n", slowest * 1000, size);
    System.exit(slowest > MOST_SECONDS ? 1 : 0);
  }
}
