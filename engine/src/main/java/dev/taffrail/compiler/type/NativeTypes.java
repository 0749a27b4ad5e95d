package dev.taffrail.compiler.type;

import static dev.taffrail.compiler.type.Type.Scalar.DATE;
import static dev.taffrail.compiler.type.Type.Scalar.FILE_MODE;
import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.compiler.type.Type.Scalar.JSON;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;
import static dev.taffrail.compiler.type.Type.Scalar.UNIX_PATH;

import dev.taffrail.value.CertificateValue;
import dev.taffrail.value.EnumValue;
import dev.taffrail.value.version.VersionScheme;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Enums and records that built-ins take and give; policy files may declare others of their name.
 */
public final class NativeTypes {
  public static final Type.EnumType ROUNDING = named("Rounding", List.of("up", "down"));
  public static final Type.EnumType VERSION_SCHEME = named("VersionScheme", VersionScheme.words());

  public static final Type.EnumType WEEKDAY =
      named(
          "Weekday",
          List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"));

  public static final Type.EnumType KEY_ALGORITHM =
      named("KeyAlg", CertificateValue.KEY_ALGORITHMS);
  public static final Type.EnumType HASH_ALGORITHM =
      named("HashAlg", CertificateValue.HASH_ALGORITHMS);

  /** The public key of a certificate. */
  public static final Type.RecordType CERTIFICATE_KEY =
      record("CertificateKey", field("algorithm", KEY_ALGORITHM), field("bits", INT));

  /** A moment as a clock on the wall of some place shows it. */
  public static final Type.RecordType LOCAL_TIME =
      record(
          "LocalTime",
          field("date", DATE),
          field("weekday", WEEKDAY),
          field("hour", INT),
          field("minute", INT));

  /** A file on a node, as far as somebody looked at it. */
  public static final Type.RecordType NODE_FILE =
      record(
          "NodeFile",
          field("role", STRING),
          field("path", Type.optional(UNIX_PATH)),
          field("mode", Type.optional(FILE_MODE)),
          field("owner", Type.optional(STRING)));

  /** A text, number or Boolean somewhere in data without a schema. */
  public static final Type.RecordType LEAF =
      record("Leaf", field("path", STRING), field("key", STRING), field("value", JSON));

  private static final List<Type.EnumType> ENUMS =
      List.of(ROUNDING, VERSION_SCHEME, WEEKDAY, KEY_ALGORITHM, HASH_ALGORITHM);

  private static final List<Type.RecordType> RECORDS =
      List.of(CERTIFICATE_KEY, LOCAL_TIME, LEAF, NODE_FILE);

  private NativeTypes() {}

  /** The type of a name. */
  public static Optional<Type> type(String name) {
    return enumType(name)
        .<Type>map(type -> type)
        .or(() -> RECORDS.stream().filter(r -> r.name().equals(Optional.of(name))).findFirst());
  }

  public static Optional<Type.EnumType> enumType(String name) {
    return ENUMS.stream().filter(type -> type.name().equals(name)).findFirst();
  }

  /** All names, for did-you-mean. */
  public static List<String> names() {
    return Stream.concat(
            ENUMS.stream().map(Type.EnumType::name),
            RECORDS.stream().map(type -> type.name().orElseThrow()))
        .toList();
  }

  /** A member of one of the enums. */
  public static EnumValue member(Type.EnumType type, String name) {
    int at = type.members().indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException("`%s` has no member `%s`".formatted(type.name(), name));
    }
    return new EnumValue(type.name(), name, at);
  }

  private static Type.EnumType named(String name, List<String> members) {
    return new Type.EnumType(name, members, false);
  }

  private static Type.RecordType record(String name, Type.RecordField... fields) {
    return new Type.RecordType(Optional.of(name), List.of(fields));
  }

  private static Type.RecordField field(String name, Type type) {
    return new Type.RecordField(name, type, false, Optional.empty());
  }
}
