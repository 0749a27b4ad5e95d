package dev.taffrail.runtime.inventory;

import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.source.SourceFile;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * How much of some objects is held in memory, in units that do not depend on the machine.
 *
 * @param objects how many
 * @param values nodes of their trees
 * @param characters of text: of values, and of the lines that findings would show
 */
public record Retained(long objects, long values, long characters) {
  public static final Retained NOTHING = new Retained(0, 0, 0);

  public static Retained of(Collection<KubernetesObject> objects) {
    var count = new Count();
    for (KubernetesObject object : objects) {
      count.add(object.root());
      count.add(object.source());
    }
    return new Retained(objects.size(), count.values, count.characters);
  }

  public Retained and(Retained other) {
    return new Retained(
        objects + other.objects, values + other.values, characters + other.characters);
  }

  private static final class Count {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private long values;
    private long characters;

    void add(SourceFile source) {
      if (seen.add(source)) {
        characters += source.text().length();
      }
    }

    void add(Node node) {
      if (!seen.add(node)) {
        return;
      }
      values++;
      switch (node) {
        case Node.Mapping mapping -> {
          for (int i = 0; i < mapping.size(); i++) {
            characters += mapping.key(i).length();
            add(mapping.value(i));
          }
        }
        case Node.Sequence list -> list.elements().forEach(this::add);
        case Node.Text text -> characters += text.value().length();
        case Node.Int number -> {}
        case Node.Fraction number -> {}
        case Node.Bool bool -> {}
        case Node.Null nothing -> {}
      }
    }
  }
}
