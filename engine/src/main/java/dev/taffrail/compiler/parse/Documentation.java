package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.DocLine;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * The {@code ///} lines of a file, each until the declaration behind it takes it.
 *
 * <p>They are no part of the grammar: what nobody takes stood where it documents nothing, and is
 * told so in a message that a rule of the grammar could not give.
 */
final class Documentation {
  private final SourceFile source;

  /** Groups of lines by the offset of the token behind them. */
  private final TreeMap<Integer, List<DocLine>> waiting = new TreeMap<>();

  private final List<Span> trailing = new ArrayList<>();

  Documentation(SourceFile source) {
    this.source = source;
  }

  void add(List<DocLine> lines, int offsetBehind) {
    waiting.computeIfAbsent(offsetBehind, offset -> new ArrayList<>()).addAll(lines);
  }

  /** A line that follows code on the same line. */
  void addTrailing(Span line) {
    trailing.add(line);
  }

  /** The lines in front of something that can be documented. */
  List<DocLine> take(ParserRuleContext documented) {
    var lines = waiting.remove(documented.getStart().getStartIndex());
    return lines == null ? List.of() : List.copyOf(lines);
  }

  /** Forgets the lines in a place that could not be read. */
  void forget(Span unreadable) {
    waiting.subMap(unreadable.start(), true, unreadable.end(), false).clear();
  }

  void reportLeftOver(DiagnosticSink sink) {
    for (Span line : trailing) {
      sink.report(
          Diagnostic.of(DiagnosticCode.E0001, line, "`///` must stand on a line of its own")
              .label("documents nothing here")
              .help("Put it above what it documents, or write `//` for a comment."));
    }
    for (Map.Entry<Integer, List<DocLine>> group : waiting.entrySet()) {
      var lines = group.getValue();
      var marks = lines.getFirst().span();
      sink.report(
          Diagnostic.of(
                  DiagnosticCode.E0001,
                  source.span(marks.start(), marks.start() + 3),
                  "`///` documents declarations, and none follows")
              .label(
                  lines.size() == 1
                      ? "nothing to document here"
                      : "nothing to document here, in " + lines.size() + " lines")
              .help("Write `//` for a comment."));
    }
  }
}
