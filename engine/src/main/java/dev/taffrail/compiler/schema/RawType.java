package dev.taffrail.compiler.schema;

/** The type of a field as the published schema has it, before the overlay refines it. */
public sealed interface RawType {

  /** Types without parts. */
  enum Scalar implements RawType {
    STRING,
    INT,
    BOOL,
    NUMBER,
    QUANTITY,
    INT_OR_STRING,
    /** Base64 text in a manifest. */
    BYTES,
    /** A date with time, in RFC 3339. */
    TIMESTAMP,
    /** A Go duration such as {@code 1h30m}; only in config-file kinds. */
    DURATION,
    /** Anything at all. */
    JSON
  }

  record ListOf(RawType element) implements RawType {}

  /** Keys are always strings. */
  record MapOf(RawType value) implements RawType {}

  /**
   * An object of another definition.
   *
   * @param id for example {@code io.k8s.api.core.v1.Container}
   */
  record Ref(String id) implements RawType {}
}
