package dev.taffrail.fuzz;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What is fuzzed, by the names that tools/fuzz knows. */
final class FuzzTargets {
  static final Map<String, Consumer<byte[]>> ALL =
      new TreeMap<>(
          Map.of(
              "checker", CheckerTarget::read,
              "json", JsonTarget::read,
              "parser", ParserTarget::read,
              "tests", TestFileTarget::read,
              "yaml", YamlTarget::read));

  private FuzzTargets() {}
}
