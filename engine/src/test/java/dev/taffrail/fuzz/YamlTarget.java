package dev.taffrail.fuzz;

/**
 * Any bytes are read as YAML documents, or their mistakes are named; what is read can be judged.
 */
public final class YamlTarget {
  private static final FuzzInput INPUTS = new FuzzInput(YamlTarget::read);

  private YamlTarget() {}

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
    Judgement.of("fuzz.yaml", input);
  }
}
