package dev.taffrail.source;

/**
 * A range of text in one file.
 *
 * <p>Offsets are UTF-16 indexes into {@link SourceFile#text()}; lines and columns are computed only
 * when somebody reads them.
 *
 * @param source the file
 * @param start index of the first character
 * @param end index behind the last character, at least {@code start}
 */
public record Span(SourceFile source, int start, int end) {
  public Span {
    if (start < 0 || end < start || end > source.text().length()) {
      throw new IllegalArgumentException("span " + start + ".." + end + " outside " + source);
    }
  }

  /** The smallest span that covers this one and the other, which must be of the same file. */
  public Span to(Span other) {
    return new Span(source, Math.min(start, other.start), Math.max(end, other.end));
  }

  public Position startPosition() {
    return source.position(start);
  }

  /** The position behind the last character. */
  public Position endPosition() {
    return source.position(end);
  }

  public String text() {
    return source.text().substring(start, end);
  }

  @Override
  public String toString() {
    var position = startPosition();
    return source.name() + ":" + position.line() + ":" + position.column();
  }
}
