package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.type.ObjectType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A local variable of generated code and what is known of its value while generating.
 *
 * @param origin for records, and for lists of them that of their holder: how to make a value of it
 * @param path for records: which part of a tree it is, as the key of what was read before
 */
record Slot(Repr repr, int local, Origin origin, @Nullable String path) {

  static Slot of(Repr repr, int local) {
    return new Slot(repr, local, new Origin.None(), null);
  }

  /** Where a record stands, as far as it is needed to make a value of its tree. */
  sealed interface Origin {
    /** It is no record. */
    record None() implements Origin {}

    record Target() implements Origin {}

    /** A value that is there already. */
    record Held(int local) implements Origin {}

    /** A field of another record. */
    record Child(Slot holder, ObjectType shape, String field) implements Origin {}

    /**
     * An element of a list in a field of another record.
     *
     * @param list the field; if empty, {@code which} says which list of containers it is
     */
    record Element(Slot holder, ObjectType shape, Optional<String> list, int which, int index)
        implements Origin {}
  }
}
