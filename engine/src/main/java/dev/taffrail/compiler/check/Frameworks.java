package dev.taffrail.compiler.check;

import dev.taffrail.finding.Framework;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The numbers that exist in each framework, so that a control that does not exist is a mistake. */
final class Frameworks {
  /** Of the others any text is accepted: what is listed of them is only what policies name. */
  private static final List<String> LISTED = List.of("cis", "owasp", "pss");

  private static final Map<String, String> TITLES =
      Map.of(
          "cis", "CIS Kubernetes 1.12",
          "owasp", "the OWASP Kubernetes Top Ten",
          "pss", "the Pod Security Standards");

  private final Map<String, Set<String>> numbers = new HashMap<>();

  List<String> names() {
    return Framework.names();
  }

  String title(String framework) {
    return TITLES.getOrDefault(framework, framework);
  }

  /** The numbers of a framework; empty if any text is accepted. */
  Optional<Set<String>> numbers(String framework) {
    return LISTED.contains(framework)
        ? Optional.of(
            numbers.computeIfAbsent(
                framework, name -> Framework.find(name).orElseThrow().controls().keySet()))
        : Optional.empty();
  }
}
