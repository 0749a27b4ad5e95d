package dev.taffrail.object;

import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reader made of a text: trees with every place, or the mistake with its words. */
final class Outcome {
  private Outcome() {}

  /** As the slower reader has it. */
  static String ofJsonTree(String text, ReadLimits limits) {
    var part = new DocumentParts.Part(0, text.length());
    var read = new ArrayList<Node>();
    try (var values = new JsonTree(SourceFile.of("a", text), part, limits)) {
      for (var value = values.next(); value.isPresent(); value = values.next()) {
        read.add(value.get());
      }
    } catch (UnreadableException mistake) {
      return shown(read) + shown(mistake);
    }
    return shown(read);
  }

  /** As the reader has it that manifests are read by. */
  static String ofJsonValues(String text, ReadLimits limits, KnownKeys.Table known) {
    var part = new DocumentParts.Part(0, text.length());
    var read = new ArrayList<Node>();
    var source = SourceFile.of("a", text);
    try (var values = new JsonValues(source, Units.of(text), part, limits, known)) {
      for (var value = values.next(); value.isPresent(); value = values.next()) {
        read.add(value.get());
      }
    } catch (UnreadableException mistake) {
      return shown(read) + shown(mistake);
    }
    return shown(read);
  }

  /** As the slower reader has it. */
  static String ofYamlTree(SourceFile source, DocumentParts.Part part, ReadLimits limits) {
    try {
      return shown(YamlTree.read(source, part, limits));
    } catch (UnreadableException mistake) {
      return shown(mistake);
    }
  }

  /** What is read directly, or empty if it is left to the slower reader. */
  static Optional<String> ofDirectYaml(
      Units units, DocumentParts.Part part, ReadLimits limits, KnownKeys.Table known) {
    try {
      return Optional.of(shown(DirectYaml.read(units, part, limits, known)));
    } catch (GaveUp left) {
      return Optional.empty();
    }
  }

  private static String shown(YamlTree.Document document) {
    return shown(document.root().stream().toList()) + "rest " + document.rest();
  }

  /** Whether all of a text is read without the slower reader. */
  static boolean isReadDirectly(String text, KnownKeys.Table known) {
    var part = new DocumentParts.Part(0, text.length());
    var direct = new DirectJson(Units.of(text), part, ReadLimits.DEFAULT, known);
    try {
      while (direct.next().isPresent()) {}
      return true;
    } catch (GaveUp left) {
      return false;
    }
  }

  static String shown(UnreadableException mistake) {
    return "%d..%d %s (%s)"
        .formatted(mistake.start(), mistake.end(), mistake.message(), mistake.help());
  }

  static String shown(List<Node> nodes) {
    var out = new StringBuilder();
    nodes.forEach(node -> show(node, out));
    return out.toString();
  }

  private static void show(Node node, StringBuilder out) {
    out.append(node.start()).append("..").append(node.end()).append(' ');
    switch (node) {
      case Node.Mapping mapping -> {
        out.append("{\n");
        for (int i = 0; i < mapping.size(); i++) {
          out.append(mapping.keyStart(i)).append(' ').append(mapping.key(i)).append(": ");
          show(mapping.value(i), out);
        }
        out.append("}\n");
      }
      case Node.Sequence list -> {
        out.append("[\n");
        list.elements().forEach(element -> show(element, out));
        out.append("]\n");
      }
      case Node.Text scalar -> out.append('"').append(scalar.value()).append("\"\n");
      case Node.Int scalar -> out.append(scalar.value()).append('\n');
      case Node.Fraction scalar -> out.append(scalar.value()).append(" decimal\n");
      case Node.Bool scalar -> out.append(scalar.value()).append('\n');
      case Node.Null scalar -> out.append("null\n");
    }
  }
}
