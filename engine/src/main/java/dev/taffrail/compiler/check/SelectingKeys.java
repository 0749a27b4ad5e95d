package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ir.IrIndex;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keys of indexes with a label selector, which are asked for with labels; and keys with labels,
 * which may be asked for with a selector.
 */
record SelectingKeys(Type key, Optional<IrIndex.Selecting> part, ObjectType selector) {
  private static final Type LABELS = new Type.MapOf(Scalar.STRING, Scalar.STRING);

  static Optional<SelectingKeys> of(Type key, Optional<ObjectType> selector) {
    return selector.map(type -> new SelectingKeys(key, partOf(key, type), type));
  }

  private static Optional<IrIndex.Selecting> partOf(Type key, ObjectType selector) {
    if (!(key instanceof Type.RecordType record)) {
      return isSelecting(key, selector)
          ? Optional.of(new IrIndex.Selecting(Optional.empty(), key.equals(selector)))
          : Optional.empty();
    }
    List<Type.RecordField> selectors =
        record.fields().stream().filter(f -> f.type().equals(selector)).toList();
    List<Type.RecordField> found =
        selectors.isEmpty()
            ? record.fields().stream().filter(f -> isSelecting(f.type(), selector)).toList()
            : selectors;
    // Two maps of one key are compared: nobody could say which of them is meant to be matched.
    return found.size() == 1
        ? Optional.of(
            new IrIndex.Selecting(
                Optional.of(found.getFirst().name()), found.getFirst().type().equals(selector)))
        : Optional.empty();
  }

  private static boolean isSelecting(Type type, ObjectType selector) {
    return type.equals(selector) || type.equals(LABELS);
  }

  /** Whether more than one part of the key is a selector, of which only one can be matched. */
  boolean isAmbiguous() {
    return key instanceof Type.RecordType record
        && record.fields().stream().filter(f -> f.type().equals(selector)).count() > 1;
  }

  /** The types of what one may ask for. */
  List<Type> asked() {
    if (part.isEmpty()) {
      return List.of(key);
    }
    return part.get().holdsSelectors() ? List.of(with(LABELS)) : List.of(key, with(selector));
  }

  private Type with(Type other) {
    Optional<String> field = part.orElseThrow().field();
    if (field.isEmpty()) {
      return other;
    }
    var record = (Type.RecordType) key;
    var fields = new ArrayList<Type.RecordField>();
    for (Type.RecordField each : record.fields()) {
      fields.add(
          each.name().equals(field.get())
              ? new Type.RecordField(each.name(), other, each.optional(), each.defaultValue())
              : each);
    }
    return new Type.RecordType(record.name(), fields);
  }
}
