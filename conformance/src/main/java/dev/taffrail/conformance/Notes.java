package dev.taffrail.conformance;

import dev.taffrail.object.Node;
import dev.taffrail.object.ValueReader;
import dev.taffrail.object.ValueReader.Reading;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The reasons for all disagreements that are meant, from {@code stdlib/conformance-notes.yaml}. */
record Notes(List<Note> notes) {
  static final Notes NONE = new Notes(List.of());

  private static final Set<String> KEYS =
      new TreeSet<>(List.of("source", "check", "cases", "expect", "reason", "why"));

  Notes {
    notes = List.copyOf(notes);
  }

  /** The file is no list of notes; the message says where and why. */
  static final class BadNotesException extends Exception {
    private static final long serialVersionUID = 1;

    BadNotesException(String message) {
      super(message);
    }
  }

  static Notes of(SourceFile file) throws BadNotesException {
    return switch (ValueReader.read(file)) {
      case Reading.Unreadable mistake ->
          throw new BadNotesException(
              mistake.problem().span() + ": " + mistake.problem().message());
      case Reading.Value(Node.Null nothing) -> NONE;
      case Reading.Value(Node.Sequence list) -> {
        var notes = new ArrayList<Note>();
        for (Node element : list.elements()) {
          notes.add(note(element, file));
        }
        yield new Notes(notes);
      }
      case Reading.Value(Node other) ->
          throw bad("notes are a list, not " + other.what(), other, file);
    };
  }

  /** The first that explains a disagreement. */
  Optional<Note> about(Comparison comparison) {
    return comparison.result() == Comparison.Result.DISAGREE
        ? notes.stream().filter(note -> note.explains(comparison.expected())).findFirst()
        : Optional.empty();
  }

  /**
   * Those that explain no disagreement, though cases of their check were compared: the two agree by
   * now, or the note names other cases than it means.
   */
  List<Note> idle(List<Comparison> comparisons) {
    return notes.stream()
        .filter(note -> comparisons.stream().anyMatch(c -> note.isAbout(c.expected())))
        .filter(
            note -> comparisons.stream().noneMatch(c -> about(c).filter(note::equals).isPresent()))
        .toList();
  }

  private static Note note(Node node, SourceFile file) throws BadNotesException {
    if (!(node instanceof Node.Mapping fields)) {
      throw bad("a note is an object, not " + node.what(), node, file);
    }
    for (int i = 0; i < fields.size(); i++) {
      if (!KEYS.contains(fields.key(i))) {
        throw bad("`" + fields.key(i) + "` is not one of " + String.join(", ", KEYS), node, file);
      }
    }
    String reason = wanted("reason", fields, file);
    Optional<Case.Expectation> expectation =
        switch (fields.text("expect").orElse("")) {
          case "" -> Optional.empty();
          case "pass" -> Optional.of(Case.Expectation.PASS);
          case "fail" -> Optional.of(Case.Expectation.FAIL);
          default -> throw bad("`expect` is pass or fail", node, file);
        };
    return new Note(
        wanted("source", fields, file),
        wanted("check", fields, file),
        fields.text("cases"),
        expectation,
        Note.Reason.of(reason)
            .orElseThrow(
                () ->
                    bad(
                        "`"
                            + reason
                            + "` is no reason: peer is wrong, stricter on purpose, different scope",
                        node,
                        file)),
        wanted("why", fields, file).strip(),
        file.span(node.start(), node.start()).toString());
  }

  private static String wanted(String key, Node.Mapping fields, SourceFile file)
      throws BadNotesException {
    Optional<String> text = fields.text(key).filter(t -> !t.isBlank());
    if (text.isEmpty()) {
      throw bad("the note has no `" + key + "`", fields, file);
    }
    return text.get();
  }

  private static BadNotesException bad(String message, Node node, SourceFile file) {
    return new BadNotesException(file.span(node.start(), node.start()) + ": " + message);
  }
}
