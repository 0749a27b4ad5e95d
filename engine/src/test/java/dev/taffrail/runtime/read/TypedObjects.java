package dev.taffrail.runtime.read;

import dev.taffrail.compiler.schema.SchemaCatalog;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.object.Node;
import dev.taffrail.source.SourceFile;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.List;

/** Objects of tests, written as YAML and read through the newest schema. */
public final class TypedObjects {
  public static final SchemaCatalog TYPES = SchemaCatalog.newest();
  public static final FieldReader READER = new FieldReader(new ContextualDefaults());

  private TypedObjects() {}

  /** The one object of a text, read as what it says it is. */
  public static ObjectValue object(String yaml) {
    KubernetesObject read = read(yaml);
    ObjectType type = TYPES.typeOf(read.kind()).orElseThrow();
    return ObjectValue.root(type, read.root(), new Place(read, FieldPath.ROOT));
  }

  public static KubernetesObject read(String yaml) {
    List<KubernetesObject> objects =
        new ManifestReader().read(SourceFile.of("test.yaml", yaml)).objects();
    if (objects.size() != 1) {
      throw new IllegalArgumentException("one object, not " + objects.size());
    }
    return objects.getFirst();
  }

  /** The pod template of a workload seen as a Pod. */
  public static ObjectValue podOf(String yaml) {
    KubernetesObject read = read(yaml);
    var place = new Place(read, FieldPath.ROOT);
    for (String key : TYPES.podTemplate(read.kind()).orElse(List.of())) {
      place = place.key(key);
    }
    Node.Mapping template = Surroundings.mapping(place).orElseThrow();
    return ObjectValue.root(TYPES.type("Pod").orElseThrow(), template, place);
  }

  /** Follows field names, and numbers into lists. */
  public static Value at(Value from, String path) {
    Value value = from;
    for (String step : path.split("\\.")) {
      value =
          switch (value) {
            case ListValue list -> list.elements().get(Integer.parseInt(step));
            case ObjectValue object -> READER.read(object, step);
            default -> throw new IllegalArgumentException("no " + step + " in " + path);
          };
    }
    return value;
  }

  public static ObjectValue record(Value from, String path) {
    return (ObjectValue) at(from, path);
  }
}
