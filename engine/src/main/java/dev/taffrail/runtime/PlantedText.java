package dev.taffrail.runtime;

import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.object.ValueReader;
import dev.taffrail.object.ValueReader.Reading;
import dev.taffrail.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a text shows what a Secret holds.
 *
 * <p>The second line: the compiler refuses messages that print a secret where it knows that one is
 * read, and a policy about objects of any kind does not say so.
 */
final class PlantedText {
  /** Shorter values are in every text by chance. */
  private static final int SHORTEST = 4;

  private static final List<String> FIELDS = List.of("data", "stringData");
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private PlantedText() {}

  static boolean isIn(String text, KubernetesObject secret) {
    var values = new HashSet<String>();
    FIELDS.forEach(field -> secret.root().find(field).ifPresent(node -> leaves(node, values)));
    lastApplied(secret)
        .ifPresent(
            copy -> {
              values.add(copy);
              if (ValueReader.read(SourceFile.of("", copy)) instanceof Reading.Value read
                  && read.node() instanceof Node.Mapping object) {
                FIELDS.forEach(f -> object.find(f).ifPresent(node -> leaves(node, values)));
              }
            });
    return values.stream().anyMatch(v -> v.length() >= SHORTEST && text.contains(v));
  }

  private static Optional<String> lastApplied(KubernetesObject secret) {
    return secret
        .root()
        .mapping("metadata")
        .flatMap(metadata -> metadata.mapping("annotations"))
        .flatMap(annotations -> annotations.text(LAST_APPLIED));
  }

  private static void leaves(Node node, Set<String> values) {
    switch (node) {
      case Node.Text text -> {
        values.add(text.value());
        decoded(text.value()).ifPresent(values::add);
      }
      case Node.Int number -> values.add(Long.toString(number.value()));
      case Node.Fraction number -> values.add(number.value().toPlainString());
      case Node.Sequence list -> list.elements().forEach(element -> leaves(element, values));
      case Node.Mapping mapping -> {
        for (int i = 0; i < mapping.size(); i++) {
          leaves(mapping.value(i), values);
        }
      }
      case Node.Bool bool -> {}
      case Node.Null nothing -> {}
    }
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
