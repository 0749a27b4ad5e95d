package dev.taffrail.conformance;

import dev.taffrail.finding.Finding;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The containers that a constraint of Gatekeeper does not look at, by their image: {@code name} or
 * {@code beginning*}. That is a waiver in our terms, which is not the policy's concern.
 */
record ExemptImages(List<String> patterns) {
  ExemptImages {
    patterns = List.copyOf(patterns);
  }

  static ExemptImages of(Case.Fields fields) {
    var patterns = new ArrayList<String>();
    fields
        .find("params.exemptImages")
        .ifPresent(list -> list.forEach(p -> patterns.add(p.asText())));
    return new ExemptImages(patterns);
  }

  /** Whether a finding is about a container with such an image. */
  boolean covers(Manifest manifest, Finding finding) {
    return !patterns.isEmpty()
        && finding.span().source().equals(manifest.source())
        && manifest.objects().stream().anyMatch(o -> lies(o.root(), finding.span().start()));
  }

  private boolean lies(Node node, int place) {
    if (place < node.start() || node.end() < place) {
      return false;
    }
    return switch (node) {
      case Node.Mapping mapping -> isExempt(mapping) || liesBelow(mapping, place);
      case Node.Sequence list -> list.elements().stream().anyMatch(e -> lies(e, place));
      case Node.Text text -> false;
      case Node.Bool bool -> false;
      case Node.Int number -> false;
      case Node.Fraction number -> false;
      case Node.Null nothing -> false;
    };
  }

  private boolean liesBelow(Node.Mapping mapping, int place) {
    for (int i = 0; i < mapping.size(); i++) {
      if (lies(mapping.value(i), place)) {
        return true;
      }
    }
    return false;
  }

  private boolean isExempt(Node.Mapping container) {
    return container.text("name").isPresent()
        && container
            .text("image")
            .filter(image -> patterns.stream().anyMatch(p -> fits(p, image)))
            .isPresent();
  }

  private static boolean fits(String pattern, String image) {
    return pattern.endsWith("*")
        ? image.startsWith(pattern.substring(0, pattern.length() - 1))
        : image.equals(pattern);
  }
}
