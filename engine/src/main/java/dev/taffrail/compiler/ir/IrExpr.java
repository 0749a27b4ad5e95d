package dev.taffrail.compiler.ir;

import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.source.Span;
import dev.taffrail.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * Every kind of typed expression; what it means is defined by the interpreter.
 *
 * <p>Types are final: an expression of a type without question mark never yields absent.
 */
public sealed interface IrExpr {
  Span span();

  Type type();

  record Constant(Span span, Type type, Value value) implements IrExpr {}

  /** A name of the running body: target, let, loop variable or function parameter. */
  record Local(Span span, Type type, int slot, String name) implements IrExpr {}

  record Parameter(Span span, Type type, ParameterId id) implements IrExpr {}

  /** {@code asOf}: the moment for which everything is judged, as the host gives it. */
  record AsOf(Span span) implements IrExpr {
    @Override
    public Type type() {
      return Type.Scalar.INSTANT;
    }
  }

  /** {@code kubernetes.podCidrs} and {@code kubernetes.serviceCidrs}, as the host gives them. */
  record ClusterRanges(Span span, Of of) implements IrExpr {
    /** Who gets the addresses, with the name in policies. */
    public enum Of {
      PODS("podCidrs"),
      SERVICES("serviceCidrs");

      private final String word;

      Of(String word) {
        this.word = word;
      }

      public String word() {
        return word;
      }
    }

    @Override
    public Type type() {
      return new Type.SetOf(Type.Scalar.CIDR);
    }
  }

  /** A let of a module. */
  record ModuleValue(Span span, Type type, GlobalId id) implements IrExpr {}

  /**
   * A field of an object.
   *
   * @param fields the field for each type the receiver can have; one entry unless it is a union
   * @param emptyWhenAbsent an absent receiver means the same as an empty record
   */
  record ReadField(
      Span span,
      Type type,
      IrExpr receiver,
      String name,
      List<HolderField> fields,
      boolean emptyWhenAbsent)
      implements IrExpr {
    public ReadField {
      fields = List.copyOf(fields);
    }
  }

  record HolderField(ObjectType holder, Field field) {}

  /** A member that every kind has. */
  record KindMember(Span span, Type type, IrExpr receiver, KindProperty property)
      implements IrExpr {}

  enum KindProperty {
    NAME("name"),
    NAMESPACE("namespace"),
    API_VERSION("apiVersion"),
    KIND("kind"),
    GROUP("group"),
    VERSION("version");

    private final String word;

    KindProperty(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** A field of a record made by policy code. */
  record ReadRecord(Span span, Type type, IrExpr receiver, String name) implements IrExpr {}

  /** A key of data without a schema; a wrong guess is absent. */
  record ReadJson(Span span, Type type, IrExpr receiver, String name) implements IrExpr {}

  /** {@code list[i]} and {@code map[k]}. */
  record Index(Span span, Type type, IrExpr receiver, IrExpr index) implements IrExpr {}

  /** A built-in; with an absent receiver the result is absent (empty for a collection). */
  record CallBuiltin(Span span, Type type, Signature signature, List<IrExpr> arguments)
      implements IrExpr {
    public CallBuiltin {
      arguments = List.copyOf(arguments);
    }
  }

  /** A function or an extension member of policy code. */
  record CallFunction(Span span, Type type, GlobalId function, List<IrExpr> arguments)
      implements IrExpr {
    public CallFunction {
      arguments = List.copyOf(arguments);
    }
  }

  /** A function that the host answers. */
  record CallExternal(Span span, Type type, GlobalId function, List<IrExpr> arguments)
      implements IrExpr {
    public CallExternal {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code x!}. */
  record Must(Span span, Type type, IrExpr operand) implements IrExpr {}

  /** {@code a ?? b}. */
  record Coalesce(Span span, Type type, IrExpr left, IrExpr right) implements IrExpr {}

  /** Known to be set by what was tested before; the operand's type is optional. */
  record Narrowed(Span span, Type type, IrExpr operand) implements IrExpr {}

  /** {@code x is set}; for a field with a default or a collection: whether it was written. */
  record IsSet(Span span, IrExpr operand, boolean set) implements IrExpr {
    @Override
    public Type type() {
      return Type.Scalar.BOOL;
    }
  }

  record IsEmpty(Span span, IrExpr operand, boolean empty) implements IrExpr {
    @Override
    public Type type() {
      return Type.Scalar.BOOL;
    }
  }

  /** {@code x is Kind}; false when absent. */
  record IsType(Span span, IrExpr operand, Type tested) implements IrExpr {
    @Override
    public Type type() {
      return Type.Scalar.BOOL;
    }
  }

  record Not(Span span, IrExpr operand) implements IrExpr {
    @Override
    public Type type() {
      return Type.Scalar.BOOL;
    }
  }

  record Logic(Span span, Connective connective, IrExpr left, IrExpr right) implements IrExpr {
    @Override
    public Type type() {
      return Type.Scalar.BOOL;
    }
  }

  enum Connective {
    AND,
    OR,
    IMPLIES
  }

  record If(Span span, Type type, IrExpr condition, IrExpr thenValue, IrExpr elseValue)
      implements IrExpr {}

  record Compare(Span span, Comparison comparison, IrExpr left, IrExpr right) implements IrExpr {
    @Override
    public Type type() {
      return Type.Scalar.BOOL;
    }
  }

  enum Comparison {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Comparison(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  /** {@code element in collection}. */
  record In(Span span, boolean negated, IrExpr element, IrExpr collection) implements IrExpr {
    @Override
    public Type type() {
      return Type.Scalar.BOOL;
    }
  }

  /** Tests of text against text or a pattern. */
  record TextTest(Span span, TextOperator operator, IrExpr left, IrExpr right) implements IrExpr {
    @Override
    public Type type() {
      return Type.Scalar.BOOL;
    }
  }

  enum TextOperator {
    MATCHES("matches"),
    NOT_MATCHES("not matches"),
    CONTAINS("contains"),
    STARTS_WITH("startsWith"),
    ENDS_WITH("endsWith");

    private final String symbol;

    TextOperator(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  record Arithmetic(Span span, Type type, ArithmeticOperator operator, IrExpr left, IrExpr right)
      implements IrExpr {}

  enum ArithmeticOperator {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDE("/"),
    REMAINDER("%");

    private final String symbol;

    ArithmeticOperator(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  record Negate(Span span, Type type, IrExpr operand) implements IrExpr {}

  record Range(Span span, Type type, IrExpr low, IrExpr high) implements IrExpr {}

  /** A list or set, by its type. */
  record Collection(Span span, Type type, List<IrExpr> elements) implements IrExpr {
    public Collection {
      elements = List.copyOf(elements);
    }
  }

  record MapOf(Span span, Type type, List<MapEntry> entries) implements IrExpr {
    public MapOf {
      entries = List.copyOf(entries);
    }
  }

  record MapEntry(IrExpr key, IrExpr value) {}

  /** A record; spreads come first, written fields override them, the rest takes its defaults. */
  record RecordOf(Span span, Type.RecordType type, List<IrExpr> spreads, List<FieldValue> fields)
      implements IrExpr {
    public RecordOf {
      spreads = List.copyOf(spreads);
      fields = List.copyOf(fields);
    }
  }

  record FieldValue(String name, IrExpr value) {}

  /** Text with holes. */
  record Interpolation(Span span, List<IrExpr> parts) implements IrExpr {
    public Interpolation {
      parts = List.copyOf(parts);
    }

    @Override
    public Type type() {
      return Type.Scalar.STRING;
    }
  }

  record Comprehension(
      Span span,
      Type type,
      Form form,
      List<IrClause> clauses,
      Optional<IrExpr> where,
      IrExpr body,
      Optional<IrExpr> second)
      implements IrExpr {
    public Comprehension {
      clauses = List.copyOf(clauses);
    }
  }

  enum Form {
    ALL,
    ANY,
    NONE,
    ONE,
    COUNT,
    FIRST,
    UNIQUE,
    FILTER,
    MAP,
    SET,
    DICT,
    SUM,
    MIN,
    MAX,
    GROUP,
    SORT,
    CLOSURE
  }

  /** {@code match}; the constants of an arm, or none for {@code _}. */
  record Match(Span span, Type type, IrExpr subject, List<IrArm> arms) implements IrExpr {
    public Match {
      arms = List.copyOf(arms);
    }
  }

  record IrArm(List<Value> constants, boolean wildcard, IrExpr value) {
    public IrArm {
      constants = List.copyOf(constants);
    }
  }

  /** {@code x as T}: error when it does not fit; {@code x as? T}: absent (empty) then. */
  record Convert(Span span, Type type, IrExpr operand, boolean optional) implements IrExpr {}

  /** {@code object with { … }}. */
  record Update(Span span, Type type, IrExpr base, IrUpdate update) implements IrExpr {}

  /** Int where Decimal is wanted, or a list where a set is wanted and the reverse. */
  record Adapt(Span span, Type type, IrExpr operand) implements IrExpr {}

  /**
   * {@code index[key]}, and {@code index.others(key)}, which leaves out the object under review.
   *
   * @param type a list of what the index holds
   */
  record LookUp(Span span, Type type, GlobalId index, IrExpr key, boolean others)
      implements IrExpr {}

  /** {@code cluster(Kind)}: every object of some kinds; the type is a list. */
  record ObjectsOf(Span span, Type type, IrPolicy.Target source) implements IrExpr {}

  /**
   * {@code object(Kind, namespace, name)}; absent if there is none, or if namespace or name is
   * absent.
   *
   * @param namespace empty for kinds outside of namespaces
   */
  record FindObject(Span span, Type type, ObjectType kind, Optional<IrExpr> namespace, IrExpr name)
      implements IrExpr {}

  /** {@code objectOf(apiVersion, kind, namespace, name)}. */
  record FindAny(Span span, IrExpr apiVersion, IrExpr kind, IrExpr namespace, IrExpr name)
      implements IrExpr {
    @Override
    public Type type() {
      return Type.optional(Type.Scalar.ANY);
    }
  }

  /** {@code complete(Kind)} and {@code serves(Kind)}: what is known of kinds, not of objects. */
  record KindsAre(Span span, IrPolicy.Target source, KindState state) implements IrExpr {
    @Override
    public Type type() {
      return Type.Scalar.BOOL;
    }
  }

  enum KindState {
    /** None of the objects can be missing from the inventory. */
    COMPLETE,
    /** The API server has them. */
    SERVED
  }

  /** {@code obj.references}: the fields of an object that name others. */
  record ReferencesOf(Span span, Type type, IrExpr object) implements IrExpr {}

  /**
   * {@code referrers(obj)}: the fields of other objects that name an object.
   *
   * @param source the kinds that have such fields
   */
  record ReferrersOf(Span span, Type type, IrExpr object, IrPolicy.Target source)
      implements IrExpr {}
}
