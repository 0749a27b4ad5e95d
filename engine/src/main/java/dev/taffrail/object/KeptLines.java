package dev.taffrail.object;

import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Objects with only those lines of their file in which something of them stands, so that the rest
 * of the text can be forgotten; lines keep their numbers.
 */
public final class KeptLines {
  private final SourceFile whole;
  private final BitSet kept = new BitSet();
  private final Map<Node, Node> moved = new IdentityHashMap<>();

  /** Where each line began, and where it begins now; ascending. */
  private int[] before = new int[0];

  private int[] after = new int[0];

  private KeptLines(SourceFile whole) {
    this.whole = whole;
  }

  /**
   * The same objects in a shorter text, all in one, since places in one file are compared.
   *
   * @param objects of one file
   */
  public static List<KubernetesObject> of(List<KubernetesObject> objects) {
    if (objects.isEmpty()) {
      return objects;
    }
    var lines = new KeptLines(objects.getFirst().source());
    objects.forEach(object -> lines.note(object.root()));
    return lines.kept.cardinality() < lines.whole.lineCount() ? lines.moved(objects) : objects;
  }

  private void note(Node node) {
    if (moved.put(node, node) != null) {
      return;
    }
    keep(node.start());
    switch (node) {
      case Node.Mapping mapping -> {
        for (int i = 0; i < mapping.size(); i++) {
          keep(mapping.keyStart(i));
          // A quoted key may span lines; what an alias stands for comes before it.
          if (mapping.value(i).start() > mapping.keyStart(i)) {
            kept.set(line(mapping.keyStart(i)), line(mapping.value(i).start()) + 1);
          }
          note(mapping.value(i));
        }
      }
      case Node.Sequence list -> list.elements().forEach(this::note);
      case Node.Text scalar -> noteBlock(scalar);
      case Node.Int scalar -> {}
      case Node.Fraction scalar -> {}
      case Node.Bool scalar -> {}
      case Node.Null scalar -> {}
    }
  }

  /** The lines of a block may be read as a document, whose places lie in them. */
  private void noteBlock(Node.Text text) {
    boolean block =
        text.start() < text.end()
            && text.end() <= whole.text().length()
            && whole.text().charAt(text.start()) == '|';
    if (block) {
      kept.set(line(text.start()), line(text.end() - 1) + 1);
    }
  }

  private void keep(int offset) {
    kept.set(line(offset));
  }

  private int line(int offset) {
    return whole.lineIndex(Math.min(offset, whole.text().length()));
  }

  private List<KubernetesObject> moved(List<KubernetesObject> objects) {
    int[] lines = kept.stream().map(index -> index + 1).toArray();
    SourceFile shorter = whole.excerpt(lines);
    before = Arrays.stream(lines).map(whole::lineStart).toArray();
    after = Arrays.stream(lines).map(shorter::lineStart).toArray();
    moved.clear();
    var all = new ArrayList<KubernetesObject>(objects.size());
    for (KubernetesObject object : objects) {
      all.add(object.at(shorter, (Node.Mapping) moved(object.root(), shorter)));
    }
    return List.copyOf(all);
  }

  private Node moved(Node node, SourceFile shorter) {
    Node known = moved.get(node);
    if (known == null) {
      known = copy(node, shorter);
      moved.put(node, known);
    }
    return known;
  }

  private Node copy(Node node, SourceFile shorter) {
    int start = offset(node.start(), shorter);
    int end = offset(node.end(), shorter);
    return switch (node) {
      case Node.Mapping mapping -> {
        var keys = new String[mapping.size()];
        var starts = new int[mapping.size()];
        var values = new Node[mapping.size()];
        for (int i = 0; i < mapping.size(); i++) {
          keys[i] = mapping.key(i);
          starts[i] = offset(mapping.keyStart(i), shorter);
          values[i] = moved(mapping.value(i), shorter);
        }
        yield new Node.Mapping(keys, starts, values, start, end);
      }
      case Node.Sequence list ->
          new Node.Sequence(
              list.elements().stream().map(element -> moved(element, shorter)).toList(),
              start,
              end);
      case Node.Text scalar -> new Node.Text(scalar.value(), start, end);
      case Node.Int scalar -> new Node.Int(scalar.value(), start, end);
      case Node.Fraction scalar -> new Node.Fraction(scalar.value(), start, end);
      case Node.Bool scalar -> new Node.Bool(scalar.value(), start, end);
      case Node.Null scalar -> new Node.Null(start, end);
    };
  }

  /** What lay in a line that is gone lies at the beginning of the next one. */
  private int offset(int old, SourceFile shorter) {
    int found = Arrays.binarySearch(before, old);
    int line = found >= 0 ? found : -found - 2;
    if (line >= 0 && kept.get(line(old))) {
      return Math.min(after[line] + old - before[line], shorter.text().length());
    }
    return line + 1 < after.length ? after[line + 1] : shorter.text().length();
  }
}
