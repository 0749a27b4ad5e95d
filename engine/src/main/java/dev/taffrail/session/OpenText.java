package dev.taffrail.session;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is open at the end of an unfinished text: brackets, a string, a comment.
 *
 * <p>Coarser than the lexer on purpose: it has to say something about any text at every key.
 */
public final class OpenText {
  private final Deque<Character> open = new ArrayDeque<>();
  private boolean string;
  private boolean block;
  private boolean comment;

  public OpenText(String text) {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (comment) {
        comment = c != '\n';
      } else if (string) {
        i += insideString(text, i);
      } else if (text.startsWith("//", i)) {
        comment = true;
      } else if (c == '"') {
        string = true;
        block = text.startsWith("\"\"\"", i);
        i += block ? 2 : 0;
      } else if ("([{".indexOf(c) >= 0) {
        open.push(c == '(' ? ')' : c == '[' ? ']' : '}');
      } else if (!open.isEmpty() && open.peek() == c) {
        open.pop();
      }
      i++;
    }
  }

  /** How many characters to skip beside the one at a place in a string. */
  private int insideString(String text, int at) {
    char c = text.charAt(at);
    if (block) {
      if (text.startsWith("\"\"\"", at)) {
        string = false;
        return 2;
      }
      return 0;
    }
    if (c == '\\') {
      return 1;
    }
    string = c != '"' && c != '\n';
    return 0;
  }

  public boolean inString() {
    return string;
  }

  public boolean inComment() {
    return comment;
  }

  /** What closes everything that is open, beginning with a space. */
  public String closing() {
    var text = new StringBuilder();
    if (string) {
      text.append(block ? "\"\"\"" : "\"");
    }
    open.forEach(bracket -> text.append(' ').append(bracket));
    return text.toString();
  }
}
