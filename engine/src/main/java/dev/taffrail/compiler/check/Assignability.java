package dev.taffrail.compiler.check;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import java.util.Set;

/** Which type fits where another is wanted; the complete list, nothing else is implicit. */
final class Assignability {
  /** Types whose values are text with a rule; they may stand where text is wanted. */
  private static final Set<Scalar> TEXTUAL =
      Set.of(
          Scalar.STRING,
          Scalar.DIGEST,
          Scalar.CAPABILITY,
          Scalar.LABEL_KEY,
          Scalar.UNIX_PATH,
          Scalar.URL,
          Scalar.ADDRESS,
          Scalar.DNS_NAME,
          Scalar.FILE_MODE,
          Scalar.TIME_ZONE);

  private Assignability() {}

  static boolean isTextual(Type type) {
    return type instanceof Type.TextEnum || (type instanceof Scalar s && TEXTUAL.contains(s));
  }

  static boolean fits(Type from, Type to) {
    if (from.isUnknown() || to.isUnknown() || from.equals(to)) {
      return true;
    }
    if (to instanceof Type.OptionalOf wanted) {
      return fits(from.bare(), wanted.type());
    }
    if (from instanceof Type.OptionalOf) {
      return false;
    }
    return switch (to) {
      case Scalar scalar -> fitsScalar(from, scalar);
      case Type.ListOf list -> from instanceof Type.ListOf f && fits(f.element(), list.element());
      case Type.SetOf set -> from instanceof Type.SetOf f && fits(f.element(), set.element());
      case Type.MapOf map ->
          from instanceof Type.MapOf f && fits(f.key(), map.key()) && fits(f.value(), map.value());
      case Type.RecordType record -> from instanceof Type.RecordType f && fitsRecord(f, record);
      case Type.TextEnum text ->
          from instanceof Type.TextEnum f && text.values().containsAll(f.values())
              || text.open() && isTextual(from);
      case Type.UnionOf union -> fitsUnion(from, union);
      case Type.RangeOf range -> from instanceof Type.RangeOf f && fits(f.bound(), range.bound());
      case Type.EnumType named ->
          from instanceof Type.EnumType f
              && f.name().equals(named.name())
              && f.members().equals(named.members());
      case Type.OptionalOf optional -> false;
      case Type.Variable variable -> true;
      case ObjectType object -> false;
    };
  }

  private static boolean fitsScalar(Type from, Scalar to) {
    return switch (to) {
      case STRING -> isTextual(from);
      case DECIMAL -> from == Scalar.INT;
      case ANY ->
          from instanceof Type.UnionOf
              || (from instanceof ObjectType object && object.kind().isPresent());
      default -> false;
    };
  }

  private static boolean fitsRecord(Type.RecordType from, Type.RecordType to) {
    return to.fields().stream()
        .allMatch(
            wanted ->
                from.field(wanted.name())
                    .map(found -> fits(found.type(), wanted.type()))
                    .orElse(wanted.optional()));
  }

  private static boolean fitsUnion(Type from, Type.UnionOf to) {
    return switch (from) {
      case ObjectType object -> to.members().contains(object);
      case Type.UnionOf union -> to.members().containsAll(union.members());
      default -> false;
    };
  }

  /** The type both fit, if there is one; for list elements and branches. */
  static java.util.Optional<Type> common(Type a, Type b) {
    if (fits(a, b)) {
      return java.util.Optional.of(b);
    }
    if (fits(b, a)) {
      return java.util.Optional.of(a);
    }
    if (a.isOptional() || b.isOptional()) {
      return common(a.bare(), b.bare()).map(Type::optional);
    }
    if (isTextual(a) && isTextual(b)) {
      return java.util.Optional.of(Scalar.STRING);
    }
    return java.util.Optional.empty();
  }
}
