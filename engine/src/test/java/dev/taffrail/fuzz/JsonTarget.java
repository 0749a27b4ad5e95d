package dev.taffrail.fuzz;

/**
 * Any bytes are read as JSON documents, or their mistakes are named; what is read can be judged.
 */
public final class JsonTarget {
  private static final FuzzInput INPUTS = new FuzzInput(JsonTarget::read);

  private JsonTarget() {}

  /** Called by the fuzzer at first. */
  public static void fuzzerInitialize() {
    INPUTS.warmUp();
  }

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    INPUTS.run(input);
  }

  /** Called by the fuzzer in the end. */
  public static void fuzzerTearDown() {
    INPUTS.tearDown();
  }

  static void read(byte[] input) {
    Judgement.of("fuzz.json", input);
  }
}
