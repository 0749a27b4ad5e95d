package dev.taffrail.compiler.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one line of a definition: name, type, and what else is known, for example
 *
 * <pre>ports [.ContainerPort] list=map keys=containerPort,protocol
 * protocol string default="TCP" enum=SCTP|TCP|UDP</pre>
 */
final class FieldLine {
  private static final String ENUM = " enum=";
  private static final String REQUIRED = " required";

  private static final Map<String, RawType.Scalar> SCALARS =
      Map.ofEntries(
          Map.entry("string", RawType.Scalar.STRING),
          Map.entry("int32", RawType.Scalar.INT),
          Map.entry("int64", RawType.Scalar.INT),
          Map.entry("bool", RawType.Scalar.BOOL),
          Map.entry("number", RawType.Scalar.NUMBER),
          Map.entry("quantity", RawType.Scalar.QUANTITY),
          Map.entry("intOrString", RawType.Scalar.INT_OR_STRING),
          Map.entry("bytes", RawType.Scalar.BYTES),
          Map.entry("timestamp", RawType.Scalar.TIMESTAMP),
          Map.entry("duration", RawType.Scalar.DURATION),
          Map.entry("json", RawType.Scalar.JSON));

  private FieldLine() {}

  /**
   * @param packageName the package of the definition, for references to its neighbours
   * @return the field, if it exists in the version
   */
  static Optional<RawField> read(String line, String packageName, String version) {
    int afterName = line.indexOf(' ');
    int afterType = endOfWord(line, afterName + 1);
    String name = line.substring(0, afterName);
    RawType type = type(line.substring(afterName + 1, afterType), packageName);
    if (afterType == line.length()) {
      return Optional.of(RawField.plain(name, type));
    }
    int enumStart = line.indexOf(ENUM, afterType);
    String rest = line.substring(afterType, enumStart < 0 ? line.length() : enumStart);
    Optional<String> range = word(rest, " @");
    if (range.isPresent() && !VersionRange.includes(range.get(), version)) {
      return Optional.empty();
    }
    return Optional.of(
        new RawField(
            name,
            type,
            rest.contains(REQUIRED),
            enumStart < 0
                ? List.of()
                : List.of(line.substring(enumStart + ENUM.length()).split("\\|", -1)),
            word(rest, " default="),
            word(rest, " list="),
            word(rest, " keys=").map(keys -> List.of(keys.split(","))).orElse(List.of()),
            word(rest, " merge="),
            word(rest, " patch=")));
  }

  /** What follows the start in the word that begins with it. */
  private static Optional<String> word(String rest, String start) {
    int found = rest.indexOf(start);
    if (found < 0) {
      return Optional.empty();
    }
    int valueStart = found + start.length();
    return Optional.of(rest.substring(valueStart, endOfWord(rest, valueStart)));
  }

  private static int endOfWord(String line, int start) {
    int space = line.indexOf(' ', start);
    return space < 0 ? line.length() : space;
  }

  private static RawType type(String word, String packageName) {
    char first = word.charAt(0);
    if (first == '[') {
      return new RawType.ListOf(type(word.substring(1, word.length() - 1), packageName));
    }
    if (first == '{') {
      return new RawType.MapOf(type(word.substring(1, word.length() - 1), packageName));
    }
    if (first == '.') {
      return new RawType.Ref(packageName + word);
    }
    RawType.Scalar scalar = SCALARS.get(word);
    return scalar == null ? new RawType.Ref(word) : scalar;
  }
}
