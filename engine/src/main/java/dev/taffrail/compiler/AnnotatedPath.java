package dev.taffrail.compiler;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.value.PathPattern;
import java.util.List;
import java.util.Optional;

/** Follows the path of an annotation through the schema of a kind. */
final class AnnotatedPath {
  private AnnotatedPath() {}

  /** Where a path leads. */
  sealed interface End {
    /** There is something of a type. */
    record At(Type type) implements End {}

    /**
     * The schema has no such field.
     *
     * @param help empty if there is no guess
     */
    record Nowhere(String message, Optional<String> help) implements End {}
  }

  /** Single quotes are read like double ones, which would end the text the path stands in. */
  static Optional<PathPattern> parse(String text) {
    return PathPattern.parse(text.replace("['", "[\"").replace("']", "\"]"));
  }

  static End follow(ObjectType root, List<PathPattern.Step> steps) {
    Type type = root;
    String owner = root.name();
    for (PathPattern.Step step : steps) {
      if (type == Type.Scalar.JSON) {
        return new End.At(type);
      }
      Optional<Type> next = next(type, step);
      if (next.isEmpty()) {
        return nowhere(owner, type, step);
      }
      type = next.get();
      owner = TypePrinter.print(type);
    }
    return new End.At(type);
  }

  private static Optional<Type> next(Type type, PathPattern.Step step) {
    return switch (step) {
      case PathPattern.Step.Key key -> {
        if (type instanceof Type.MapOf map) {
          yield Optional.of(map.value());
        }
        yield type instanceof ObjectType object
            ? object
                .field(key.name())
                .map(field -> field.type())
                .or(() -> object.open() ? Optional.of(Type.Scalar.JSON) : Optional.empty())
            : Optional.empty();
      }
      case PathPattern.Step.All all -> element(type);
      case PathPattern.Step.Element element -> element(type);
    };
  }

  private static Optional<Type> element(Type type) {
    return type instanceof Type.ListOf list ? Optional.of(list.element()) : Optional.empty();
  }

  private static End nowhere(String owner, Type type, PathPattern.Step step) {
    if (!(step instanceof PathPattern.Step.Key key)) {
      return new End.Nowhere(
          "`%s` is no list".formatted(owner),
          Optional.of("Brackets with a star or a number mean elements of a list."));
    }
    if (!(type instanceof ObjectType object)) {
      return new End.Nowhere(
          "`%s` has no field `%s`".formatted(owner, key.name()),
          type instanceof Type.ListOf
              ? Optional.of("Write `[*]` behind a list to mean each of its elements.")
              : Optional.empty());
    }
    return new End.Nowhere(
        "`%s` has no field `%s`".formatted(owner, key.name()),
        Spelling.nearest(key.name(), object.fields().keySet())
            .map("Did you mean `%s`?"::formatted));
  }
}
