package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrClause;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Type;
import java.util.Optional;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Writes loops: over the trees of lists where it can, over values otherwise. */
final class LoopEmitter {
  private static final String V = "Ldev/taffrail/value/Value;";
  private static final String LIST = "java/util/List";
  private static final String NODE = "dev/taffrail/object/Node";

  private final Emission emission;

  LoopEmitter(Emission emission) {
    this.emission = emission;
  }

  /** What is done for each element; the label is where the next one is taken. */
  interface Body {
    void write(Slot element, Label next);
  }

  /** Names of an element. */
  private interface Binder {
    void bind(Scope.Binding key, Scope.Binding element);
  }

  /**
   * One pass over a collection.
   *
   * @param scope gets the names
   * @param steps what the interpreter takes at most for one element
   */
  void each(IrClause.Generator generator, Scope scope, long steps, Body body) {
    boolean tree = generator.source().type() instanceof Type.ListOf;
    Slot source =
        emission.expressions.value(generator.source(), scope, emission.code.doubt(), !tree);
    each(
        source,
        generator.source().type(),
        generator.keySlot() >= 0,
        steps,
        (key, element) -> {
          scope.bind(generator.keySlot(), key);
          scope.bind(generator.elementSlot(), element);
        },
        body);
  }

  /** The same over what a variable holds; the names are bound by the caller. */
  void eachTree(Slot source, long steps, Scope[] scopes, IrClause.Generator[] names, Body body) {
    each(
        source,
        Type.Scalar.UNKNOWN,
        true,
        steps,
        (key, element) -> {
          for (int i = 0; i < scopes.length; i++) {
            scopes[i].bind(names[i].keySlot(), key);
            scopes[i].bind(names[i].elementSlot(), element);
          }
        },
        body);
  }

  private void each(Slot source, Type type, boolean keyed, long steps, Binder binder, Body body) {
    var code = emission.code;
    switch (source.repr()) {
      case RECORDS -> {
        var list = (Slot.Origin.Child) source.origin();
        walk(
            source,
            Repr.RAW,
            steps,
            (node, index) -> {
              Slot element =
                  record(
                      node,
                      new Slot.Origin.Element(
                          list.holder(), list.shape(), Optional.of(list.field()), 0, index));
              bind(element, number(index, keyed), binder);
              return element;
            },
            body);
      }
      case CONTAINERS -> containers(source, steps, keyed, binder, body);
      case TEXTS ->
          walk(
              source,
              Repr.RAW,
              steps,
              (node, index) -> {
                Slot element = code.slot(Repr.TEXT);
                code.load(node);
                code.cast("dev/taffrail/object/Node$Text");
                code.call("dev/taffrail/object/Node$Text", "value", "()Ljava/lang/String;");
                code.store(element);
                bind(element, number(index, keyed), binder);
                return element;
              },
              body);
      case VALUE -> values(source, type, steps, keyed, binder, body);
      case BOOL, INT, TEXT, RECORD, TEXT_TABLE, QUANTITY_TABLE, OBJECT, RAW ->
          throw new Unsupported("a loop over something else than a collection");
    }
  }

  private static void bind(Slot element, Scope.Binding key, Binder binder) {
    binder.bind(key, new Scope.Binding.Held(element));
  }

  private Slot record(Slot node, Slot.Origin.Element origin) {
    var code = emission.code;
    var element = new Slot(Repr.RECORD, code.local(Repr.RECORD), origin, "e" + node.local());
    code.load(node);
    code.cast(Code.MAPPING);
    code.store(element);
    return element;
  }

  /** The number of an element. */
  private Scope.Binding number(int index, boolean keyed) {
    var code = emission.code;
    Slot number = code.slot(Repr.INT);
    if (keyed) {
      code.load(Repr.BOOL, index);
      code.op(Opcodes.I2L);
      code.store(number);
    }
    return new Scope.Binding.Held(number);
  }

  private interface Element {
    Slot take(Slot node, int index);
  }

  /** A loop over a list of trees or of values. */
  private void walk(Slot list, Repr repr, long steps, Element element, Body body) {
    Slot count = size(list);
    charge(count, steps);
    counted(
        count,
        index -> {
          Slot node = element(list, repr, index);
          var next = new Label();
          body.write(element.take(node, index), next);
          emission.code.at(next);
        });
  }

  private Slot size(Slot list) {
    var code = emission.code;
    Slot count = code.slot(Repr.BOOL);
    code.load(list);
    code.callInterface(LIST, "size", "()I");
    code.store(count);
    return count;
  }

  /** An element of a list: a tree, or a value. */
  private Slot element(Slot list, Repr repr, int index) {
    var code = emission.code;
    Slot element = code.slot(repr);
    code.load(list);
    code.load(Repr.BOOL, index);
    code.callInterface(LIST, "get", "(I)Ljava/lang/Object;");
    code.cast(repr == Repr.RAW ? NODE : Code.VALUE);
    code.store(element);
    return element;
  }

  private interface Indexed {
    void write(int index);
  }

  private void counted(Slot count, Indexed body) {
    var code = emission.code;
    int index = code.local(Repr.BOOL);
    var start = new Label();
    var end = new Label();
    code.number(0);
    code.store(Repr.BOOL, index);
    code.at(start);
    code.load(Repr.BOOL, index);
    code.load(count);
    code.jump(Opcodes.IF_ICMPGE, end);
    body.write(index);
    code.increment(index);
    code.go(start);
    code.at(end);
  }

  /** Takes the steps of a loop from those that are left; without enough, nothing is certain. */
  private void charge(Slot count, long steps) {
    var code = emission.code;
    code.load(emission.fuel);
    code.load(count);
    code.op(Opcodes.I2L);
    code.number(steps);
    code.op(Opcodes.LMUL);
    code.op(Opcodes.LSUB);
    code.store(emission.fuel);
    code.load(emission.fuel);
    code.number(0L);
    code.op(Opcodes.LCMP);
    code.jump(Opcodes.IFLT, code.doubt());
  }

  /** One loop over the three lists, so that the body is written once. */
  private void containers(Slot spec, long steps, boolean keyed, Binder binder, Body body) {
    var code = emission.code;
    var list = (Slot.Origin.Child) spec.origin();
    Slot all = code.slot(Repr.BOOL);
    code.load(spec);
    code.callStatic(Code.TREE, "containerCount", "(L%s;)I".formatted(Code.MAPPING));
    code.store(all);
    charge(all, steps);
    Slot lists = code.slot(Repr.BOOL);
    code.number(3);
    code.store(lists);
    int seen = code.local(Repr.BOOL);
    code.number(0);
    code.store(Repr.BOOL, seen);
    counted(
        lists,
        which -> {
          Slot elements = code.slot(Repr.RECORDS);
          code.load(spec);
          code.load(Repr.BOOL, which);
          code.callStatic(
              Code.TREE, "containers", "(L%s;I)Ljava/util/List;".formatted(Code.MAPPING));
          code.store(elements);
          counted(
              size(elements),
              index -> {
                Slot element =
                    record(
                        element(elements, Repr.RAW, index),
                        new Slot.Origin.Element(
                            list.holder(), list.shape(), Optional.empty(), which, index));
                bind(element, number(seen, keyed), binder);
                code.increment(seen);
                var next = new Label();
                body.write(element, next);
                code.at(next);
              });
        });
  }

  /** A loop over values; with a key it goes through the entries of a map. */
  private void values(Slot source, Type type, long steps, boolean keyed, Binder binder, Body body) {
    var code = emission.code;
    Slot elements = code.slot(Repr.RECORDS);
    code.load(source);
    code.callStatic(Code.VALUES, "elements", "(" + V + ")Ljava/util/List;");
    code.store(elements);
    emission.doubtIfNull(elements);
    walk(
        elements,
        Repr.VALUE,
        steps,
        (value, index) -> {
          Slot key = code.slot(Repr.VALUE);
          Slot element = value;
          if (keyed) {
            code.load(source);
            code.load(value);
            code.load(Repr.BOOL, index);
            code.callStatic(Code.VALUES, "key", "(" + V + V + "I)" + V);
            code.store(key);
            element = code.slot(Repr.VALUE);
            code.load(source);
            code.load(value);
            code.callStatic(Code.VALUES, "entry", "(" + V + V + ")" + V);
            code.store(element);
          }
          binder.bind(new Scope.Binding.Maybe(key), held(element, elementType(type, keyed)));
          return element;
        },
        body);
  }

  private Scope.Binding held(Slot element, Type type) {
    return type.isOptional() || Repr.of(type) == Repr.VALUE
        ? new Scope.Binding.Maybe(element)
        : new Scope.Binding.Held(emission.boxes.unboxed(element, type, emission.code.doubt()));
  }

  private static Type elementType(Type source, boolean keyed) {
    return switch (source) {
      case Type.ListOf list -> list.element();
      case Type.SetOf set -> set.element();
      case Type.MapOf map -> keyed ? map.value() : map.key();
      default -> throw new Unsupported("a loop over a range");
    };
  }

  /** Goes on if a quantifier holds. */
  void condition(IrExpr.Comprehension e, Scope scope, Label otherwise) {
    var code = emission.code;
    switch (e.form()) {
      case ALL ->
          walk(e, scope, (inner, x, next) -> emission.conditions.holds(e.body(), inner, otherwise));
      case NONE ->
          walk(e, scope, (inner, x, next) -> emission.conditions.fails(e.body(), inner, otherwise));
      case ANY -> {
        var found = new Label();
        walk(e, scope, (inner, x, next) -> emission.conditions.fails(e.body(), inner, found));
        code.go(otherwise);
        code.at(found);
      }
      case ONE -> {
        Slot count = code.slot(Repr.BOOL);
        code.number(0);
        code.store(count);
        walk(
            e,
            scope,
            (inner, x, next) -> {
              emission.conditions.holds(e.body(), inner, next);
              code.load(count);
              code.jump(Opcodes.IFNE, otherwise);
              code.increment(count.local());
            });
        code.load(count);
        code.jump(Opcodes.IFEQ, otherwise);
      }
      case UNIQUE -> {
        Slot seen = code.slot(Repr.RECORDS);
        code.callStatic(Code.VALUES, "gathered", "()Ljava/util/List;");
        code.store(seen);
        walk(
            e,
            scope,
            (inner, x, next) -> {
              Slot body = emission.boxes.boxed(e.body(), inner);
              code.load(seen);
              code.load(body);
              code.callStatic(Code.VALUES, "isNew", "(Ljava/util/List;" + V + ")Z");
              code.jump(Opcodes.IFEQ, otherwise);
            });
      }
      case COUNT, FIRST, FILTER, MAP, SET, DICT, SUM, MIN, MAX, GROUP, SORT, CLOSURE -> {
        Slot value = emission.expressions.value(e, scope, otherwise, false);
        code.load(value);
        code.callStatic(Code.VALUES, "isTrue", "(" + V + ")Z");
        code.jump(Opcodes.IFEQ, otherwise);
      }
    }
  }

  Slot count(IrExpr.Comprehension e, Scope scope) {
    var code = emission.code;
    Slot count = code.slot(Repr.INT);
    code.number(0L);
    code.store(count);
    walk(
        e,
        scope,
        (inner, x, next) -> {
          emission.conditions.holds(e.body(), inner, next);
          code.load(count);
          code.number(1L);
          code.op(Opcodes.LADD);
          code.store(count);
        });
    return count;
  }

  Slot first(IrExpr.Comprehension e, Scope scope, Label absent) {
    var code = emission.code;
    Slot first = code.slot(Repr.VALUE);
    var found = new Label();
    walk(
        e,
        scope,
        (inner, element, next) -> {
          emission.conditions.holds(e.body(), inner, next);
          emission.boxes.push(element);
          code.store(first);
          code.go(found);
        });
    code.go(absent);
    code.at(found);
    return emission.boxes.unboxed(first, e.type(), absent);
  }

  /** A list or set that is gathered; its elements keep no places, which only messages need. */
  Slot gathered(IrExpr.Comprehension e, Scope scope) {
    var code = emission.code;
    Slot all = code.slot(Repr.RECORDS);
    code.callStatic(Code.VALUES, "gathered", "()Ljava/util/List;");
    code.store(all);
    walk(
        e,
        scope,
        (inner, element, next) -> {
          Slot made = element;
          if (e.form() == IrExpr.Form.FILTER) {
            emission.conditions.holds(e.body(), inner, next);
          } else {
            made = emission.boxes.boxed(e.body(), inner);
          }
          Slot boxed = code.slot(Repr.VALUE);
          emission.boxes.push(made);
          code.store(boxed);
          code.load(all);
          code.load(boxed);
          code.callStatic(Code.VALUES, "gather", "(Ljava/util/List;" + V + ")V");
        });
    Slot value = code.slot(Repr.VALUE);
    code.load(all);
    code.callStatic(
        Code.VALUES, e.form() == IrExpr.Form.SET ? "setOf" : "listOf", "(Ljava/util/List;)" + V);
    code.store(value);
    emission.doubtIfNull(value);
    return value;
  }

  private interface Step {
    void write(Scope scope, Slot element, Label next);
  }

  /** All clauses of a comprehension, and its condition. */
  private void walk(IrExpr.Comprehension e, Scope scope, Step step) {
    walk(e, 0, scope.inner(), Optional.empty(), step);
  }

  private void walk(
      IrExpr.Comprehension e, int clause, Scope scope, Optional<Slot> element, Step step) {
    if (clause == e.clauses().size()) {
      var next = new Label();
      e.where().ifPresent(where -> emission.conditions.holds(where, scope, next));
      step.write(scope, element.orElseGet(() -> emission.code.slot(Repr.VALUE)), next);
      emission.code.at(next);
      return;
    }
    switch (e.clauses().get(clause)) {
      case IrClause.Binding binding -> {
        scope.bind(binding.slot(), emission.expressions.evaluated(binding.value(), scope));
        walk(e, clause + 1, scope, element, step);
      }
      case IrClause.Generator generator ->
          each(
              generator,
              scope,
              stepsBehind(e, clause),
              (inner, next) -> walk(e, clause + 1, scope, Optional.of(inner), step));
    }
  }

  private long stepsBehind(IrExpr.Comprehension e, int clause) {
    long all = 4 + emission.steps.of(e.body());
    all += e.where().map(emission.steps::of).orElse(0L);
    all += e.second().map(emission.steps::of).orElse(0L);
    for (int i = clause + 1; i < e.clauses().size(); i++) {
      all +=
          switch (e.clauses().get(i)) {
            case IrClause.Binding binding -> emission.steps.of(binding.value());
            case IrClause.Generator inner -> emission.steps.of(inner.source());
          };
    }
    return all;
  }
}
