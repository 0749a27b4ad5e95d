package dev.taffrail;

import dev.taffrail.object.Node;
import dev.taffrail.object.ValueReader;
import dev.taffrail.object.ValueReader.Reading;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;

/**
 * A value for a parameter, as a user gave it.
 *
 * @param name {@code param} (every selected policy or module that has it), {@code module/param},
 *     {@code policy-id.param} or {@code module/policy-id.param}
 * @param nameSpan where the name stands, for messages
 * @param value the value as read from YAML or JSON
 * @param valueSource where the offsets of the value's nodes point
 */
public record ParameterValue(String name, Span nameSpan, Node value, SourceFile valueSource) {

  /**
   * A value that does not come from a file.
   *
   * @param value YAML or JSON, such as {@code 3} or {@code [ghcr.io/acme, registry.k8s.io]}
   * @throws IllegalArgumentException if the text is not one YAML value; the message says why.
   *     Whether the value fits the parameter is decided when policies are compiled.
   */
  public static ParameterValue of(String name, String value) {
    var source = SourceFile.of("parameter " + name, value);
    return switch (ValueReader.read(source)) {
      case Reading.Value read ->
          new ParameterValue(
              name, SourceFile.of("parameters", name).span(0, name.length()), read.node(), source);
      case Reading.Unreadable unreadable ->
          throw new IllegalArgumentException(
              unreadable.problem().span() + ": " + unreadable.problem().message());
    };
  }
}
