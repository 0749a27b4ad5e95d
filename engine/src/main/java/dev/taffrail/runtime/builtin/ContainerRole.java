package dev.taffrail.runtime.builtin;

import dev.taffrail.compiler.type.Type;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.runtime.read.Surroundings;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a container is for, by the list it stands in and its restart policy. */
enum ContainerRole {
  INIT,
  SIDECAR,
  APP,
  EPHEMERAL;

  static final Type TYPE =
      new Type.TextEnum(
          Optional.empty(), Arrays.stream(values()).map(ContainerRole::word).toList(), false);

  static ContainerRole of(ObjectValue container, FieldReader reader) {
    return switch (Surroundings.listOf(container.place()).orElse("")) {
      case "initContainers" ->
          reader.read(container, "restartPolicy").equals(new Value.Text("Always")) ? SIDECAR : INIT;
      case "ephemeralContainers" -> EPHEMERAL;
      default -> APP;
    };
  }

  /** As policies write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
