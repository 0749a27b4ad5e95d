package dev.taffrail.object;

import dev.taffrail.object.Manifest.ReadProblem;
import dev.taffrail.object.Manifest.Skipped;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One run over one file: its parts, one after the other, into one manifest. */
final class ManifestReading {
  private final SourceFile source;
  private final String text;
  private final ReadLimits limits;
  private final Optional<ManifestReader.Keeping> keeping;
  private final Units units;
  private final KnownKeys.Table known;
  private final List<KubernetesObject> objects = new ArrayList<>();
  private final List<ReadProblem> problems = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();

  /** How many documents have started, kubectl's empty ones included. */
  private int documents;

  ManifestReading(
      SourceFile source,
      Units units,
      ReadLimits limits,
      Optional<ManifestReader.Keeping> keeping,
      KnownKeys.Table known) {
    this.source = source;
    this.units = units;
    this.keeping = keeping;
    this.known = known;
    this.text = source.text();
    this.limits = limits;
  }

  /** Notes bytes that stand for no character; the text has U+FFFD in their place. */
  void brokenText(DecodedText.Broken broken) {
    if (UnparsedText.looksLikeObject(text)) {
      problems.add(
          new ReadProblem(
              source.span(broken.offset(), Math.min(broken.offset() + 1, text.length())),
              "byte " + broken.index() + " is not valid " + broken.charset().name(),
              "save the file as UTF-8; kubectl replaces such bytes by `\uFFFD`"));
    }
  }

  Manifest run() {
    DocumentParts parts = DocumentParts.of(text, limits.documents());
    boolean json = startsWithBrace(0, text.length());
    for (DocumentParts.Part part : parts.parts()) {
      if (!hasRoom(part.start())) {
        break;
      }
      if (json && startsWithBrace(part.start(), part.end())) {
        readJson(part);
      } else {
        readYaml(part);
      }
    }
    parts.unreadable().forEach(this::noSeparator);
    problems.sort(Comparator.comparingInt(problem -> problem.span().start()));
    skipped.sort(Comparator.comparingInt(note -> note.span().start()));
    return keeping.isPresent() && objects.stream().allMatch(o -> o.admission().isEmpty())
        ? new Manifest(
            problems.isEmpty() ? source.excerpt(new int[0]) : source,
            KeptLines.of(objects),
            problems,
            skipped)
        : new Manifest(source, objects, problems, skipped);
  }

  private boolean hasRoom(int at) {
    if (documents < limits.documents()) {
      return true;
    }
    problems.add(
        new ReadProblem(
            source.span(at, at),
            "more than " + limits.documents() + " documents in one file",
            "split the file; what stands behind this place was not read"));
    return false;
  }

  private boolean startsWithBrace(int from, int to) {
    int i = from;
    while (i < to && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i < to && text.charAt(i) == '{';
  }

  private void noSeparator(DocumentParts.Part line) {
    Span span = source.span(line.start(), line.end());
    if (UnparsedText.looksLikeTemplate(span.text(), 0)) {
      skipped.add(new Skipped(span, SkipReason.HELM_TEMPLATE.text()));
    } else {
      problems.add(
          new ReadProblem(
              span,
              "a line that starts with `---` separates documents and can hold a comment only",
              "write `---` on a line of its own"));
    }
  }

  private void readJson(DocumentParts.Part part) {
    try (var values = new JsonValues(source, units, part, limits, known)) {
      for (Optional<Node> value = values.next(); value.isPresent(); value = values.next()) {
        if (!hasRoom(value.get().start())) {
          return;
        }
        document(value.get(), documents++);
      }
    } catch (UnreadableException mistake) {
      documents++;
      unreadable(part, mistake);
    }
  }

  private void readYaml(DocumentParts.Part part) {
    try {
      YamlTree.Document read = yaml(part);
      // comments before the first separator are no document
      int document =
          read.root().isPresent() || part.start() > 0 || text.startsWith("---") ? documents++ : 0;
      read.root().ifPresent(root -> document(root, document));
      if (read.rest() < part.end()) {
        skipped.add(
            new Skipped(line(read.rest(), part.end()), SkipReason.BEHIND_DOCUMENT_END.text()));
      }
    } catch (UnreadableException mistake) {
      documents++;
      unreadable(part, mistake);
    }
  }

  private YamlTree.Document yaml(DocumentParts.Part part) throws UnreadableException {
    try {
      return DirectYaml.read(units, part, limits, known);
    } catch (GaveUp left) {
      return YamlTree.read(source, part, limits);
    }
  }

  private void unreadable(DocumentParts.Part part, UnreadableException mistake) {
    String unparsed = text.substring(part.start(), part.end());
    int at = Math.clamp(mistake.start() - part.start(), 0, unparsed.length());
    if (UnparsedText.looksLikeTemplate(unparsed, at)) {
      skipped.add(new Skipped(firstLine(part), SkipReason.HELM_TEMPLATE.text()));
    } else if (unparsed.startsWith("%") || UnparsedText.looksLikeObject(unparsed)) {
      // a directive stands in a part of its own, before the object it is meant for
      problems.add(
          new ReadProblem(
              source.span(mistake.start(), mistake.end()), mistake.message(), mistake.help()));
    } else {
      skipped.add(new Skipped(firstLine(part), SkipReason.NOT_YAML.text()));
    }
  }

  private void document(Node root, int document) {
    if (root instanceof Node.Mapping mapping) {
      mapping(mapping, document);
    } else if (!(root instanceof Node.Null)) {
      skip(root, SkipReason.NOT_AN_OBJECT);
    }
  }

  private void mapping(Node.Mapping root, int document) {
    switch (ObjectIdentity.of(root)) {
      case ObjectIdentity.Other other -> skip(root, ForeignForms.of(root));
      case ObjectIdentity.Wrong wrong ->
          problems.add(new ReadProblem(field(root, wrong.field()), wrong.message(), wrong.help()));
      case ObjectIdentity.WithoutVersion partial -> {
        if (object(root, partial.kind(), document)) {
          problems.add(
              new ReadProblem(field(root, Optional.empty()), partial.message(), partial.help()));
        }
      }
      case ObjectIdentity.Known known -> {
        Optional<SkipReason> foreign = ForeignForms.ofKind(known.kind(), root);
        if (foreign.isPresent()) {
          skip(root, foreign.get());
        } else if (AdmissionReviews.isReview(known.kind())) {
          review(root, document);
        } else {
          object(root, known.kind(), document);
        }
      }
    }
  }

  private void review(Node.Mapping root, int document) {
    switch (AdmissionReviews.read(source, root, document)) {
      case AdmissionReviews.Reading.Asked asked -> {
        objects.add(asked.object());
        problems.addAll(asked.problems());
      }
      case AdmissionReviews.Reading.Wrong wrong -> problems.addAll(wrong.problems());
      case AdmissionReviews.Reading.Answer answer -> skip(root, SkipReason.ADMISSION_RESPONSE);
    }
  }

  /** Whether kubectl takes it. */
  private boolean object(Node.Mapping root, GroupVersionKind kind, int document) {
    List<ReadProblem> metadata = MetadataCheck.problems(source, root);
    problems.addAll(metadata);
    if (metadata.isEmpty()) {
      ListItems items = ListItems.of(source, root, kind, document);
      items.objects().forEach(this::keep);
      problems.addAll(items.problems());
    }
    return metadata.isEmpty();
  }

  private void keep(KubernetesObject object) {
    keeping.map(part -> part.of(object)).orElse(Optional.of(object)).ifPresent(objects::add);
  }

  private Span field(Node.Mapping root, Optional<String> field) {
    FieldPath path = field.map(FieldPath.ROOT::key).orElse(FieldPath.ROOT);
    return NodeLocator.locate(source, root, path).span();
  }

  private void skip(Node root, SkipReason reason) {
    skipped.add(new Skipped(line(root.start(), root.end()), reason.text()));
  }

  private Span firstLine(DocumentParts.Part part) {
    int start = part.start();
    while (start < part.end() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return line(start, part.end());
  }

  private Span line(int start, int end) {
    int cut = start;
    while (cut < end && text.charAt(cut) != '\n' && text.charAt(cut) != '\r') {
      cut++;
    }
    return source.span(start, cut);
  }
}
