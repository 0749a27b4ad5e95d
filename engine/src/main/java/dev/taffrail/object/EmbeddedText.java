package dev.taffrail.object;

import dev.taffrail.object.Manifest.ReadProblem;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads YAML or JSON that stands inside another file, such as a literal of a policy; places are
 * places of that file.
 *
 * @param documents values in the order written; documents without a value are left out
 * @param problems what could not be read
 */
public record EmbeddedText(List<Node> documents, List<ReadProblem> problems) {
  public EmbeddedText {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }

  /** YAML documents; the whole text may be indented. */
  public static EmbeddedText yaml(Span body) {
    return yaml(body, ReadLimits.DEFAULT);
  }

  /** YAML documents, as far as they keep to limits of their own. */
  public static EmbeddedText yaml(Span body, ReadLimits limits) {
    var documents = new ArrayList<Node>();
    var problems = new ArrayList<ReadProblem>();
    for (DocumentParts.Part part : parts(body)) {
      try {
        var read = YamlTree.read(body.source(), part, limits);
        read.root().filter(node -> !(node instanceof Node.Null)).ifPresent(documents::add);
        if (read.rest() < part.end()) {
          problems.add(
              new ReadProblem(
                  firstLine(body.source(), read.rest(), part.end()),
                  "nothing can stand behind the end of a document",
                  "write `---` on a line of its own, indented like the first line"));
        }
      } catch (UnreadableException mistake) {
        problems.add(problem(body.source(), mistake));
      }
    }
    return new EmbeddedText(documents, problems);
  }

  /** JSON values, one after the other. */
  public static EmbeddedText json(Span body) {
    return json(body, ReadLimits.DEFAULT);
  }

  /** JSON values, as far as they keep to limits of their own. */
  public static EmbeddedText json(Span body, ReadLimits limits) {
    var documents = new ArrayList<Node>();
    var problems = new ArrayList<ReadProblem>();
    var whole = new DocumentParts.Part(body.start(), body.end());
    try (var values = new JsonTree(body.source(), whole, limits)) {
      for (Optional<Node> value = values.next(); value.isPresent(); value = values.next()) {
        documents.add(value.get());
      }
    } catch (UnreadableException mistake) {
      problems.add(problem(body.source(), mistake));
    }
    return new EmbeddedText(documents, problems);
  }

  /** A table, whose first line names the columns: one list of objects of texts. */
  public static EmbeddedText csv(SourceFile source) {
    return CsvText.read(source);
  }

  /**
   * The object a document is, if it says what it is.
   *
   * @param index which document of the text it is
   */
  public static Optional<KubernetesObject> object(SourceFile source, Node document, int index) {
    if (document instanceof Node.Mapping root
        && ObjectIdentity.of(root) instanceof ObjectIdentity.Known known) {
      return Optional.of(KubernetesObject.of(source, root, known.kind(), index));
    }
    return Optional.empty();
  }

  /** Values in an object's metadata for which kubectl refuses to read it. */
  public static List<ReadProblem> metadataProblems(KubernetesObject object) {
    return MetadataCheck.problems(object.source(), object.root());
  }

  private static ReadProblem problem(SourceFile source, UnreadableException mistake) {
    return new ReadProblem(
        source.span(mistake.start(), mistake.end()), mistake.message(), mistake.help());
  }

  /** Cut at separators that are indented like the first line; deeper ones belong to a text. */
  private static List<DocumentParts.Part> parts(Span body) {
    String text = body.source().text();
    var parts = new ArrayList<DocumentParts.Part>();
    int partStart = body.start();
    int indentation = -1;
    for (int line = body.start(); line < body.end(); ) {
      int end = text.indexOf('\n', line);
      int next = end < 0 || end >= body.end() ? body.end() : end + 1;
      String written = text.substring(line, next);
      int blanks = written.length() - written.stripLeading().length();
      if (indentation < 0 && !written.isBlank()) {
        indentation = blanks;
      }
      if (blanks == indentation && written.strip().equals("---")) {
        parts.add(new DocumentParts.Part(partStart, line));
        partStart = next;
      }
      line = next;
    }
    parts.add(new DocumentParts.Part(partStart, body.end()));
    return parts;
  }

  private static Span firstLine(SourceFile source, int start, int end) {
    int lineEnd = source.text().indexOf('\n', start);
    return source.span(start, lineEnd < 0 || lineEnd > end ? end : lineEnd);
  }
}
