package dev.taffrail.object;

import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;

/**
 * Finds the text to underline for a path into an object.
 *
 * <p>A field with a scalar is underlined whole, {@code privileged: true}; a field with an object or
 * a list by its key alone, {@code securityContext}; an element of a list from its own start, an
 * object by its first field; a value that an alias stands for by the alias where it is used and by
 * the anchored text where the path goes on into it. What spans lines is cut at the end of the
 * first.
 */
public final class NodeLocator {
  private final SourceFile source;
  private final String text;

  private NodeLocator(SourceFile source) {
    this.source = source;
    this.text = source.text();
  }

  /** The text for a path into {@code root}, which was read from {@code source}. */
  public static Located locate(SourceFile source, Node root, FieldPath path) {
    return new NodeLocator(source).locate(root, path);
  }

  private Located locate(Node root, FieldPath path) {
    Node node = root;
    Span span = own(root);
    for (FieldPath.Step step : path.steps()) {
      switch (step) {
        case FieldPath.Step.Key key -> {
          if (!(node instanceof Node.Mapping mapping) || mapping.indexOf(key.name()) < 0) {
            return new Located(span, false);
          }
          int entry = mapping.indexOf(key.name());
          span = entry(mapping, entry);
          node = mapping.value(entry);
        }
        case FieldPath.Step.Element element -> {
          if (!(node instanceof Node.Sequence list) || element.index() >= list.elements().size()) {
            return new Located(span, false);
          }
          node = list.elements().get(element.index());
          span = own(node);
        }
      }
    }
    return new Located(span, true);
  }

  private Span entry(Node.Mapping mapping, int entry) {
    int start = mapping.keyStart(entry);
    int keyEnd = keyEnd(start);
    return switch (mapping.value(entry)) {
      case Node.Mapping object -> source.span(start, keyEnd);
      case Node.Sequence list -> source.span(start, keyEnd);
      case Node.Text scalar -> entry(start, keyEnd, scalar);
      case Node.Int scalar -> entry(start, keyEnd, scalar);
      case Node.Fraction scalar -> entry(start, keyEnd, scalar);
      case Node.Bool scalar -> entry(start, keyEnd, scalar);
      case Node.Null scalar -> entry(start, keyEnd, scalar);
    };
  }

  private Span entry(int start, int keyEnd, Node scalar) {
    // an anchor stands before its aliases
    boolean alias = scalar.start() < start;
    return firstLine(start, alias ? aliasEnd(keyEnd) : Math.max(keyEnd, scalar.end()));
  }

  private Span own(Node node) {
    return switch (node) {
      case Node.Mapping mapping when isBracket(mapping, '{') -> flow(mapping);
      case Node.Mapping mapping -> firstEntry(mapping);
      case Node.Sequence list when isBracket(list, '[') -> flow(list);
      case Node.Sequence list -> source.span(list.start(), Math.min(list.start() + 1, list.end()));
      case Node.Text scalar -> firstLine(scalar.start(), scalar.end());
      case Node.Int scalar -> firstLine(scalar.start(), scalar.end());
      case Node.Fraction scalar -> firstLine(scalar.start(), scalar.end());
      case Node.Bool scalar -> firstLine(scalar.start(), scalar.end());
      case Node.Null scalar -> firstLine(scalar.start(), scalar.end());
    };
  }

  private boolean isBracket(Node node, char bracket) {
    return node.start() < text.length() && text.charAt(node.start()) == bracket;
  }

  /** Whole on one line, else its bracket. */
  private Span flow(Node node) {
    Span line = firstLine(node.start(), node.end());
    return line.end() == node.end() ? line : source.span(node.start(), node.start() + 1);
  }

  private Span firstEntry(Node.Mapping mapping) {
    for (int i = 0; i < mapping.size(); i++) {
      // a merged entry may come first and stand elsewhere
      if (mapping.keyStart(i) == mapping.start()) {
        return entry(mapping, i);
      }
    }
    return source.span(mapping.start(), keyEnd(mapping.start()));
  }

  private Span firstLine(int start, int end) {
    int cut = start;
    while (cut < end && text.charAt(cut) != '\n' && text.charAt(cut) != '\r') {
      cut++;
    }
    while (cut > start && (text.charAt(cut - 1) == ' ' || text.charAt(cut - 1) == '\t')) {
      cut--;
    }
    return source.span(start, cut);
  }

  private int keyEnd(int start) {
    if (start >= text.length()) {
      return start;
    }
    return switch (text.charAt(start)) {
      case '"' -> JsonMistakes.stringEnd(text, start, text.length());
      case '\'' -> singleQuotedEnd(start);
      default -> plainEnd(start);
    };
  }

  private int singleQuotedEnd(int start) {
    int end = start + 1;
    while (end < text.length() && (text.charAt(end) != '\'' || text.startsWith("''", end))) {
      end += text.startsWith("''", end) ? 2 : 1;
    }
    return Math.min(end + 1, text.length());
  }

  private int plainEnd(int start) {
    int end = start;
    while (end < text.length() && !endsPlain(end)) {
      end++;
    }
    return firstLine(start, end).end();
  }

  private boolean endsPlain(int i) {
    char c = text.charAt(i);
    boolean blankNext = i + 1 >= text.length() || Character.isWhitespace(text.charAt(i + 1));
    return c == '\n'
        || c == '\r'
        || (c == ':' && blankNext)
        || ",[]{}".indexOf(c) >= 0
        || (c == '#' && i > 0 && Character.isWhitespace(text.charAt(i - 1)));
  }

  private int aliasEnd(int keyEnd) {
    int i = keyEnd;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == ':')) {
      i++;
    }
    if (i == text.length() || text.charAt(i) != '*') {
      return keyEnd;
    }
    while (i < text.length()
        && !Character.isWhitespace(text.charAt(i))
        && ",[]{}".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }
}
