package dev.taffrail.compiler.type;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The typed face of a built-in: a member ({@code list.first}), a method ({@code image.within(p)})
 * or a function ({@code changed(x)}).
 *
 * @param receiver the type before the dot; empty for a function; may hold type variables
 * @param method true when it is called with parentheses; a member has no parameters
 * @param result may use the type variables of the receiver and the parameters
 */
public record Signature(
    String name, Optional<Type> receiver, boolean method, List<Parameter> parameters, Type result) {
  public Signature {
    parameters = List.copyOf(parameters);
  }

  public record Parameter(String name, Type type) {}

  @Override
  public String toString() {
    String head = receiver.map(r -> TypePrinter.print(r) + ".").orElse("") + name;
    String tail =
        method || receiver.isEmpty()
            ? parameters.stream()
                .map(p -> p.name() + ": " + TypePrinter.print(p.type()))
                .collect(Collectors.joining(", ", "(", ")"))
            : "";
    return head + tail + " -> " + TypePrinter.print(result);
  }
}
