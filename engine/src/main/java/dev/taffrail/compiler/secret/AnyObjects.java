package dev.taffrail.compiler.secret;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.ReferenceType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.Value;
import java.util.Set;

/**
 * Objects whose kind is known at run time only, and that may therefore be Secrets.
 *
 * <p>Only those that are looked up count: of what a policy judges, the run knows whether it is a
 * Secret when it reports.
 */
final class AnyObjects {
  private static final String SECRET = "Secret";
  private static final Set<String> FIELDS = Set.of("data", "stringData");

  private AnyObjects() {}

  /** A kind that is written out tells. */
  static boolean mayBeSecret(IrExpr.FindAny found) {
    return !(found.kind() instanceof IrExpr.Constant constant
        && constant.value() instanceof Value.Text kind
        && !kind.value().equals(SECRET));
  }

  /** What holds a reference is an object of any kind. */
  static boolean isHolderOfReference(IrExpr.ReadRecord read) {
    return read.receiver().type().bare().equals(ReferenceType.TYPE) && isAny(read.type());
  }

  static boolean isAny(Type type) {
    return type.bare() == Type.Scalar.ANY;
  }

  /** Whether a key of such an object leads to what a Secret hides. */
  static boolean hides(String key) {
    return FIELDS.contains(key);
  }

  /** Whether an object turned out to be of a kind, which from there on decides by its type. */
  static boolean isKind(Type type) {
    return switch (type.bare()) {
      case ObjectType object -> object.kind().isPresent();
      case Type.UnionOf union -> union.members().stream().allMatch(AnyObjects::isKind);
      default -> false;
    };
  }

  /** Whether objects are printed by their names, and lists of them. */
  static boolean isPrintedByName(Type type) {
    return switch (type.bare()) {
      case Type.ListOf list -> isPrintedByName(list.element());
      case Type.SetOf set -> isPrintedByName(set.element());
      default -> isAny(type);
    };
  }
}
