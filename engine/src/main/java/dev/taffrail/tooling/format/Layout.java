package dev.taffrail.tooling.format;

import dev.taffrail.compiler.parse.SyntaxNode.Comment;
import dev.taffrail.compiler.parse.SyntaxNode.Leaf;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Lays a document out in lines of at most a hundred characters.
 *
 * <p>Spaces and line ends wait until the next token, so that no line ends in white space and a
 * comment to the end of a line always ends it, whatever was planned behind it.
 */
final class Layout {
  static final int WIDTH = 100;
  static final int INDENT = 2;

  private record Piece(int indent, boolean flat, Doc doc) {}

  private final StringBuilder out = new StringBuilder();
  private final Deque<Piece> rest = new ArrayDeque<>();
  private int column;
  private boolean space;
  private boolean newline;
  private boolean blank;
  private boolean behindOpener = true;
  private int indent;

  static String print(Doc doc) {
    String text = laidOut(doc, false);
    return text.isEmpty() ? "" : text + "\n";
  }

  /** On one line, however long, unless something in it must end its line. */
  static String flat(Doc doc) {
    return laidOut(doc, true);
  }

  private static String laidOut(Doc doc, boolean flat) {
    var layout = new Layout();
    layout.rest.push(new Piece(0, flat, doc));
    while (!layout.rest.isEmpty()) {
      layout.next(layout.rest.pop());
    }
    return layout.out.toString();
  }

  private void next(Piece piece) {
    switch (piece.doc()) {
      case Doc.Token token -> token(token.leaf(), piece.indent());
      case Doc.Comments comments -> ownLines(comments.comments(), piece.indent());
      case Doc.Space ignored -> space = true;
      case Doc.Line line -> line(line, piece);
      case Doc.Nest nest ->
          rest.push(new Piece(piece.indent() + nest.by(), piece.flat(), nest.inner()));
      case Doc.Group group -> {
        var flat = new Piece(piece.indent(), true, group.inner());
        boolean fits = piece.flat() || !group.broken() && fits(flat);
        rest.push(fits ? flat : new Piece(piece.indent(), false, group.inner()));
      }
      case Doc.Concat concat -> push(concat.parts(), piece, rest);
    }
  }

  private static void push(List<Doc> parts, Piece piece, Deque<Piece> stack) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      stack.push(new Piece(piece.indent(), piece.flat(), parts.get(i)));
    }
  }

  private void line(Doc.Line line, Piece piece) {
    if (line.hard() || !piece.flat()) {
      endLine(piece.indent());
      blank |= line.blank();
    } else if (newline) {
      indent = piece.indent();
    } else {
      space |= line.flat();
    }
  }

  private void endLine(int indentOfNext) {
    newline = true;
    indent = indentOfNext;
  }

  private void token(Leaf leaf, int indentHere) {
    ownLines(leaf.leading(), indentHere);
    blank |= newline && leaf.blankBefore();
    if (!leaf.text().isEmpty()) {
      write(leaf.text());
      behindOpener = List.of("{", "[", "(").contains(leaf.text());
    }
    for (Comment comment : leaf.trailing()) {
      space = true;
      write(comment.text());
      behindOpener = false;
      if (comment.toLineEnd()) {
        endLine(indentHere);
      } else {
        space = true;
      }
    }
  }

  private void ownLines(List<Comment> comments, int indentHere) {
    for (Comment comment : comments) {
      int indentOfLine = newline ? indent : indentHere;
      endLine(indentOfLine);
      blank |= comment.blankBefore();
      write(comment.text());
      behindOpener = false;
      endLine(indentOfLine);
    }
  }

  private void write(String text) {
    if (newline && !out.isEmpty()) {
      out.append(blank && !behindOpener ? "\n\n" : "\n").append(" ".repeat(indent));
      column = indent;
    } else if (space && !out.isEmpty()) {
      out.append(' ');
      column++;
    }
    newline = false;
    blank = false;
    space = false;
    out.append(text);
    int lineStart = text.lastIndexOf('\n') + 1;
    column = (lineStart == 0 ? column : 0) + text.codePointCount(lineStart, text.length());
  }

  /**
   * Whether everything up to the next possible end of a line fits into this one; a group behind the
   * one in question may still end its lines.
   */
  private boolean fits(Piece first) {
    int left = WIDTH - (newline ? indent : column + (space ? 1 : 0));
    var ahead = new ArrayDeque<Piece>();
    ahead.push(first);
    Iterator<Piece> behind = rest.iterator();
    boolean started = false;
    while (left >= 0) {
      if (ahead.isEmpty()) {
        if (!behind.hasNext()) {
          return true;
        }
        ahead.push(behind.next());
      }
      Piece piece = ahead.pop();
      switch (piece.doc()) {
        case Doc.Token token -> {
          if (!token.leaf().leading().isEmpty()) {
            if (started) {
              return true;
            }
            left = WIDTH - piece.indent();
          }
          started = true;
          String text = token.leaf().text();
          int lineEnd = text.indexOf('\n');
          left -= text.codePointCount(0, lineEnd < 0 ? text.length() : lineEnd);
          if (lineEnd >= 0 || token.leaf().trailing().stream().anyMatch(Comment::toLineEnd)) {
            return left >= 0;
          }
          for (Comment comment : token.leaf().trailing()) {
            left -= comment.text().length() + 1;
          }
        }
        case Doc.Comments comments -> {
          if (!comments.comments().isEmpty()) {
            return true;
          }
        }
        case Doc.Space ignored -> left--;
        case Doc.Line line -> {
          if (line.hard() || !piece.flat()) {
            return true;
          }
          left -= line.flat() ? 1 : 0;
        }
        case Doc.Nest nest ->
            ahead.push(new Piece(piece.indent() + nest.by(), piece.flat(), nest.inner()));
        case Doc.Group group ->
            ahead.push(new Piece(piece.indent(), piece.flat() && !group.broken(), group.inner()));
        case Doc.Concat concat -> push(concat.parts(), piece, ahead);
      }
    }
    return false;
  }
}
