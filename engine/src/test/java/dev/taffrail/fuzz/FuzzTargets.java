package dev.taffrail.fuzz;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What is fuzzed, by the names that tools/fuzz knows, and the one class that the fuzzer calls.
 *
 * <p>Manifests are read, or their mistakes are named, and what is read can be judged.
 */
public final class FuzzTargets {
  static final Map<String, Consumer<byte[]>> ALL =
      new TreeMap<>(
          Map.of(
              "checker", CheckerTarget::read,
              "json", input -> Judgement.of("fuzz.json", input),
              "parser", ParserTarget::read,
              "tests", TestFileTarget::read,
              "yaml", input -> Judgement.of("fuzz.yaml", input)));

  private FuzzTargets() {}

  /** Called by the fuzzer at first. */
  public static void fuzzerInitialize() {
    Asked.INPUTS.warmUp();
  }

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    Asked.INPUTS.run(input);
  }

  /** Called by the fuzzer in the end. */
  public static void fuzzerTearDown() {
    Asked.INPUTS.tearDown();
  }

  /** The target that the property names; made when the fuzzer wants it. */
  private static final class Asked {
    static final FuzzInput INPUTS =
        new FuzzInput(
            Objects.requireNonNull(ALL.get(System.getProperty("taffrail.fuzz.target", ""))));
  }
}
