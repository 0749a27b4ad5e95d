package dev.taffrail.compiler.type;

import dev.taffrail.compiler.type.Type.Scalar;
import java.util.List;
import java.util.Optional;

/** What policies see of a field that names another object. */
public final class ReferenceType {
  /** The name in the language. */
  public static final String NAME = "Reference";

  /** Whether the object it names is there; looked up when asked. */
  public static final String RESOLVES = "resolves";

  public static final Type.RecordType TYPE =
      new Type.RecordType(
          Optional.of(NAME),
          List.of(
              field("object", Scalar.ANY),
              field("path", Scalar.STRING),
              field("apiVersion", Scalar.STRING),
              field("kind", Scalar.STRING),
              field("name", Scalar.STRING),
              field("namespace", Type.optional(Scalar.STRING)),
              field("key", Type.optional(Scalar.STRING)),
              field("keys", new Type.SetOf(Scalar.STRING)),
              field("isOptional", Scalar.BOOL)));

  private ReferenceType() {}

  private static Type.RecordField field(String name, Type type) {
    return new Type.RecordField(name, type, type.isOptional(), Optional.empty());
  }
}
