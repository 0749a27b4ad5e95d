package dev.taffrail.runtime.inventory;

import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.SnapshotType;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.source.SourceFile;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import java.util.Optional;

/** Everything that was given, as the one object that policies about a Snapshot judge. */
public final class SnapshotObject {
  private SnapshotObject() {}

  /** Findings about it stand in no manifest; they name a file {@code snapshot}. */
  public static ObjectValue of(SchemaTypes types) {
    var version = new Node.Text(types.version(), 0, 0);
    var root =
        new Node.Mapping(
            new String[] {SnapshotType.VERSION_FIELD}, new int[1], new Node[] {version}, 0, 0);
    var object =
        new KubernetesObject(
            SourceFile.of("snapshot", ""),
            root,
            new GroupVersionKind("", "", SnapshotType.NAME),
            Optional.empty(),
            "of what was given",
            0,
            -1);
    return ObjectValue.root(SnapshotType.TYPE, root, new Place(object, FieldPath.ROOT));
  }
}
