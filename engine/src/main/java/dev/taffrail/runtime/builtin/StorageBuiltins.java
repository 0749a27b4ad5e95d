package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.BOOL;

import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.List;

/** Members of storage classes. */
final class StorageBuiltins {
  /** The second is older and still counts. */
  private static final List<String> DEFAULT_MARKS =
      List.of(
          "storageclass.kubernetes.io/is-default-class",
          "storageclass.beta.kubernetes.io/is-default-class");

  private StorageBuiltins() {}

  static List<Builtin> all(SchemaTypes types) {
    return List.of(
        ObjectMember.of(
            types.type("StorageClass").orElseThrow(),
            "isDefault",
            BOOL,
            "Whether claims that name no class get this one.",
            "not storageClass.isDefault",
            (receiver, reader) -> Value.Bool.of(isDefault(receiver, reader))));
  }

  private static boolean isDefault(ObjectValue storageClass, FieldReader reader) {
    return ObjectMember.record(storageClass, "metadata", reader)
        .map(metadata -> (MapValue) reader.read(metadata, "annotations"))
        .filter(
            annotations ->
                DEFAULT_MARKS.stream()
                    .map(mark -> annotations.get(new Value.Text(mark)))
                    .anyMatch(new Value.Text("true")::equals))
        .isPresent();
  }
}
