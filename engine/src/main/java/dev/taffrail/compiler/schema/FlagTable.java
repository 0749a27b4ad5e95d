package dev.taffrail.compiler.schema;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The flags of a component, one line each:
 *
 * <pre>authorization-mode strings @1.31- unless authorization-config = AlwaysAllow</pre>
 *
 * <p>A flag without a default in its source has none here: policies then have to say what an unset
 * one means.
 */
final class FlagTable {
  private static final Pattern LINE =
      Pattern.compile(
          "(?<name>[a-z0-9-]+) (?<type>[a-z]+)(?: @(?<versions>\\S+))?"
              + "(?: unless (?<unless>[a-z0-9-]+))?(?: = (?<value>.*))?");

  private static final String SOURCE = "source ";

  private final String source;
  private final List<Flag> flags;

  private FlagTable(String source, List<Flag> flags) {
    this.source = source;
    this.flags = List.copyOf(flags);
  }

  /**
   * A flag.
   *
   * @param name without dashes in front, with dashes inside
   * @param versions the Kubernetes versions that have it; empty for all
   * @param unless the flag that takes its place, so that the default says nothing when it is set
   * @param value the default as it would be written
   */
  record Flag(
      String name,
      Type type,
      Optional<String> versions,
      Optional<String> unless,
      Optional<String> value) {

    /** {@code anonymousAuth}. */
    String field() {
      return Component.field(name);
    }

    boolean isIn(String version) {
      return versions.isEmpty() || VersionRange.includes(versions.get(), version);
    }
  }

  /** The table of a component, {@code kube-apiserver}. */
  static FlagTable of(String component) {
    String text = Resources.readAscii("flags/" + component + ".flags");
    var flags = new ArrayList<Flag>();
    String source = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith(SOURCE)) {
        source = line.substring(SOURCE.length());
      } else if (!line.isBlank()) {
        flags.add(flag(line));
      }
    }
    return new FlagTable(source, flags);
  }

  /** Where the facts come from. */
  String source() {
    return source;
  }

  List<Flag> flags() {
    return flags;
  }

  private static Flag flag(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalStateException("no flag: " + line);
    }
    return new Flag(
        parts.group("name"),
        type(parts.group("type")),
        Optional.ofNullable(parts.group("versions")),
        Optional.ofNullable(parts.group("unless")),
        Optional.ofNullable(parts.group("value")));
  }

  private static Type type(String word) {
    return switch (word) {
      case "bool" -> Scalar.BOOL;
      case "int" -> Scalar.INT;
      case "float" -> Scalar.DECIMAL;
      case "string" -> Scalar.STRING;
      case "duration" -> Scalar.DURATION;
      case "quantity" -> Scalar.QUANTITY;
      case "strings" -> new Type.ListOf(Scalar.STRING);
      case "map" -> new Type.MapOf(Scalar.STRING, Scalar.STRING);
      case "gates" -> new Type.MapOf(Scalar.STRING, Scalar.BOOL);
      default -> throw new IllegalStateException("unknown type of flag `" + word + "`");
    };
  }
}
