package dev.taffrail.compiler.schema;

import dev.taffrail.compiler.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads types as the overlay writes them: {@code List<Capability>}, {@code Map<String, Bytes>},
 * {@code "Deny" | "Warn"}, with the word {@code open} in front if other text is possible too.
 */
final class TypeText {
  private static final Map<String, Type.Scalar> SCALARS = scalars();

  private TypeText() {}

  /**
   * @param named enums and records by name
   */
  static Type read(String text, Function<String, Optional<Type>> named) {
    if (text.startsWith("List<")) {
      return new Type.ListOf(read(inside(text, "List<"), named));
    }
    if (text.startsWith("Map<String, ")) {
      Type value = read(inside(text, "Map<String, "), named);
      return new Type.MapOf(Type.Scalar.STRING, value, value == Type.Scalar.QUANTITY);
    }
    if (text.startsWith("\"") || text.startsWith("open ")) {
      return textEnum(Optional.empty(), text);
    }
    Type.Scalar scalar = SCALARS.get(text);
    return scalar != null
        ? scalar
        : named
            .apply(text)
            .orElseThrow(() -> new IllegalStateException("unknown type `" + text + "`"));
  }

  static Type.TextEnum textEnum(Optional<String> name, String text) {
    boolean open = text.startsWith("open ");
    String members = open ? text.substring("open ".length()) : text;
    var values = new ArrayList<String>();
    for (String member : members.split(" \\| ", -1)) {
      values.add(member.substring(1, member.length() - 1));
    }
    return new Type.TextEnum(name, List.copyOf(values), open);
  }

  private static String inside(String text, String opening) {
    return text.substring(opening.length(), text.length() - 1);
  }

  private static Map<String, Type.Scalar> scalars() {
    var scalars = new HashMap<String, Type.Scalar>();
    for (Type.Scalar scalar : Type.Scalar.values()) {
      scalars.put(scalar.display(), scalar);
    }
    return scalars;
  }
}
