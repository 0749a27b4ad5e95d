package dev.taffrail.compiler.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The numbers that exist in each framework, so that a control that does not exist is a mistake. */
final class Frameworks {
  private static final List<String> LISTED = List.of("cis", "owasp", "pss");

  /** Frameworks whose numbers are not listed; any text is accepted. */
  private static final List<String> FREE = List.of("mitre", "nsa");

  private static final Map<String, String> TITLES =
      Map.of(
          "cis", "CIS Kubernetes 1.12",
          "owasp", "the OWASP Kubernetes Top Ten",
          "pss", "the Pod Security Standards");

  private final Map<String, Set<String>> numbers = new LinkedHashMap<>();

  List<String> names() {
    return java.util.stream.Stream.concat(LISTED.stream(), FREE.stream()).sorted().toList();
  }

  String title(String framework) {
    return TITLES.getOrDefault(framework, framework);
  }

  /** The numbers of a framework; empty if any text is accepted. */
  Optional<Set<String>> numbers(String framework) {
    return LISTED.contains(framework)
        ? Optional.of(numbers.computeIfAbsent(framework, Frameworks::read))
        : Optional.empty();
  }

  private static Set<String> read(String framework) {
    try (InputStream in =
        Frameworks.class.getResourceAsStream("frameworks/" + framework + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("no list of controls for " + framework);
      }
      var found = new LinkedHashSet<String>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .forEach(found::add);
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
