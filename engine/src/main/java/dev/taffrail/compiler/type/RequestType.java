package dev.taffrail.compiler.type;

import dev.taffrail.compiler.type.Type.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * What policies see of an admission request. Source: {@code k8s.io/api/admission/v1/types.go},
 * AdmissionRequest, and {@code k8s.io/api/authentication/v1/types.go}, UserInfo.
 */
public final class RequestType {
  /** The name in the language. */
  public static final String NAME = "Request";

  private static final Type.TextEnum OPERATION =
      new Type.TextEnum(Optional.empty(), List.of("CREATE", "UPDATE", "DELETE", "CONNECT"), false);

  private static final Type.RecordType USER =
      new Type.RecordType(
          Optional.of("User"),
          List.of(
              field("name", Scalar.STRING),
              field("uid", Scalar.STRING),
              field("groups", new Type.ListOf(Scalar.STRING)),
              field("extra", new Type.MapOf(Scalar.STRING, new Type.ListOf(Scalar.STRING)))));

  private static final Type.RecordType KIND =
      new Type.RecordType(
          Optional.of("GroupVersionKind"),
          List.of(
              field("group", Scalar.STRING),
              field("version", Scalar.STRING),
              field("kind", Scalar.STRING)));

  /**
   * {@code Request}. {@code kind} is what the object is; {@code requestKind} and {@code
   * requestSubresource} are what was asked for, which differs where the API server converted it
   * ({@code matchPolicy: Equivalent}).
   */
  public static final Type.RecordType TYPE =
      new Type.RecordType(
          Optional.of(NAME),
          List.of(
              field("operation", OPERATION),
              field("user", USER),
              field("subresource", Type.optional(Scalar.STRING)),
              field("kind", KIND),
              field("requestKind", KIND),
              field("requestSubresource", Type.optional(Scalar.STRING)),
              field("dryRun", Scalar.BOOL)));

  private RequestType() {}

  private static Type.RecordField field(String name, Type type) {
    return new Type.RecordField(name, type, type.isOptional(), Optional.empty());
  }
}
