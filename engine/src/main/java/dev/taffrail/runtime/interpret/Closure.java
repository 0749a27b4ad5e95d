package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrClause;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.value.Chain;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.Ordering;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be reached from some nodes, each with the edges of a shortest way to it.
 *
 * <p>Breadth first; within a level nodes in their order, edges in the order of their list, and the
 * first arrival wins, so that the result depends on nothing else. Every node is expanded once; a
 * body that keeps inventing nodes meets the limits.
 */
final class Closure {
  static final int MOST_NODES = 100_000;
  static final int MOST_EDGES = 1_000_000;

  private final IrExpr.Comprehension comprehension;
  private final IrClause.Generator generator;
  private final ExpressionInterpreter expressions;
  private final Frame frame;

  /** The way to each node; empty for seeds. It is that to the node before and one edge. */
  private final Map<Value, Chain> ways = new LinkedHashMap<>();

  private long edges;

  Closure(IrExpr.Comprehension comprehension, ExpressionInterpreter expressions, Frame frame) {
    this.comprehension = comprehension;
    this.generator = (IrClause.Generator) comprehension.clauses().getFirst();
    this.expressions = expressions;
    this.frame = frame;
  }

  Value map() {
    List<Value> level = new ArrayList<>();
    for (Value seed : elements(expressions.evaluate(generator.source(), frame))) {
      arrive(seed, Chain.EMPTY, level);
    }
    while (!level.isEmpty()) {
      level.sort(Ordering::total);
      var next = new ArrayList<Value>();
      for (Value node : level) {
        expand(node, next);
      }
      level = next;
    }
    var entries = new LinkedHashMap<Value, Value>();
    ways.forEach((node, way) -> entries.put(node, ListValue.of(way)));
    return MapValue.of(entries);
  }

  private void expand(Value node, List<Value> next) {
    bind(node);
    Chain way = ways.getOrDefault(node, Chain.EMPTY);
    for (Value edge : elements(expressions.evaluate(comprehension.body(), frame))) {
      if (++edges > MOST_EDGES) {
        throw tooMuch(MOST_EDGES, "edges");
      }
      Value to = ((RecordValue) edge).get("to");
      if (!ways.containsKey(to)) {
        arrive(to, way.and(edge), next);
      }
    }
  }

  /** Takes a node in unless it was reached before or {@code where} leaves it out. */
  private void arrive(Value node, Chain way, List<Value> level) {
    frame.budget.spend();
    bind(node);
    boolean chosen =
        comprehension.where().isEmpty() || expressions.isTrue(comprehension.where().get(), frame);
    if (!chosen || ways.putIfAbsent(node, way) != null) {
      return;
    }
    level.add(node);
    if (ways.size() > MOST_NODES) {
      throw tooMuch(MOST_NODES, "nodes");
    }
  }

  private void bind(Value node) {
    frame.set(generator.elementSlot(), node, Places.ofValue(node));
  }

  private static EvaluationError tooMuch(int limit, String what) {
    return new EvaluationError(
        ErrorCode.LIMIT, "`closure` reached more than %,d %s".formatted(limit, what));
  }

  private static Collection<Value> elements(Value collection) {
    return switch (collection) {
      case ListValue list -> list.elements();
      case SetValue set -> set.elements();
      default -> throw new IllegalStateException("not a collection: " + collection);
    };
  }
}
