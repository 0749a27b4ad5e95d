package dev.taffrail.compiler.type;

import dev.taffrail.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * A field of an object type.
 *
 * @param name its key in manifests
 * @param type its type when set, never optional
 * @param required the schema demands it
 * @param fallback what Kubernetes takes it for when it is not set
 * @param mergeKeys for a list: the fields that tell its elements apart when two lists are merged
 */
public record Field(
    String name, Type type, boolean required, Optional<Fallback> fallback, List<String> mergeKeys) {
  public Field {
    mergeKeys = List.copyOf(mergeKeys);
  }

  public Field(String name, Type type, boolean required, Optional<Fallback> fallback) {
    this(name, type, required, fallback, List.of());
  }

  /** What an unset field means. */
  public sealed interface Fallback {
    /**
     * A zero value that was written ({@code ""}, 0, {@code false}, an empty list) counts as not
     * set, because the API server cannot tell it from an absent one.
     */
    boolean zeroIsUnset();

    /** Where the rule comes from: a page of the documentation or a file of the upstream source. */
    String source();

    /** Always the same value. */
    record Constant(Value value, boolean zeroIsUnset, String source) implements Fallback {
      public Constant(Value value, String source) {
        this(value, false, source);
      }
    }

    /**
     * A value that depends on other fields of the object.
     *
     * @param rule the name of the rule that computes it, see the overlay
     */
    record Contextual(String rule, boolean zeroIsUnset, String source) implements Fallback {
      public Contextual(String rule, String source) {
        this(rule, false, source);
      }
    }
  }

  /** Reading the field gives a value even when it is not set. */
  public boolean hasFallback() {
    return fallback.isPresent();
  }

  /** Lists and maps read as empty when they are not set. */
  public boolean isCollection() {
    return type instanceof Type.ListOf || type instanceof Type.SetOf || type instanceof Type.MapOf;
  }

  /** The type of a read through a parent that is there. */
  public Type readType() {
    return required || hasFallback() || isCollection() ? type : Type.optional(type);
  }
}
