package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.BOOL;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.UnixPaths;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Members of the components of a cluster. */
final class ComponentBuiltins {
  private ComponentBuiltins() {}

  static List<Builtin> all(SchemaTypes types) {
    var kinds = new ArrayList<ObjectType>();
    for (Component component : Component.values()) {
      types.type(component.kind()).ifPresent(kinds::add);
    }
    var signature =
        new Signature(
            "mounts",
            Optional.of(new Type.UnionOf(kinds)),
            true,
            List.of(new Signature.Parameter("path", STRING)),
            BOOL);
    return List.of(
        new Builtin(
            signature,
            "Whether a volume is mounted at the path or at a folder above it.",
            "kubeApiServer.mounts(\"/etc/kubernetes/pki/ca.crt\")",
            (arguments, context) -> {
              var mounted =
                  (ListValue) context.reader().read((ObjectValue) arguments.get(0), "mountPaths");
              String path = ((Value.Text) arguments.get(1)).value();
              return Value.Bool.of(
                  mounted.elements().stream()
                      .anyMatch(
                          mount ->
                              mount instanceof Value.Text folder
                                  && UnixPaths.within(path, folder.value())));
            }));
  }
}
