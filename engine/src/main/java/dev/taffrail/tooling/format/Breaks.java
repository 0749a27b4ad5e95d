package dev.taffrail.tooling.format;

import java.util.ArrayList;
import java.util.List;

/** Whether a piece of text needs several lines, however wide they are. */
final class Breaks {
  private boolean hard;
  private final List<Doc> tokens = new ArrayList<>();

  private Breaks() {}

  /**
   * Comments on lines of their own need them, except before the first token, and so do comments
   * that end their line, except behind the last.
   */
  static boolean needsLines(Doc doc) {
    var search = new Breaks();
    search.visit(doc);
    if (search.hard) {
      return true;
    }
    for (int i = 0; i < search.tokens.size(); i++) {
      if (search.tokens.get(i) instanceof Doc.Token token) {
        boolean before = i > 0 && !token.leaf().leading().isEmpty();
        boolean behind =
            i < search.tokens.size() - 1
                && token.leaf().trailing().stream().anyMatch(comment -> comment.toLineEnd());
        if (before || behind) {
          return true;
        }
      }
    }
    return false;
  }

  private void visit(Doc doc) {
    switch (doc) {
      case Doc.Token token -> tokens.add(token);
      case Doc.Comments comments -> hard |= !comments.comments().isEmpty();
      case Doc.Space space -> {}
      case Doc.Line line -> hard |= line.hard();
      case Doc.Nest nest -> visit(nest.inner());
      case Doc.Group group -> {
        hard |= group.broken();
        visit(group.inner());
      }
      case Doc.Concat concat -> concat.parts().forEach(this::visit);
    }
  }
}
