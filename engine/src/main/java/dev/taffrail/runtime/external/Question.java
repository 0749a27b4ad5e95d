package dev.taffrail.runtime.external;

import dev.taffrail.compiler.ir.IrExternal;
import dev.taffrail.object.Node;
import dev.taffrail.object.Nodes;
import dev.taffrail.value.Value;
import java.util.List;

/**
 * One call of a function that the host answers.
 *
 * <p>Two questions are the same if they ask the same function with the same arguments as JSON,
 * which is all that leaves the engine.
 *
 * @param arguments by the names of the parameters, in their order
 */
public record Question(IrExternal function, Node.Mapping arguments) {

  /** A call with values. */
  public static Question of(IrExternal function, List<Value> arguments) {
    return new Question(
        function,
        new Node.Mapping(
            function.names().toArray(String[]::new),
            new int[arguments.size()],
            arguments.stream().map(a -> ValueNodes.of(a, 0, 0)).toArray(Node[]::new),
            0,
            0));
  }

  /** The arguments as compact JSON. */
  public String json() {
    return Nodes.toJson(arguments);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Question q
        && q.function.id().equals(function.id())
        && q.json().equals(json());
  }

  @Override
  public int hashCode() {
    return 31 * function.id().hashCode() + json().hashCode();
  }

  /** As it would be written in a policy, {@code resolveDigest("nginx:1.27")}. */
  @Override
  public String toString() {
    var words = new StringBuilder(function.id().name()).append('(');
    for (int i = 0; i < arguments.size(); i++) {
      words.append(i == 0 ? "" : ", ").append(Nodes.toJson(arguments.value(i)));
    }
    return words.append(')').toString();
  }
}
