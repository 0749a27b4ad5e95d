package dev.taffrail.runtime.builtin;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.List;
import java.util.Optional;

/** A member that Kubernetes objects have beside the fields of their schema. */
final class ObjectMember {
  private ObjectMember() {}

  /** What the member is, computed from the object. */
  @FunctionalInterface
  interface Code {
    Value read(ObjectValue receiver, FieldReader reader);
  }

  static Builtin of(
      ObjectType receiver,
      String name,
      Type result,
      String documentation,
      String example,
      Code code) {
    var signature = new Signature(name, Optional.of(receiver), false, List.of(), result);
    return new Builtin(
        signature,
        documentation,
        example,
        (arguments, context) -> code.read((ObjectValue) arguments.getFirst(), context.reader()));
  }

  /** The elements of a list field. */
  static ListValue list(ObjectValue holder, String field, FieldReader reader) {
    return (ListValue) reader.read(holder, field);
  }

  /** The record in a field, if it is set. */
  static Optional<ObjectValue> record(ObjectValue holder, String field, FieldReader reader) {
    return reader.read(holder, field) instanceof ObjectValue found
        ? Optional.of(found)
        : Optional.empty();
  }

  /** The same record seen as another type, at the same place. */
  static ObjectValue as(ObjectType type, ObjectValue record) {
    return new ObjectValue(type, record.node(), record.place(), record.root());
  }

  static Optional<Place> place(ListValue list, int index) {
    return list.origins().of(index);
  }
}
