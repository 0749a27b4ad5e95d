package dev.taffrail.compiler.schema;

import java.util.Optional;

/**
 * What we know about a field beyond the published schema.
 *
 * @param field its name, or {@code *} for the record itself
 * @param versions the Kubernetes versions it holds for; empty for all
 * @param type a finer type, as written
 * @param required whether the API server insists on the field, where the schema has it wrong
 * @param unset what the API server takes the field for when it is not set
 * @param zeroIsUnset a written zero value counts as not set
 * @param source where this is said
 */
record OverlayEntry(
    String field,
    Optional<String> versions,
    Optional<String> type,
    Optional<Boolean> required,
    Optional<Unset> unset,
    boolean zeroIsUnset,
    String source) {

  /** What stands for an unset field. */
  sealed interface Unset {
    /** A value, as JSON. */
    record Constant(String json) implements Unset {}

    /** A value that depends on other fields. */
    record Rule(String name) implements Unset {}
  }

  boolean holdsFor(String version) {
    return versions.isEmpty() || VersionRange.includes(versions.get(), version);
  }
}
