package dev.taffrail.compiler.type;

import java.util.List;
import java.util.Optional;

/** A type of the language. */
public sealed interface Type
    permits Type.Scalar,
        Type.ListOf,
        Type.SetOf,
        Type.MapOf,
        Type.OptionalOf,
        Type.RangeOf,
        Type.RecordType,
        Type.EnumType,
        Type.TextEnum,
        Type.UnionOf,
        Type.Variable,
        ObjectType {

  /** Types without parts. */
  enum Scalar implements Type {
    BOOL("Bool"),
    INT("Int"),
    DECIMAL("Decimal"),
    STRING("String"),
    BYTES("Bytes"),
    QUANTITY("Quantity"),
    DURATION("Duration"),
    INSTANT("Instant"),
    DATE("Date"),
    PERCENT("Percent"),
    SEMVER("SemVer"),
    IP("Ip"),
    CIDR("Cidr"),
    PORT("Port"),
    INT_OR_STRING("IntOrString"),
    IMAGE_REF("ImageRef"),
    IMAGE_PREFIX("ImagePrefix"),
    DIGEST("Digest"),
    CAPABILITY("Capability"),
    LABEL_KEY("LabelKey"),
    SELECTOR("Selector"),
    REGEX("Regex"),
    GLOB("Glob"),
    PATH("Path"),
    UNIX_PATH("UnixPath"),
    URL("Url"),
    ADDRESS("Address"),
    DNS_NAME("DnsName"),
    FILE_MODE("FileMode"),
    TIME_ZONE("TimeZone"),
    CRON("Cron"),
    CERTIFICATE("Certificate"),
    PRIVATE_KEY("PrivateKey"),
    /** Data without a schema. */
    JSON("Json"),
    /** An object of any kind. */
    ANY("Any"),
    /** The type of something whose mistake is reported already; fits everywhere. */
    UNKNOWN("unknown");

    private final String display;

    Scalar(String display) {
      this.display = display;
    }

    /** The name in the language. */
    public String display() {
      return display;
    }
  }

  record ListOf(Type element) implements Type {}

  record SetOf(Type element) implements Type {}

  /**
   * A map.
   *
   * @param resources true for the resource lists of Kubernetes, whose well-known keys ({@code cpu},
   *     {@code memory}) can be read like fields
   */
  record MapOf(Type key, Type value, boolean resources) implements Type {
    public MapOf(Type key, Type value) {
      this(key, value, false);
    }
  }

  /** {@code T?}; never around an optional, a list or a map. */
  record OptionalOf(Type type) implements Type {}

  record RangeOf(Type bound) implements Type {}

  /** A record declared in policy code; the name is only for messages. */
  record RecordType(Optional<String> name, List<RecordField> fields) implements Type {
    public RecordType {
      fields = List.copyOf(fields);
    }

    public Optional<RecordField> field(String wanted) {
      return fields.stream().filter(f -> f.name().equals(wanted)).findFirst();
    }
  }

  /**
   * A field of a record type.
   *
   * @param type its type when read, optional where it may be left out and has no default
   * @param optional may be left out of a literal
   */
  record RecordField(
      String name, Type type, boolean optional, Optional<dev.taffrail.value.Value> defaultValue) {}

  /** An enum declared in policy code. */
  record EnumType(String name, List<String> members, boolean ordered) implements Type {
    public EnumType {
      members = List.copyOf(members);
    }
  }

  /**
   * Text out of a list.
   *
   * @param open other text is possible too; a literal outside the list is only a warning
   */
  record TextEnum(Optional<String> name, List<String> values, boolean open) implements Type {
    public TextEnum {
      values = List.copyOf(values);
    }
  }

  /** One of several kinds. */
  record UnionOf(List<ObjectType> members) implements Type {
    public UnionOf {
      members = List.copyOf(members);
    }
  }

  /** Stands for any type in the signature of a built-in function. */
  record Variable(String name) implements Type {}

  /** {@code T?} by the rules: lists and maps are never optional, nothing is optional twice. */
  static Type optional(Type type) {
    return switch (type) {
      case OptionalOf already -> already;
      case ListOf list -> list;
      case SetOf set -> set;
      case MapOf map -> map;
      case Scalar scalar when scalar == Scalar.UNKNOWN -> scalar;
      default -> new OptionalOf(type);
    };
  }

  /** The type without its question mark. */
  default Type bare() {
    return this instanceof OptionalOf optional ? optional.type() : this;
  }

  default boolean isOptional() {
    return this instanceof OptionalOf;
  }

  default boolean isUnknown() {
    return this == Scalar.UNKNOWN;
  }
}
