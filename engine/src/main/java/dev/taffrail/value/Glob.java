package dev.taffrail.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A glob pattern, matched against whole texts; its text is kept as written.
 *
 * <p>{@code *} stands for any number of characters within one segment, {@code ?} for one such
 * character, {@code **} for anything. Segments end at {@code /}; in a host pattern, which is one
 * that begins with {@code *.} and has no {@code /}, they end at {@code .} as well. A backslash
 * takes the next character literally. Brackets and braces are refused rather than taken literally,
 * since in other languages they are special.
 */
public record Glob(String text, List<Part> parts) implements Value {

  /** The time to match grows with the pattern, and no sensible one is longer. */
  private static final int LONGEST = 1000;

  /** One piece of a pattern. */
  sealed interface Part {
    record Literal(int codePoint) implements Part {}

    /** One character that ends no segment. */
    record One() implements Part {}

    /** Any number of characters that end no segment. */
    record Star() implements Part {}

    record DoubleStar() implements Part {}
  }

  public Glob {
    parts = List.copyOf(parts);
  }

  public static Optional<Glob> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    int[] codes = text.codePoints().toArray();
    var parts = new ArrayList<Part>();
    for (int i = 0; i < codes.length; i++) {
      switch (codes[i]) {
        case '*' -> {
          boolean isDouble = i + 1 < codes.length && codes[i + 1] == '*';
          parts.add(isDouble ? new Part.DoubleStar() : new Part.Star());
          i += isDouble ? 1 : 0;
        }
        case '?' -> parts.add(new Part.One());
        case '[', ']', '{', '}' -> {
          return Optional.empty();
        }
        case '\\' -> {
          i++;
          if (i == codes.length) {
            return Optional.empty();
          }
          parts.add(new Part.Literal(codes[i]));
        }
        default -> parts.add(new Part.Literal(codes[i]));
      }
    }
    return parts.isEmpty() || parts.size() > LONGEST
        ? Optional.empty()
        : Optional.of(new Glob(text, parts));
  }

  private boolean isHost() {
    return text.startsWith("*.") && text.indexOf('/') < 0;
  }

  /**
   * Whether the whole text matches.
   *
   * <p>Keeps the set of positions that the parts so far can end at, so that the time is at most the
   * length of the text times that of the pattern; trying one way after the other could take
   * exponential time.
   */
  public boolean matches(String candidate) {
    int[] codes = candidate.codePoints().toArray();
    boolean host = isHost();
    boolean[] ends = new boolean[codes.length + 1];
    ends[0] = true;
    for (Part part : parts) {
      ends = advance(ends, part, codes, host);
    }
    return ends[codes.length];
  }

  private static boolean[] advance(boolean[] from, Part part, int[] codes, boolean host) {
    boolean[] to = new boolean[from.length];
    for (int i = 0; i < from.length; i++) {
      boolean previous = i > 0;
      boolean inSegment = previous && !endsSegment(codes[i - 1], host);
      to[i] =
          switch (part) {
            case Part.Literal(int codePoint) ->
                previous && from[i - 1] && codes[i - 1] == codePoint;
            case Part.One() -> inSegment && from[i - 1];
            case Part.Star() -> from[i] || (inSegment && to[i - 1]);
            case Part.DoubleStar() -> from[i] || (previous && to[i - 1]);
          };
    }
    return to;
  }

  private static boolean endsSegment(int codePoint, boolean host) {
    return codePoint == '/' || (host && codePoint == '.');
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
