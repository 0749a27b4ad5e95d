package dev.taffrail.compiler.ir;

import dev.taffrail.compiler.type.RequestType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.GroupKind;
import dev.taffrail.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A test of a policy, ready to run.
 *
 * @param given in the order written
 * @param world what the policy can ask beside its object
 * @param using values of parameters
 * @param frameSize slots that lets, {@code given} and {@code using} need
 */
public record IrTest(
    String module,
    String name,
    Span span,
    IrPolicy policy,
    List<IrStatement.Let> lets,
    List<Given> given,
    World world,
    Map<ParameterId, IrExpr> using,
    List<Expectation> expectations,
    int frameSize) {
  public IrTest {
    lets = List.copyOf(lets);
    given = List.copyOf(given);
    using = Map.copyOf(using);
    expectations = List.copyOf(expectations);
  }

  /** The same with other objects. */
  public IrTest giving(List<Given> others) {
    return new IrTest(
        module, name, span, policy, lets, others, world, using, expectations, frameSize);
  }

  /**
   * What a policy can ask beside its object.
   *
   * @param complete kinds of which nothing is missing, beside those that are given; empty for all
   * @param asOf its value is a moment
   * @param ranges their values are sets of address ranges
   * @param externals what functions of the host answer: a map from the argument, or a list of
   *     records with the arguments by name and {@link #ANSWER}
   */
  public record World(
      Optional<Set<GroupKind>> complete,
      Optional<IrExpr> asOf,
      Map<IrExpr.ClusterRanges.Of, IrExpr> ranges,
      Map<GlobalId, IrExpr> externals) {
    /** The field of a record that has the answer. */
    public static final String ANSWER = "answer";

    /** Nothing is said of it. */
    public static final World UNKNOWN =
        new World(Optional.empty(), Optional.empty(), Map.of(), Map.of());

    public World {
      complete = complete.map(Set::copyOf);
      ranges = Collections.unmodifiableMap(new LinkedHashMap<>(ranges));
      externals = Collections.unmodifiableMap(new LinkedHashMap<>(externals));
    }

    /** This, and where it is silent what an earlier line says. */
    public World or(World earlier) {
      var all = new LinkedHashMap<>(earlier.externals);
      all.putAll(externals);
      var either = new LinkedHashMap<>(earlier.ranges);
      either.putAll(ranges);
      return new World(complete.or(earlier::complete), asOf.or(earlier::asOf), either, all);
    }
  }

  /**
   * What is judged. With an old object or a request it is judged as at admission.
   *
   * @param object its value is an object or a list of objects; empty for what is deleted
   * @param old its value is the object as it was before
   * @param request its value is a record of {@link #REQUEST}
   */
  public record Given(
      Span span, Optional<IrExpr> object, Optional<IrExpr> old, Optional<IrExpr> request) {
    public List<IrExpr> expressions() {
      return Stream.of(object, old, request).flatMap(Optional::stream).toList();
    }
  }

  /** What a test says of a request; everything may be left out. */
  public static final Type.RecordType REQUEST = allOptional(RequestType.TYPE);

  private static Type.RecordType allOptional(Type.RecordType type) {
    return new Type.RecordType(
        type.name(),
        type.fields().stream()
            .map(
                field ->
                    new Type.RecordField(
                        field.name(),
                        Type.optional(
                            field.type() instanceof Type.RecordType inner
                                ? allOptional(inner)
                                : field.type()),
                        true,
                        Optional.empty()))
            .toList());
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
