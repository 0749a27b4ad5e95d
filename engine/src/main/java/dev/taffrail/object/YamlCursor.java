package dev.taffrail.object;

/**
 * A place in a YAML document of the usual form, which moves on.
 *
 * <p>Usual are lines that end with {@code \n}, spaces for indentation, and characters that every
 * version of YAML takes for the same; whoever meets anything else gives up.
 */
final class YamlCursor {
  /** YAML ends the search for the colon of a key here, or a little later. */
  static final int LONGEST_KEY = 1_000;

  final byte[] units;
  final String text;
  final int end;
  private final ReadLimits limits;
  int at;

  /** Where the line starts of what {@link #nextContent} found last. */
  private int lineStart;

  /** The column of what {@link #nextContent} found, or -1 for the end of the document. */
  int column;

  /** Whether it passed a comment to find it. */
  boolean commented;

  /** How many lines it passed to find it. */
  int linesPassed;

  private int nodes;

  YamlCursor(Units file, DocumentParts.Part part, ReadLimits limits) throws GaveUp {
    this.units = file.bytes();
    this.text = file.text();
    this.at = part.start();
    this.end = part.end();
    this.limits = limits;
    if (!UsualCharacters.fill(units, at, end)) {
      throw GaveUp.HERE;
    }
  }

  /** The unit that comes next, a line end behind the last. */
  int peek() {
    return peek(at);
  }

  int peek(int place) {
    return place < end ? units[place] : '\n';
  }

  /** Whether a space or the end of the line is at a place. */
  boolean isBlank(int place) {
    int c = peek(place);
    return c == ' ' || c == '\n';
  }

  /** Whether an item of a list starts here. */
  boolean isDash() {
    return peek() == '-' && isBlank(at + 1);
  }

  /** The column of this place on the line that {@link #nextContent} found. */
  int currentColumn() {
    return at - lineStart;
  }

  void skipSpaces() {
    while (at < end && units[at] == ' ') {
      at++;
    }
  }

  /** Whether nothing but blanks and a comment is left on the line; the place is behind blanks. */
  boolean lineEnds() {
    skipSpaces();
    return peek() == '\n' || peek() == '#' && units[at - 1] == ' ';
  }

  /** Passes the rest of a line, which has to be blank, and finds what follows. */
  void nextLine() throws GaveUp {
    if (!lineEnds()) {
      throw GaveUp.HERE;
    }
    commented = peek() == '#';
    linesPassed = 0;
    passLine();
    nextContent();
  }

  private void passLine() {
    while (at < end && units[at] != '\n') {
      at++;
    }
    at++;
    linesPassed++;
  }

  /** Passes blank lines and comments; stands at the start of a line. */
  void nextContent() throws GaveUp {
    while (at < end) {
      lineStart = at;
      skipSpaces();
      switch (peek()) {
        case '#' -> {
          commented = true;
          passLine();
        }
        case '\n' -> passLine();
        case '\t' -> throw GaveUp.HERE;
        default -> {
          column = at - lineStart;
          return;
        }
      }
    }
    at = end;
    column = -1;
  }

  /** The end of what stands from a place on, without the blanks before another. */
  int trimmed(int from, int to) {
    int trimmed = to;
    while (trimmed > from && isBlankOrBreak(units[trimmed - 1])) {
      trimmed--;
    }
    return trimmed;
  }

  private static boolean isBlankOrBreak(byte c) {
    return c == ' ' || c == '\t' || c == '\n';
  }

  String slice(int from, int to) throws GaveUp {
    return limited(text.substring(from, to));
  }

  String limited(String value) throws GaveUp {
    if (value.length() > limits.scalar()) {
      throw GaveUp.HERE;
    }
    return value;
  }

  /** Counts a node. */
  void count() throws GaveUp {
    if (++nodes > limits.nodes()) {
      throw GaveUp.HERE;
    }
  }

  /** Counts an object or a list inside of so many others. */
  void count(int depth) throws GaveUp {
    count();
    if (depth >= limits.depth()) {
      throw GaveUp.HERE;
    }
  }
}
