package dev.taffrail.compiler.schema;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The kinds under which policies see the components of a cluster, whatever runs or configures them.
 *
 * <p>They are in no schema: an object that carries one is seen as it, like a pod template as a Pod.
 */
final class ComponentViews {
  private static final ObjectType ENTRY =
      new ObjectType(
          "flag of a component",
          "FlagEntry",
          Optional.empty(),
          false,
          () -> fields(plain("name", Scalar.STRING), plain("value", Scalar.STRING)));

  private final Map<String, ObjectType> types;

  private ComponentViews(Map<String, ObjectType> types) {
    this.types = Collections.unmodifiableMap(types);
  }

  static ComponentViews of(String version) {
    var types = new TreeMap<String, ObjectType>();
    for (Component component : Component.values()) {
      types.put(component.kind(), view(component, version));
    }
    return new ComponentViews(types);
  }

  Optional<ObjectType> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** Names of the kinds, sorted. */
  List<String> names() {
    return List.copyOf(types.keySet());
  }

  private static ObjectType view(Component component, String version) {
    return new ObjectType(
        "view of " + component.binary(),
        component.kind(),
        Optional.of(new ObjectType.Kind(component.identity(), true)),
        false,
        () ->
            fields(
                plain("component", Scalar.STRING),
                plain(
                    "source",
                    new Type.TextEnum(Optional.empty(), List.of("pod", "kubeadm"), false)),
                new Field("version", Scalar.SEMVER, false, Optional.empty()),
                new Field("image", Scalar.IMAGE_REF, false, Optional.empty()),
                plain("flags", flags(component, version))));
  }

  private static ObjectType flags(Component component, String version) {
    return new ObjectType(
        "flags of " + component.binary(),
        component.kind() + ".flags",
        Optional.empty(),
        false,
        () -> flagFields(FlagTable.of(component.binary()), version));
  }

  private static Map<String, Field> flagFields(FlagTable table, String version) {
    var fields = new LinkedHashMap<String, Field>();
    for (FlagTable.Flag flag : table.flags()) {
      if (flag.isIn(version)) {
        fields.put(
            flag.field(),
            new Field(
                flag.field(),
                flag.type(),
                false,
                flag.value().map(value -> fallback(flag, value, table.source()))));
      }
    }
    fields.put("entries", plain("entries", new Type.ListOf(ENTRY)));
    return fields;
  }

  /** A rule, since the default says nothing where a file decides. */
  private static Field.Fallback fallback(FlagTable.Flag flag, String value, String source) {
    return new Field.Fallback.Contextual(
        Component.DEFAULT_RULE
            + flag.name()
            + " "
            + flag.unless().orElse(Component.NOTHING)
            + " "
            + value,
        source);
  }

  private static Field plain(String name, Type type) {
    return new Field(name, type, true, Optional.empty());
  }

  private static Map<String, Field> fields(Field... fields) {
    var byName = new LinkedHashMap<String, Field>();
    for (Field field : fields) {
      byName.put(field.name(), field);
    }
    return byName;
  }
}
