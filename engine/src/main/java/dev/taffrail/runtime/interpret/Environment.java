package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrIndex;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.ParameterId;
import dev.taffrail.object.GroupKind;
import dev.taffrail.runtime.builtin.Builtins;
import dev.taffrail.runtime.builtin.CallContext;
import dev.taffrail.runtime.external.Answers;
import dev.taffrail.runtime.external.Question;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.runtime.inventory.Reads;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.InstantValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What expressions may use beside their frame: functions, parameters, built-ins.
 *
 * <p>Safe to share; lets of modules and indexes are computed on first use and kept.
 */
public final class Environment {
  private final IrProgram program;
  private final Map<ParameterId, Value> parameters;
  private final Builtins builtins;
  private final CallContext calls;
  private final World world;
  private final Snapshot snapshot;
  private final Observer observer;
  private final Map<GlobalId, Settled> values = new ConcurrentHashMap<>();
  private final Map<Call, Settled> results = new ConcurrentHashMap<>();
  private final KeptCalls keeping;
  private final Map<GlobalId, IndexTable> indexes = new ConcurrentHashMap<>();

  /**
   * @param observer sees what is evaluated
   */
  public Environment(
      IrProgram program,
      Map<ParameterId, Value> parameters,
      Builtins builtins,
      CallContext calls,
      World world,
      Observer observer) {
    this.observer = observer;
    this.program = program;
    this.parameters = Map.copyOf(parameters);
    this.builtins = builtins;
    this.calls = calls;
    this.world = world;
    this.snapshot = new Snapshot(world.inventory(), calls.types());
    this.keeping = new KeptCalls(program);
  }

  /** The same over another inventory; nothing that was read from the old one is kept. */
  public Environment over(Inventory inventory) {
    return in(world.over(inventory));
  }

  private Environment in(World other) {
    return new Environment(program, parameters, builtins, calls, other, observer);
  }

  /** The same at a moment; what was computed and cannot depend on it is kept. */
  public Environment at(Instant moment) {
    return keepingWhat(reads -> !reads.asOf(), in(world.at(moment)));
  }

  /** The same with other answers of the host; what depends on those before is not kept. */
  public Environment asking(Answers others) {
    return keepingWhat(reads -> reads.externals().isEmpty(), in(world.asking(others)));
  }

  /** The same for finding out what policies ask; nothing of it is seen or kept. */
  public Environment probing() {
    return new Environment(program, parameters, builtins, calls, world, Observer.NONE);
  }

  /** What the host answered so far. */
  public Answers answers() {
    return world.answers();
  }

  /**
   * The same after objects of a kind have changed; indexes, lets and results that cannot read the
   * kind are kept.
   */
  public Environment after(Inventory changed, GroupKind kind) {
    return keepingWhat(reads -> !reads.canRead(kind), over(changed));
  }

  private Environment keepingWhat(Predicate<Reads> stays, Environment next) {
    var known = new HashMap<GlobalId, Boolean>();
    Predicate<GlobalId> isKept =
        id -> known.computeIfAbsent(id, i -> stays.test(Reads.of(i, program)));
    keep(indexes, next.indexes, isKept);
    keep(values, next.values, isKept);
    keep(results, next.results, call -> isKept.test(call.function()));
    return next;
  }

  private static <K, V> void keep(Map<K, V> from, Map<K, V> to, Predicate<K> isKept) {
    from.forEach(
        (key, value) -> {
          if (isKept.test(key)) {
            to.put(key, value);
          }
        });
  }

  List<Object> answer(Lookup lookup, ExpressionInterpreter interpreter) {
    try {
      return switch (lookup) {
        case Lookup.Entry entry -> trees(index(entry.index(), interpreter).get(entry.key()));
        case Lookup.Every every -> trees(snapshot.objects(every.source()));
        case Lookup.Kinds kinds ->
            List.of(String.valueOf(snapshot.are(kinds.source(), kinds.state())));
        case Lookup.Moment moment -> List.of(asOf().text());
        case Lookup.Asked asked -> List.of(answers().meaning(asked.question()));
        case Lookup.One one ->
            snapshot.find(one.key()) instanceof ObjectValue found
                ? trees(List.of(found))
                : List.of();
      };
    } catch (EvaluationError e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private static List<Object> trees(List<ObjectValue> objects) {
    return objects.stream().<Object>map(ObjectValue::node).toList();
  }

  public Inventory inventory() {
    return world.inventory();
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  IndexTable index(GlobalId id, ExpressionInterpreter interpreter) {
    IndexTable known = indexes.get(id);
    if (known == null) {
      IrIndex index = program.indexes().get(id);
      if (index == null) {
        throw new IllegalStateException("no index " + id);
      }
      known = IndexTable.of(index, snapshot, interpreter, calls.reader());
      indexes.put(id, known);
    }
    return known;
  }

  /** The moment for which everything is judged. */
  public Optional<Instant> moment() {
    return world.asOf();
  }

  InstantValue asOf() {
    return world
        .asOf()
        .map(InstantValue::new)
        .orElseThrow(
            () ->
                new EvaluationError(
                    ErrorCode.NO_DATA, "`asOf` is not known: no time was given for this run"));
  }

  /** The addresses of pods or Services; an error if the host did not say them. */
  SetValue ranges(IrExpr.ClusterRanges.Of of) {
    var known = world.inventory().ranges();
    var found =
        switch (of) {
          case PODS -> known.pods();
          case SERVICES -> known.services();
        };
    return found
        .map(ranges -> SetValue.of(List.copyOf(ranges)))
        .orElseThrow(
            () ->
                new EvaluationError(
                    ErrorCode.NO_DATA,
                    "`kubernetes.%s` is not known: nothing was given for this run"
                        .formatted(of.word())));
  }

  /** A call of a function of the host, as it leaves the engine. */
  Question question(GlobalId function, List<Value> arguments) {
    return Question.of(program.external(function), arguments);
  }

  IrFunction function(GlobalId id) {
    return program.function(id);
  }

  Value parameter(ParameterId id) {
    Value found = parameters.get(id);
    if (found == null) {
      throw new IllegalStateException("no value for parameter " + id);
    }
    return found;
  }

  /** Steps are not taken from the caller's budget, which must not depend on who came first. */
  Value moduleValue(GlobalId id, ExpressionInterpreter interpreter, Lookups lookups) {
    Settled known = values.get(id);
    if (known == null) {
      known = settle(program.value(id), interpreter, List.of());
      values.put(id, known);
    }
    lookups.use(known.lookups());
    return known.value();
  }

  /** Whether a function is worth keeping the results of, and gives the same ones to everybody. */
  boolean isKept(IrFunction function, List<Value> arguments) {
    return keeping.keeps(function.id()) && arguments.stream().allMatch(KeptCalls::isComparable);
  }

  /** The result of a function that reads the inventory, computed once for equal arguments. */
  Value kept(
      IrFunction function,
      List<Value> arguments,
      ExpressionInterpreter interpreter,
      Lookups lookups) {
    var call = new Call(function.id(), arguments);
    Settled known = results.get(call);
    if (known == null) {
      known = settle(function, interpreter, arguments);
      results.put(call, known);
    }
    lookups.use(known.lookups());
    return known.value();
  }

  private record Call(GlobalId function, List<Value> arguments) {}

  private Settled settle(
      IrFunction function, ExpressionInterpreter interpreter, List<Value> arguments) {
    var frame = new Frame(function.frameSize(), new Budget(observer));
    for (int i = 0; i < arguments.size(); i++) {
      frame.set(i, arguments.get(i), Optional.empty());
    }
    function.lets().forEach(let -> frame.setLazy(let.slot(), let.value()));
    try {
      Value value = interpreter.evaluate(function.body(), frame);
      return new Settled.Known(value, frame.lookups);
    } catch (EvaluationError e) {
      return new Settled.Failed(e, frame.lookups);
    }
  }

  /** What came of something that is computed once; a failure is the same for all who use it. */
  private sealed interface Settled {
    Value value();

    /** What it depends on. */
    Lookups lookups();

    record Known(Value value, Lookups lookups) implements Settled {}

    record Failed(EvaluationError failure, Lookups lookups) implements Settled {
      @Override
      public Value value() {
        throw failure;
      }
    }
  }

  /** Whether somebody watches what is evaluated. */
  public boolean isWatched() {
    return observer != Observer.NONE;
  }

  Observer observer() {
    return observer;
  }

  public Builtins builtins() {
    return builtins;
  }

  public CallContext calls() {
    return calls;
  }
}
