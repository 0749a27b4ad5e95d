package dev.taffrail.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A framework whose numbers policies name, with all its controls.
 *
 * <p>The file of a framework begins with its title. A line is a number and a title; where controls
 * have no numbers but names, the name is both.
 *
 * @param name as policies name it, {@code cis}
 * @param controls titles by number, in the order of the framework
 */
public record Framework(String name, String title, Map<String, String> controls) {
  private static final List<String> NAMES = List.of("cis", "mitre", "nsa", "owasp", "pss");

  /** Its controls are known by their names. */
  private static final String WITHOUT_NUMBERS = "nsa";

  public Framework {
    controls = Collections.unmodifiableMap(new LinkedHashMap<>(controls));
  }

  /** The names of all frameworks, sorted. */
  public static List<String> names() {
    return NAMES;
  }

  public static Optional<Framework> find(String name) {
    return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
  }

  private static Framework read(String name) {
    List<String> lines = lines("frameworks/" + name + ".txt");
    var controls = new LinkedHashMap<String, String>();
    for (String line : lines) {
      if (!line.startsWith("#") && !line.isBlank()) {
        int blank = line.indexOf(' ');
        boolean numbered = !name.equals(WITHOUT_NUMBERS) && blank >= 0;
        controls.put(
            numbered ? line.substring(0, blank) : line,
            numbered ? line.substring(blank + 1) : line);
      }
    }
    return new Framework(name, lines.getFirst().substring(2), controls);
  }

  private static List<String> lines(String resource) {
    try (InputStream in = Framework.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
