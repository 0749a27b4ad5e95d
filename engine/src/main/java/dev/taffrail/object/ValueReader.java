package dev.taffrail.object;

import dev.taffrail.object.Manifest.ReadProblem;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;

/**
 * Reads a text that is one YAML or JSON value rather than a manifest, such as the value of a
 * parameter.
 */
public final class ValueReader {
  private ValueReader() {}

  /** What became of a text. */
  public sealed interface Reading {
    /** Its value; null for a text without one. */
    record Value(Node node) implements Reading {}

    /** Why it is none. */
    record Unreadable(ReadProblem problem) implements Reading {}
  }

  /** Reads the whole text; scalars mean what they mean in a manifest. */
  public static Reading read(SourceFile source) {
    String text = source.text();
    var whole = new DocumentParts.Part(0, text.length());
    try {
      var document = YamlTree.read(source, whole, ReadLimits.DEFAULT);
      if (document.rest() < text.length()) {
        return unreadable(
            source.span(document.rest(), text.length()),
            "more than one value",
            "give one value only");
      }
      return new Reading.Value(document.root().orElse(new Node.Null(0, 0)));
    } catch (UnreadableException mistake) {
      return unreadable(
          source.span(mistake.start(), mistake.end()), mistake.message(), mistake.help());
    }
  }

  private static Reading unreadable(Span span, String message, String help) {
    return new Reading.Unreadable(new ReadProblem(span, message, help));
  }
}
