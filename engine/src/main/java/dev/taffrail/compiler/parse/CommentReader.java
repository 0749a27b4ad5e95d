package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.parse.SyntaxNode.Comment;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands between two tokens: white space and comments. */
final class CommentReader {
  private final String gap;
  private final List<Comment> sameLine = new ArrayList<>();
  private final List<Comment> ownLines = new ArrayList<>();
  private int at;
  private int newlines;
  private boolean seenNewline;

  private CommentReader(String gap, boolean atStart) {
    this.gap = gap;
    this.seenNewline = atStart;
  }

  /**
   * What was found.
   *
   * @param sameLine comments behind the token before, on its line
   * @param ownLines the others
   * @param blankAfter an empty line stands between the last comment, or the token before, and the
   *     token behind
   * @param newline the token behind is on another line
   */
  record Gap(List<Comment> sameLine, List<Comment> ownLines, boolean blankAfter, boolean newline) {}

  /**
   * @param atStart nothing stands before the gap
   */
  static Gap read(String gap, boolean atStart) {
    var reader = new CommentReader(gap, atStart);
    reader.readAll();
    return new Gap(reader.sameLine, reader.ownLines, reader.newlines > 1, reader.seenNewline);
  }

  private void readAll() {
    while (at < gap.length()) {
      if (gap.startsWith("//", at)) {
        take(lineEnd(), true);
      } else if (gap.startsWith("/*", at)) {
        take(gap.indexOf("*/", at + 2) + 2, false);
      } else {
        space();
      }
    }
  }

  private void space() {
    char c = gap.charAt(at++);
    boolean paired = c == '\r' && at < gap.length() && gap.charAt(at) == '\n';
    if (c == '\n' || c == '\r' && !paired) {
      newlines++;
      seenNewline = true;
    }
  }

  private int lineEnd() {
    int end = at;
    while (end < gap.length() && gap.charAt(end) != '\n' && gap.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Documentation belongs to what follows, so it never counts as behind a token. */
  private void take(int end, boolean toLineEnd) {
    String text = gap.substring(at, end).stripTrailing();
    boolean documentation = text.startsWith("///") && !text.startsWith("////");
    var list = seenNewline || documentation || !ownLines.isEmpty() ? ownLines : sameLine;
    list.add(new Comment(text, toLineEnd, newlines > 1));
    newlines = 0;
    at = end;
  }
}
