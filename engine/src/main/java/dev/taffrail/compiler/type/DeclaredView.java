package dev.taffrail.compiler.type;

import dev.taffrail.object.GroupKind;
import dev.taffrail.value.PathPattern;
import java.util.List;
import java.util.Optional;

/**
 * A part of an object that policies see as an object of another kind.
 *
 * @param carrier the kind of the object, in all its versions
 * @param namespace of the object; empty for every one
 * @param name of the object, or a text that it starts with if a star ends it; empty for every one
 * @param path the part, from the root of the object
 * @param seen what it is seen as
 * @param form how it is written
 * @param whole whatever stands there is of the kind; otherwise only what says so by its {@code
 *     apiVersion} and {@code kind}
 */
public record DeclaredView(
    GroupKind carrier,
    Optional<String> namespace,
    Optional<String> name,
    List<PathPattern.Step> path,
    ObjectType seen,
    Form form,
    boolean whole) {
  public DeclaredView {
    path = List.copyOf(path);
  }

  /** How the part is written. */
  public enum Form {
    /** As a record of the object. */
    RECORD,
    /** As text that holds YAML or JSON. */
    TEXT
  }
}
