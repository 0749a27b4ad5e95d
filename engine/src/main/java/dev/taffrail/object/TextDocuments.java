package dev.taffrail.object;

import dev.taffrail.object.Manifest.ReadProblem;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The YAML or JSON documents that a text of an object holds, such as an entry of a ConfigMap.
 *
 * <p>Places are places of the file that the object stands in. They are exact where the text is
 * written as it is, as a block behind {@code |} or between double quotes on one line; otherwise all
 * of them are the place of the text.
 */
public final class TextDocuments {
  private TextDocuments() {}

  /**
   * @param source the file of the object
   */
  public static EmbeddedText read(SourceFile source, Node.Text text) {
    String written = source.text();
    if (text.start() < text.end() && written.charAt(text.start()) == '|') {
      int body = written.indexOf('\n', text.start()) + 1;
      return body == 0 || body > text.end()
          ? new EmbeddedText(List.of(), List.of())
          : EmbeddedText.yaml(source.span(body, text.end()));
    }
    var inner = SourceFile.of(source.name(), text.value());
    EmbeddedText read = EmbeddedText.yaml(inner.span(0, text.value().length()));
    int[] offsets = QuotedOffsets.of(written, text);
    IntUnaryOperator starts = at -> offsets.length == 0 ? text.start() : offsets[at];
    IntUnaryOperator ends = at -> offsets.length == 0 ? text.end() : offsets[at];
    var documents = new ArrayList<Node>();
    read.documents().forEach(document -> documents.add(MovedNodes.of(document, starts, ends)));
    var problems = new ArrayList<ReadProblem>();
    for (ReadProblem problem : read.problems()) {
      problems.add(
          new ReadProblem(
              source.span(
                  starts.applyAsInt(problem.span().start()), ends.applyAsInt(problem.span().end())),
              problem.message(),
              problem.help()));
    }
    return new EmbeddedText(documents, problems);
  }
}
