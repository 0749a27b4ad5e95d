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
    int enumStart = line.indexOf(ENUM);
    String[] words = (enumStart < 0 ? line : line.substring(0, enumStart)).split(" ");
    boolean required = false;
    Optional<String> defaultJson = Optional.empty();
    Optional<String> listType = Optional.empty();
    List<String> listMapKeys = List.of();
    Optional<String> mergeKey = Optional.empty();
    Optional<String> patchStrategy = Optional.empty();
    for (String word : List.of(words).subList(2, words.length)) {
      String value = word.substring(word.indexOf('=') + 1);
      switch (word.substring(0, word.length() - value.length())) {
        case "default=" -> defaultJson = Optional.of(value);
        case "list=" -> listType = Optional.of(value);
        case "keys=" -> listMapKeys = List.of(value.split(","));
        case "merge=" -> mergeKey = Optional.of(value);
        case "patch=" -> patchStrategy = Optional.of(value);
        default -> {
          if (word.equals("required")) {
            required = true;
          } else if (!word.startsWith("@")) {
            throw new IllegalStateException("unknown word `" + word + "` in `" + line + "`");
          } else if (!VersionRange.includes(word.substring(1), version)) {
            return Optional.empty();
          }
        }
      }
    }
    List<String> enumValues =
        enumStart < 0
            ? List.of()
            : List.of(line.substring(enumStart + ENUM.length()).split("\\|", -1));
    return Optional.of(
        new RawField(
            words[0],
            type(words[1], packageName),
            required,
            enumValues,
            defaultJson,
            listType,
            listMapKeys,
            mergeKey,
            patchStrategy));
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
