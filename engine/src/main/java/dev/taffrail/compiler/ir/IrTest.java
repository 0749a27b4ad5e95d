package dev.taffrail.compiler.ir;

import dev.taffrail.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A test of a policy, ready to run.
 *
 * @param given expressions whose values are objects or lists of objects, in the order written
 * @param using values of parameters
 * @param frameSize slots that lets, {@code given} and {@code using} need
 */
public record IrTest(
    String module,
    String name,
    Span span,
    IrPolicy policy,
    List<IrStatement.Let> lets,
    List<IrExpr> given,
    Map<ParameterId, IrExpr> using,
    List<Expectation> expectations,
    int frameSize) {
  public IrTest {
    lets = List.copyOf(lets);
    given = List.copyOf(given);
    using = Map.copyOf(using);
    expectations = List.copyOf(expectations);
  }

  /** What must come out. */
  public sealed interface Expectation {
    Span span();

    record Pass(Span span) implements Expectation {}

    /** The policy does not apply to what is given. */
    record Skip(Span span) implements Expectation {}

    record Error(Span span) implements Expectation {}

    /**
     * At least one violation like this, or exactly as many as it says.
     *
     * @param at the field path
     * @param saying a part of the message
     * @param rule the id of a rule of the policy
     */
    record Violation(
        Span span,
        Optional<String> at,
        Optional<String> saying,
        Optional<String> rule,
        Optional<Integer> times)
        implements Expectation {}
  }
}
