package dev.taffrail.compiler.type;

import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.value.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A record of the Kubernetes schema, compared by its id; some are kinds.
 *
 * <p>Fields are computed on first use, since schemas refer to each other in circles.
 */
public final class ObjectType implements Type, Shape {
  private final String id;
  private final String name;
  private final Optional<Kind> kind;
  private final boolean transparent;
  private final boolean open;
  private final Supplier<Map<String, Field>> source;
  private volatile Map<String, Field> fields = Map.of();
  private volatile boolean loaded;

  /**
   * What makes an object type a kind.
   *
   * @param identity group, version and kind
   * @param namespaced objects of it live in a namespace
   */
  public record Kind(GroupVersionKind identity, boolean namespaced) {
    /** A group that no API server can serve. */
    private static final String UNSTATED = "schemas";

    /** The kind of documents that do not say what they are. */
    public static Kind unstated(String schema, String name) {
      return new Kind(new GroupVersionKind(UNSTATED + ":" + schema, "v1", name), true);
    }

    /** Whether objects say what they are, by their {@code apiVersion} and {@code kind}. */
    public boolean isStated() {
      return !identity.group().startsWith(UNSTATED + ":");
    }
  }

  public ObjectType(
      String id,
      String name,
      Optional<Kind> kind,
      boolean transparent,
      Supplier<Map<String, Field>> fields) {
    this(id, name, kind, transparent, false, fields);
  }

  /**
   * @param open the API server keeps fields that the schema does not have
   */
  public ObjectType(
      String id,
      String name,
      Optional<Kind> kind,
      boolean transparent,
      boolean open,
      Supplier<Map<String, Field>> fields) {
    this.id = id;
    this.name = name;
    this.kind = kind;
    this.transparent = transparent;
    this.open = open;
    this.source = fields;
  }

  /** The definition id, {@code io.k8s.api.core.v1.Container}. */
  public String id() {
    return id;
  }

  /** The name in the language, {@code Container}. */
  @Override
  public String name() {
    return name;
  }

  public Optional<Kind> kind() {
    return kind;
  }

  /** An absent record of this type means the same as an empty one. */
  public boolean transparent() {
    return transparent;
  }

  /** The API server keeps fields that the schema does not have. */
  public boolean open() {
    return open;
  }

  /** Fields by name, in the order of the schema. */
  public Map<String, Field> fields() {
    if (!loaded) {
      fields = source.get();
      loaded = true;
    }
    return fields;
  }

  public Optional<Field> field(String field) {
    return Optional.ofNullable(fields().get(field));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ObjectType that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
