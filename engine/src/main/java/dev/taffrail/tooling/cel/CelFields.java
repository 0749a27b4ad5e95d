package dev.taffrail.tooling.cel;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.Type;
import java.util.Optional;
import java.util.Set;

/** Reads fields: what is not set is what Kubernetes takes it for. */
final class CelFields {
  /** Words of CEL, which the API server has other names for. */
  private static final Set<String> RESERVED =
      Set.of(
          "as",
          "break",
          "const",
          "continue",
          "else",
          "false",
          "for",
          "function",
          "if",
          "import",
          "in",
          "let",
          "loop",
          "namespace",
          "null",
          "package",
          "return",
          "true",
          "var",
          "void",
          "while");

  private CelFields() {}

  /** Whether a field was written, whatever unset means. */
  static CelValue written(IrExpr.ReadField read, CelValue receiver) throws Untranslatable {
    return CelValue.compound(CelValue.and(receiver.present(), "has(" + path(read, receiver) + ")"));
  }

  static CelValue value(IrExpr.ReadField read, CelValue receiver) throws Untranslatable {
    String path = path(read, receiver);
    Field field = field(read);
    String has = "has(" + path + ")";
    if (field.isCollection() && field.fallback().isEmpty()) {
      return otherwise(
          CelValue.and(receiver.present(), has),
          path,
          field.type() instanceof Type.MapOf ? "{}" : "[]");
    }
    Optional<Field.Fallback> fallback = field.fallback();
    if (fallback.isEmpty()) {
      return new CelValue(
          path,
          field.required() ? receiver.present() : CelValue.and(receiver.present(), has),
          true);
    }
    return switch (fallback.get()) {
      case Field.Fallback.Contextual rule ->
          throw new Untranslatable(
              "`%s`, which unset depends on other fields".formatted(read.name()), read.span());
      case Field.Fallback.Constant constant -> {
        String written = CelValue.and(has, notZero(constant, path, read));
        String unset = CelLiterals.of(constant.value(), read.span());
        yield read.emptyWhenAbsent() || receiver.present().isEmpty()
            ? otherwise(CelValue.and(receiver.present(), written), path, unset)
            : otherwise(written, path, unset).whenPresent(receiver.present());
      }
    };
  }

  /** A zero that was written counts as unset where the API server cannot tell them apart. */
  private static String notZero(
      Field.Fallback.Constant fallback, String path, IrExpr.ReadField read) throws Untranslatable {
    if (!fallback.zeroIsUnset()) {
      return "";
    }
    Type type = field(read).type();
    if (type == Type.Scalar.BOOL) {
      return path;
    }
    if (type == Type.Scalar.INT) {
      return path + " != 0";
    }
    if (CelLiterals.isText(type)) {
      return path + " != \"\"";
    }
    throw new Untranslatable("`" + read.name() + "`, whose zero counts as unset", read.span());
  }

  private static CelValue otherwise(String condition, String path, String unset) {
    return CelValue.compound(condition + " ? " + path + " : " + unset);
  }

  private static String path(IrExpr.ReadField read, CelValue receiver) throws Untranslatable {
    boolean isPlain =
        read.name().chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c))
            && !RESERVED.contains(read.name());
    if (!isPlain || read.fields().size() != 1) {
      throw new Untranslatable("the field `" + read.name() + "`", read.span());
    }
    return receiver.operand() + "." + read.name();
  }

  private static Field field(IrExpr.ReadField read) {
    return read.fields().getFirst().field();
  }
}
