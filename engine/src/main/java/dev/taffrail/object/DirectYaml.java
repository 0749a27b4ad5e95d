package dev.taffrail.object;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a YAML document of the style that nearly all manifests are written in straight into nodes:
 * block mappings and lists, scalars of every form, brackets, comments.
 *
 * <p>Accepts what is certain to be read in the same way by every version of YAML, keeps to the
 * limits and has no key twice. It gives up on the rest, on anchors and tags, and on everything that
 * may be a mistake; {@link YamlTree} reads that, and has words.
 */
final class DirectYaml {
  private final YamlCursor cursor;
  private final OpenNodes open = new OpenNodes();
  private final DirectFlow flow;

  /** Where the node that was read last ends. */
  private int end;

  private DirectYaml(YamlCursor cursor) {
    this.cursor = cursor;
    this.flow = new DirectFlow(cursor, open);
  }

  static YamlTree.Document read(
      Units file, DocumentParts.Part part, ReadLimits limits, KnownKeys.Table known) throws GaveUp {
    return new DirectYaml(new YamlCursor(file, part, limits)).document(known.yaml());
  }

  private YamlTree.Document document(KnownKeys known) throws GaveUp {
    boolean separated = cursor.text.startsWith("---", cursor.at);
    if (separated) {
      cursor.at += 3;
      cursor.nextLine();
    } else {
      cursor.nextContent();
    }
    if (cursor.column < 0) {
      if (separated) {
        throw GaveUp.HERE;
      }
      return new YamlTree.Document(Optional.empty(), cursor.end);
    }
    Node root = node(cursor.column, -1, known, 0);
    if (cursor.column >= 0) {
      throw GaveUp.HERE;
    }
    return new YamlTree.Document(Optional.of(root), cursor.end);
  }

  /**
   * The node that starts here, on a line of its own or behind a dash; passes the lines of it.
   *
   * @param column where it starts
   * @param parent the column of the key or dash that it belongs to
   */
  private Node node(int column, int parent, KnownKeys known, int depth) throws GaveUp {
    if (cursor.isDash()) {
      return sequence(column, known, depth);
    }
    int c = cursor.peek();
    if (c != '|' && c != '>' && c != '[' && c != '{' && (isKnown(known) || colon() >= 0)) {
      return mapping(column, known, depth);
    }
    if (parent < 0) {
      throw GaveUp.HERE; // a document of one scalar or of brackets is no manifest
    }
    return value(parent, depth);
  }

  private boolean isKnown(KnownKeys before) {
    KnownKeys with = before.follow(cursor.units, cursor.at, cursor.end, (byte) ':');
    return with != null && cursor.isBlank(cursor.at + with.length() + 1);
  }

  private Node sequence(int column, KnownKeys known, int depth) throws GaveUp {
    cursor.count(depth);
    int start = cursor.at;
    int base = open.size();
    do {
      cursor.at++;
      if (cursor.lineEnds()) {
        cursor.nextLine();
        if (cursor.column <= column) {
          throw GaveUp.HERE; // an item without a value
        }
        open.add(node(cursor.column, column, known, depth + 1));
      } else {
        open.add(node(cursor.currentColumn(), column, known, depth + 1));
      }
    } while (cursor.column == column && cursor.isDash());
    if (cursor.column > column) {
      throw GaveUp.HERE;
    }
    return open.sequence(base, start, end);
  }

  private Node mapping(int column, KnownKeys first, int depth) throws GaveUp {
    cursor.count(depth);
    int start = cursor.at;
    int base = open.size();
    KnownKeys before = first;
    do {
      int keyStart = cursor.at;
      KnownKeys with = known(before);
      if (with == null) {
        open.keep(base, before.keys());
        return unknown(column, before, base, start, depth);
      }
      cursor.at += with.length() + 1;
      open.add(keyStart, valueOf(column, with.inner(), depth + 1));
      before = with;
    } while (cursor.column == column && !cursor.isDash());
    if (cursor.column >= column) {
      throw GaveUp.HERE;
    }
    return open.mapping(before.keys(), base, start, end);
  }

  /** The rest of an object, from a key on that there is no room to know. */
  private Node unknown(int column, KnownKeys before, int base, int start, int depth) throws GaveUp {
    do {
      int keyStart = cursor.at;
      int colon = colon();
      if (colon < 0) {
        throw GaveUp.HERE;
      }
      String key = key(colon);
      cursor.at = colon + 1;
      open.add(key, keyStart, valueOf(column, before.inner(), depth + 1));
    } while (cursor.column == column && !cursor.isDash());
    if (cursor.column >= column) {
      throw GaveUp.HERE;
    }
    return open.mapping(base, start, end);
  }

  /** With the key that starts here, or null if there is no room to know it. */
  private @Nullable KnownKeys known(KnownKeys before) throws GaveUp {
    KnownKeys with = before.follow(cursor.units, cursor.at, cursor.end, (byte) ':');
    if (with != null && cursor.isBlank(cursor.at + with.length() + 1)) {
      return with;
    }
    int colon = colon();
    if (colon < 0) {
      throw GaveUp.HERE;
    }
    int start = cursor.at;
    String key = key(colon);
    cursor.at = start;
    return before.learn(key, cursor.units, start, colon);
  }

  /** Where the key that starts here has its colon; -1 if what starts here is no key. */
  private int colon() throws GaveUp {
    int start = cursor.at;
    if (cursor.peek() == '"' || cursor.peek() == '\'') {
      YamlQuotes.read(cursor);
      int behind = cursor.at;
      cursor.at = start;
      boolean ends = cursor.peek(behind) == ':' && cursor.isBlank(behind + 1);
      return ends ? limited(start, behind) : -1;
    }
    if (!YamlPlain.starts(cursor) || startsMarker()) {
      throw GaveUp.HERE;
    }
    for (int i = start; ; i++) {
      int c = cursor.peek(i);
      if (c == ':' && cursor.isBlank(i + 1)) {
        return limited(start, i);
      }
      if (c == '\n' || c == '#' && cursor.units[i - 1] == ' ') {
        return -1;
      }
      if (c == '\t') {
        throw GaveUp.HERE;
      }
    }
  }

  private int limited(int start, int colon) throws GaveUp {
    if (colon - start > YamlCursor.LONGEST_KEY || cursor.units[colon - 1] == ' ') {
      throw GaveUp.HERE;
    }
    return colon;
  }

  /** Whether a line starts like one that ends or separates documents. */
  private boolean startsMarker() {
    return cursor.currentColumn() == 0
        && (cursor.text.startsWith("---", cursor.at) || cursor.text.startsWith("...", cursor.at));
  }

  /** The key that starts here and has its colon at a place. */
  private String key(int colon) throws GaveUp {
    boolean quoted = cursor.peek() == '"' || cursor.peek() == '\'';
    return quoted ? YamlQuotes.read(cursor) : YamlPlain.key(cursor.slice(cursor.at, colon));
  }

  /** What stands behind the colon of a key in a column. */
  private Node valueOf(int column, KnownKeys known, int depth) throws GaveUp {
    int behindColon = cursor.at;
    if (!cursor.lineEnds()) {
      return value(column, depth);
    }
    cursor.nextLine();
    if (cursor.column > column) {
      return node(cursor.column, column, known, depth);
    }
    if (cursor.column == column && cursor.isDash()) {
      return sequence(column, known, depth);
    }
    cursor.count();
    end = behindColon;
    return new Node.Null(end, end);
  }

  /** A scalar, or something in brackets; passes the lines of it. */
  private Node value(int parent, int depth) throws GaveUp {
    return switch (cursor.peek()) {
      case '[', '{' -> {
        Node node = flow.collection(depth);
        end = cursor.at;
        cursor.nextLine();
        yield node;
      }
      case '"', '\'' -> {
        cursor.count();
        int start = cursor.at;
        String value = YamlQuotes.read(cursor);
        end = cursor.at;
        cursor.nextLine();
        yield new Node.Text(value, start, end);
      }
      case '|', '>' -> {
        cursor.count();
        Node.Text node = YamlBlockText.read(cursor, parent);
        end = node.end();
        yield node;
      }
      default -> plain(parent);
    };
  }

  private Node plain(int parent) throws GaveUp {
    cursor.count();
    if (!YamlPlain.starts(cursor)) {
      throw GaveUp.HERE;
    }
    int start = cursor.at;
    end = passPlain();
    String value = cursor.slice(start, end);
    cursor.nextLine();
    if (cursor.column > parent && !cursor.commented) {
      value = folded(value, parent);
    }
    return YamlPlain.node(value, start, end);
  }

  /** A scalar that goes on on the next lines. */
  private String folded(String first, int parent) throws GaveUp {
    var value = new StringBuilder(first);
    while (cursor.column > parent && !cursor.commented) {
      value.append(cursor.linesPassed == 1 ? " " : "\n".repeat(cursor.linesPassed - 1));
      int start = cursor.at;
      end = passPlain();
      value.append(cursor.text, start, end);
      cursor.nextLine();
    }
    return cursor.limited(value.toString());
  }

  /** Passes the text of an unquoted scalar on its line; gives where it ends. */
  private int passPlain() throws GaveUp {
    int start = cursor.at;
    int i = start;
    for (int c = cursor.peek(i); c != '\n'; c = cursor.peek(++i)) {
      if (c == ':' && cursor.isBlank(i + 1) || c == '\t') {
        throw GaveUp.HERE;
      }
      if (c == '#' && i > start && cursor.units[i - 1] == ' ') {
        break;
      }
    }
    int trimmed = cursor.trimmed(start, i);
    cursor.at = trimmed;
    return trimmed;
  }
}
