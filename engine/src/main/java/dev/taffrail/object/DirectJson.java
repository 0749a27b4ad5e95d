package dev.taffrail.object;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON values that follow each other in a part of a file straight into nodes.
 *
 * <p>Accepts what is JSON, keeps to the limits and has no key twice, and gives up on the rest: it
 * has no words for mistakes, {@link JsonTree} has.
 */
final class DirectJson {
  /** So many digits and a sign fit 64 bits whatever they are. */
  private static final int CERTAINLY_LONG = 18;

  private final byte[] units;
  private final String text;
  private final int end;
  private final ReadLimits limits;
  private final KnownKeys known;
  private final OpenNodes open = new OpenNodes();
  private int at;

  /** How many nodes the value has that is being read. */
  private int nodes;

  /** Whether a string had halves of surrogate pairs since this was last reset. */
  private boolean halves;

  DirectJson(Units file, DocumentParts.Part part, ReadLimits limits, KnownKeys.Table known) {
    this.units = file.bytes();
    this.text = file.text();
    this.at = part.start();
    this.end = part.end();
    this.limits = limits;
    this.known = known.json();
  }

  /** The next object or list, or empty at the end of the part. */
  Optional<Node> next() throws GaveUp {
    skipBlanks();
    if (at == end) {
      return Optional.empty();
    }
    if (units[at] != '{' && units[at] != '[') {
      throw GaveUp.HERE;
    }
    nodes = 0;
    return Optional.of(value(known, 0));
  }

  /** Behind the value that was read last. */
  int at() {
    return at;
  }

  /** The unit that comes next; no unit is 0 at the end. */
  private int peek() {
    return at < end ? units[at] : 0;
  }

  private void skipBlanks() {
    while (at < end) {
      byte c = units[at];
      if (c > ' ' || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) {
        return;
      }
      at++;
    }
  }

  private Node value(KnownKeys inner, int depth) throws GaveUp {
    if (++nodes > limits.nodes()) {
      throw GaveUp.HERE;
    }
    int start = at;
    return switch (peek()) {
      case '"' -> {
        String value = string();
        yield new Node.Text(value, start, at);
      }
      case '{' -> mapping(inner, depth);
      case '[' -> sequence(inner, depth);
      case 't' -> {
        word("true");
        yield new Node.Bool(true, start, at);
      }
      case 'f' -> {
        word("false");
        yield new Node.Bool(false, start, at);
      }
      case 'n' -> {
        word("null");
        yield new Node.Null(start, at);
      }
      default -> number();
    };
  }

  private void word(String word) throws GaveUp {
    if (!text.startsWith(word, at) || at + word.length() > end) {
      throw GaveUp.HERE;
    }
    at += word.length();
  }

  private Node sequence(KnownKeys inner, int depth) throws GaveUp {
    int start = open(depth);
    int base = open.size();
    if (peek() != ']') {
      open.add(value(inner, depth + 1));
      while (goesOn(']')) {
        open.add(value(inner, depth + 1));
      }
    }
    at++;
    return open.sequence(base, start, at);
  }

  /** Enters an object or a list, and gives where it starts. */
  private int open(int depth) throws GaveUp {
    if (depth >= limits.depth()) {
      throw GaveUp.HERE;
    }
    int start = at++;
    skipBlanks();
    return start;
  }

  /** Whether a comma comes before the bracket that closes. */
  private boolean goesOn(char close) throws GaveUp {
    skipBlanks();
    int c = peek();
    if (c == close) {
      return false;
    }
    if (c != ',') {
      throw GaveUp.HERE;
    }
    at++;
    skipBlanks();
    return true;
  }

  private Node mapping(KnownKeys first, int depth) throws GaveUp {
    int start = open(depth);
    int base = open.size();
    KnownKeys before = first;
    if (peek() != '}') {
      do {
        KnownKeys with = knownKey(before);
        if (with == null) {
          open.keep(base, before.keys());
          return unknown(before, base, start, depth);
        }
        int keyStart = keyStart(with);
        open.add(keyStart, value(with.inner(), depth + 1));
        before = with;
      } while (goesOn('}'));
    }
    at++;
    return open.mapping(before.keys(), base, start, at);
  }

  /** Passes a key and what stands before its value; null, and nothing passed, if it is unknown. */
  private @Nullable KnownKeys knownKey(KnownKeys before) throws GaveUp {
    if (peek() != '"') {
      throw GaveUp.HERE;
    }
    int start = at + 1;
    KnownKeys with = before.follow(units, start, end, (byte) '"');
    if (with == null) {
      String key = key();
      int behind = at;
      at = start - 1;
      with = before.learn(key, units, start, behind - 1);
    }
    return with;
  }

  private int keyStart(KnownKeys with) throws GaveUp {
    int start = at;
    at += with.length() + 2;
    passColon();
    return start;
  }

  private void passColon() throws GaveUp {
    skipBlanks();
    if (peek() != ':') {
      throw GaveUp.HERE;
    }
    at++;
    skipBlanks();
  }

  /** The rest of an object, from a key on that there is no room to know. */
  private Node unknown(KnownKeys before, int base, int start, int depth) throws GaveUp {
    do {
      if (peek() != '"') {
        throw GaveUp.HERE;
      }
      int keyStart = at;
      String key = key();
      passColon();
      open.add(key, keyStart, value(before.inner(), depth + 1));
    } while (goesOn('}'));
    at++;
    return open.mapping(base, start, at);
  }

  /** Halves of surrogate pairs are replaced in values only. */
  private String key() throws GaveUp {
    halves = false;
    String key = string();
    if (halves) {
      throw GaveUp.HERE;
    }
    return key;
  }

  private String string() throws GaveUp {
    int from = at + 1;
    for (int i = from; i < end; i++) {
      byte c = units[i];
      if (c == '"') {
        at = i + 1;
        return limited(KnownKeys.ascii(units, from, i));
      }
      if (c < ' ' || c == '\\') {
        return unusual(from, i);
      }
    }
    throw GaveUp.HERE;
  }

  /** A string with escapes or characters beyond ASCII, the first of them at a place. */
  private String unusual(int from, int first) throws GaveUp {
    var value = new StringBuilder();
    int copied = from;
    int i = first;
    while (i < end && units[i] != '"') {
      if (units[i] == '\\') {
        value.append(text, copied, i);
        i = escape(i + 1, value);
        copied = i;
      } else if (units[i] >= 0 && units[i] < ' ') {
        throw GaveUp.HERE;
      } else {
        i++;
      }
    }
    if (i == end) {
      throw GaveUp.HERE;
    }
    at = i + 1;
    String written = value.append(text, copied, i).toString();
    String repaired = Surrogates.repaired(written);
    halves |= !repaired.equals(written);
    return limited(repaired);
  }

  /** Decodes what stands behind a backslash, and gives the place behind it. */
  private int escape(int start, StringBuilder value) throws GaveUp {
    switch (start < end ? units[start] : 0) {
      case '"' -> value.append('"');
      case '\\' -> value.append('\\');
      case '/' -> value.append('/');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'u' -> {
        value.append(code(start + 1));
        return start + 5;
      }
      default -> throw GaveUp.HERE;
    }
    return start + 1;
  }

  private char code(int start) throws GaveUp {
    int code = 0;
    for (int i = start; i < start + 4; i++) {
      int digit = i < end && units[i] > 0 ? Character.digit(units[i], 16) : -1;
      if (digit < 0) {
        throw GaveUp.HERE;
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private String limited(String value) throws GaveUp {
    if (value.length() > limits.scalar()) {
      throw GaveUp.HERE;
    }
    return value;
  }

  private Node number() throws GaveUp {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    int first = at;
    digits();
    boolean leadingZero = units[first] == '0' && at > first + 1;
    boolean whole = peek() != '.' && peek() != 'e' && peek() != 'E';
    if (leadingZero || at - start > limits.scalar()) {
      throw GaveUp.HERE;
    }
    if (whole && at - start <= CERTAINLY_LONG) {
      return new Node.Int(Long.parseLong(text, start, at, 10), start, at);
    }
    if (peek() == '.') {
      at++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '-' || peek() == '+') {
        at++;
      }
      digits();
    }
    return NumberNodes.json(limited(text.substring(start, at)), start)
        .orElseThrow(() -> GaveUp.HERE);
  }

  private void digits() throws GaveUp {
    int first = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == first) {
      throw GaveUp.HERE;
    }
  }
}
