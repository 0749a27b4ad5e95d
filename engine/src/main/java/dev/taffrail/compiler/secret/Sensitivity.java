package dev.taffrail.compiler.secret;

import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrClause;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.PathPattern;
import dev.taffrail.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows secrets through expressions: what is read from {@code data} and {@code stringData} of a
 * Secret, the annotation in which kubectl keeps a copy of both, what is marked with {@code
 * sensitive}, and what is made of any of them.
 *
 * <p>Truth values, numbers, dates and enums are free: a check has to be able to say something. So
 * is what went through {@code redact}.
 */
final class Sensitivity {
  /** Where {@code kubectl apply} keeps what it was given, secrets included. */
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private static final String ANNOTATIONS = "annotations";
  private static final String METADATA = "metadata";

  /** Keys of a Secret that hold one, or the copy. */
  private static final Set<String> HIDING = Set.of("data", "stringData", METADATA);

  private record Call(GlobalId function, Set<Integer> sensitive) {}

  private final IrProgram program;
  private final Map<Call, Boolean> results = new HashMap<>();
  private final Map<Call, Boolean> bodies = new HashMap<>();

  Sensitivity(IrProgram program) {
    this.program = program;
  }

  /**
   * Whether the value of an expression may hold a secret.
   *
   * @param names slots of names that do
   */
  boolean holds(IrExpr expression, Set<Integer> names) {
    if (!canHold(expression.type())) {
      return false;
    }
    return switch (expression) {
      case IrExpr.Local local -> names.contains(local.slot());
      case IrExpr.ReadField read when AnyObjects.isAny(read.receiver().type()) ->
          read.name().equals(METADATA) && holds(read.receiver(), names);
      case IrExpr.ReadField read when isMetadata(read.receiver()) ->
          read.name().equals(ANNOTATIONS) && holds(read.receiver(), names);
      case IrExpr.ReadField read -> isSecretField(read) || holds(read.receiver(), names);
      case IrExpr.KindMember member -> false;
      case IrExpr.FindAny found -> AnyObjects.mayBeSecret(found);
      case IrExpr.ReferencesOf references -> false;
      case IrExpr.ReferrersOf referrers -> false;
      case IrExpr.ReadRecord read ->
          AnyObjects.isHolderOfReference(read) || holds(read.receiver(), names);
      case IrExpr.Narrowed narrowed when isNowOfKind(narrowed.operand(), narrowed.type()) -> false;
      case IrExpr.Convert convert when isNowOfKind(convert.operand(), convert.type()) -> false;
      case IrExpr.Index entry -> holdsEntry(entry, names);
      case IrExpr.CallBuiltin call ->
          switch (call.signature().name()) {
            case "sensitive" -> true;
            case "redact" -> false;
            case "raw" -> ofWholeObject(call) || holds(call.arguments().getFirst(), names);
            case "select" -> selects(call) || holdsSelected(call, names);
            default -> call.arguments().stream().anyMatch(a -> holds(a, names));
          };
      case IrExpr.ReadJson read -> holdsKey(read, names);
      case IrExpr.CallFunction call -> resultHolds(call, names);
      case IrExpr.ModuleValue value -> holds(program.value(value.id()).body(), Set.of());
      case IrExpr.Comprehension comprehension -> ofComprehension(comprehension, names);
      case IrExpr.If choice -> holds(choice.thenValue(), names) || holds(choice.elseValue(), names);
      default -> IrWalk.parts(expression).stream().anyMatch(part -> holds(part, names));
    };
  }

  /** Whether an expression looks at a secret anywhere, whatever it makes of it. */
  boolean looksAt(IrExpr expression, Set<Integer> names) {
    if (!AnyObjects.isPrintedByName(expression.type()) && holds(expression, names)) {
      return true;
    }
    return switch (expression) {
      case IrExpr.CallFunction call -> partsLookAt(call, names) || bodyLooksAt(call, names);
      case IrExpr.ModuleValue value -> looksAt(program.value(value.id()).body(), Set.of());
      case IrExpr.ReadField read when isMetadata(read.receiver()) ->
          partsLookAt(read.receiver(), names);
      case IrExpr.Comprehension comprehension ->
          partsLookAt(comprehension, inside(comprehension, names));
      default -> partsLookAt(expression, names);
    };
  }

  private boolean partsLookAt(IrExpr expression, Set<Integer> names) {
    return IrWalk.parts(expression).stream().anyMatch(part -> looksAt(part, names));
  }

  /** The names behind a let. */
  Set<Integer> behind(int slot, IrExpr value, Set<Integer> names) {
    if (!holds(value, names)) {
      return names;
    }
    var more = new HashSet<>(names);
    more.add(slot);
    return Set.copyOf(more);
  }

  /** The names in the body of a loop. */
  Set<Integer> inside(IrClause.Generator generator, Set<Integer> names) {
    return behind(generator.elementSlot(), generator.source(), names);
  }

  private Set<Integer> inside(IrExpr.Comprehension comprehension, Set<Integer> names) {
    Set<Integer> inner = names;
    for (IrClause clause : comprehension.clauses()) {
      inner =
          switch (clause) {
            case IrClause.Generator generator -> inside(generator, inner);
            case IrClause.Binding binding -> behind(binding.slot(), binding.value(), inner);
          };
    }
    return inner;
  }

  private boolean ofComprehension(IrExpr.Comprehension comprehension, Set<Integer> names) {
    Set<Integer> inner = inside(comprehension, names);
    boolean ofElements =
        switch (comprehension.form()) {
          case FILTER, FIRST, SORT, GROUP -> inner.size() > names.size();
          default -> false;
        };
    return ofElements
        || holds(comprehension.body(), inner)
        || comprehension.second().filter(second -> holds(second, inner)).isPresent();
  }

  private boolean resultHolds(IrExpr.CallFunction call, Set<Integer> names) {
    IrFunction function = program.function(call.function());
    Set<Integer> arguments = arguments(call, names);
    var key = new Call(call.function(), arguments);
    Boolean known = results.get(key);
    if (known == null) {
      known = holds(function.body(), behindLets(function.lets(), arguments));
      results.put(key, known);
    }
    return known;
  }

  private boolean bodyLooksAt(IrExpr.CallFunction call, Set<Integer> names) {
    IrFunction function = program.function(call.function());
    Set<Integer> arguments = arguments(call, names);
    var key = new Call(call.function(), arguments);
    Boolean known = bodies.get(key);
    if (known == null) {
      known = looksAt(function.body(), behindLets(function.lets(), arguments));
      bodies.put(key, known);
    }
    return known;
  }

  /** Which arguments of a call may hold a secret; the slots of the function's parameters. */
  Set<Integer> arguments(IrExpr.CallFunction call, Set<Integer> names) {
    var sensitive = new HashSet<Integer>();
    for (int i = 0; i < call.arguments().size(); i++) {
      if (holds(call.arguments().get(i), names)) {
        sensitive.add(i);
      }
    }
    return Set.copyOf(sensitive);
  }

  private Set<Integer> behindLets(List<IrStatement.Let> lets, Set<Integer> names) {
    Set<Integer> inner = names;
    for (IrStatement.Let let : lets) {
      inner = behind(let.slot(), let.value(), inner);
    }
    return inner;
  }

  /**
   * An annotation that is named is a secret if it is the copy; of which kind the object is may be
   * unknown, as for Any. One that is not named may be any.
   */
  private boolean holdsEntry(IrExpr.Index entry, Set<Integer> names) {
    if (isAnnotations(entry.receiver())
        && entry.index() instanceof IrExpr.Constant constant
        && constant.value() instanceof Value.Text key) {
      return key.value().equals(LAST_APPLIED);
    }
    return holds(entry.receiver(), names) || holds(entry.index(), names);
  }

  private static boolean isAnnotations(IrExpr expression) {
    return switch (expression) {
      case IrExpr.ReadField read -> read.name().equals(ANNOTATIONS);
      case IrExpr.Narrowed narrowed -> isAnnotations(narrowed.operand());
      case IrExpr.Adapt adapt -> isAnnotations(adapt.operand());
      default -> false;
    };
  }

  /** Of a whole object as it was written, only some keys lead to secrets. */
  private boolean holdsKey(IrExpr.ReadJson read, Set<Integer> names) {
    if (AnyObjects.isAny(read.receiver().type())) {
      return AnyObjects.hides(read.name()) && holds(read.receiver(), names);
    }
    return read.receiver() instanceof IrExpr.CallBuiltin call
            && call.signature().name().equals("raw")
            && !HIDING.contains(read.name())
        ? !AnyObjects.isAny(call.arguments().getFirst().type())
            && holds(call.arguments().getFirst(), names)
        : holds(read.receiver(), names);
  }

  private static boolean isNowOfKind(IrExpr before, Type type) {
    return AnyObjects.isAny(before.type()) && AnyObjects.isKind(type);
  }

  /** Of the metadata of a Secret only the annotations may hold a copy of it. */
  private static boolean isMetadata(IrExpr expression) {
    return expression.type().bare() instanceof ObjectType type && type.name().equals("ObjectMeta");
  }

  private boolean holdsSelected(IrExpr.CallBuiltin call, Set<Integer> names) {
    IrExpr object = call.arguments().getFirst();
    return holds(object, names) && !(AnyObjects.isAny(object.type()) && leadsElsewhere(call));
  }

  private static boolean ofWholeObject(IrExpr.CallBuiltin call) {
    return canBeSecret(call.arguments().getFirst().type().bare());
  }

  /** Whether a path of an object that may be a Secret can lead to what it hides. */
  private static boolean selects(IrExpr.CallBuiltin call) {
    return ofWholeObject(call) && !leadsElsewhere(call);
  }

  private static boolean leadsElsewhere(IrExpr.CallBuiltin call) {
    return call.arguments().get(1) instanceof IrExpr.Constant constant
        && constant.value() instanceof PathPattern path
        && path.steps().getFirst() instanceof PathPattern.Step.Key(String name)
        && !HIDING.contains(name);
  }

  private static boolean canBeSecret(Type type) {
    return switch (type) {
      case ObjectType object -> object.name().equals("Secret");
      case Type.UnionOf union -> union.members().stream().anyMatch(Sensitivity::canBeSecret);
      default -> false;
    };
  }

  private static boolean isSecretField(IrExpr.ReadField read) {
    return HIDING.contains(read.name())
        && read.fields().stream().anyMatch(f -> f.holder().name().equals("Secret"));
  }

  private static boolean canHold(Type type) {
    return switch (type.bare()) {
      case Type.Scalar scalar ->
          switch (scalar) {
            case BOOL,
                INT,
                DECIMAL,
                QUANTITY,
                DURATION,
                INSTANT,
                DATE,
                PERCENT,
                SEMVER,
                PORT,
                CRON,
                CERTIFICATE ->
                false;
            default -> true;
          };
      case Type.ListOf list -> canHold(list.element());
      case Type.SetOf set -> canHold(set.element());
      case Type.MapOf map -> true;
      case Type.RecordType record -> true;
      case Type.UnionOf union -> true;
      case ObjectType object -> true;
      case Type.Variable variable -> true;
      case Type.OptionalOf optional -> true;
      case Type.RangeOf range -> false;
      case Type.EnumType named -> false;
      case Type.TextEnum text -> false;
    };
  }
}
