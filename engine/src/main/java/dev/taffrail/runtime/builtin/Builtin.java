package dev.taffrail.runtime.builtin;

import dev.taffrail.compiler.type.Signature;
import dev.taffrail.value.Value;
import java.util.List;

/**
 * A built-in member, method or function: what the checker sees and what it does, in one place.
 *
 * @param documentation one or two sentences
 * @param example an expression with its value, {@code "a/b".before("/") == "a"}; tests evaluate it
 */
public record Builtin(Signature signature, String documentation, String example, Code code) {

  /** What a built-in does. */
  @FunctionalInterface
  public interface Code {
    /**
     * The result.
     *
     * @param arguments the receiver first, if there is one; none of them absent unless the
     *     signature's parameter is optional
     * @throws dev.taffrail.value.EvaluationError if there is no value
     */
    Value call(List<Value> arguments, CallContext context);
  }
}
