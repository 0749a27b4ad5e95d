package dev.taffrail.runtime.inventory;

import dev.taffrail.compiler.ir.ElementUse;
import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrClause;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrIndex;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks the expressions of policies and notes what fields they read.
 *
 * <p>An expression whose value is a record is either passed on, as the receiver of a field, the
 * source of a loop, an argument of a function, or used: compared, put into a set, given to a
 * built-in. What is used is read whole. Kinds are compared by name.
 */
final class FieldReadSearch {
  private final IrProgram program;
  private final SchemaTypes types;
  private final Set<GlobalId> seen = new HashSet<>();
  private final Map<ObjectType, Set<String>> fields = new HashMap<>();
  private final Set<ObjectType> whole = new HashSet<>();
  private boolean untyped;
  private boolean untypedTarget;
  private boolean references;

  /** Whether the first slots hold the target and what came with it. */
  private boolean inPolicy;

  private FieldReadSearch(IrProgram program, SchemaTypes types) {
    this.program = program;
    this.types = types;
  }

  static FieldReads of(
      Collection<IrPolicy> policies,
      Collection<IrExpr> conditions,
      IrProgram program,
      SchemaTypes types) {
    var search = new FieldReadSearch(program, types);
    search.inPolicy = true;
    types.type("Pod").ifPresent(pod -> search.note(KnownReads.always().toList(), pod));
    for (IrPolicy policy : policies) {
      IrWalk.expressionsOf(policy).forEach(search::passOn);
    }
    conditions.forEach(search::passOn);
    return new FieldReads(
        search.fields, search.whole, search.untyped, search.untypedTarget, search.references);
  }

  /** The value is read as a whole. */
  private void use(IrExpr e) {
    records(e.type()).stream().filter(t -> t.kind().isEmpty()).forEach(whole::add);
    passOn(e);
  }

  private void use(List<IrExpr> expressions) {
    expressions.forEach(this::use);
  }

  private void passOn(IrExpr e) {
    switch (e) {
      case IrExpr.Constant constant -> {}
      case IrExpr.Local local -> {}
      case IrExpr.Parameter parameter -> {}
      case IrExpr.AsOf moment -> {}
      case IrExpr.ClusterRanges ranges -> {}
      case IrExpr.ModuleValue value -> function(program.value(value.id()));
      case IrExpr.ReadField read -> {
        read.fields().forEach(holder -> read(holder.holder(), holder.field()));
        passOn(read.receiver());
      }
      case IrExpr.KindMember member -> passOn(member.receiver());
      case IrExpr.ReadRecord read -> passOn(read.receiver());
      case IrExpr.ReadJson read -> {
        untyped(read.receiver());
        passOn(read.receiver());
      }
      case IrExpr.Index index -> {
        passOn(index.receiver());
        use(index.index());
      }
      case IrExpr.CallBuiltin call -> builtin(call);
      case IrExpr.CallFunction call -> {
        call.arguments().forEach(this::passOn);
        function(program.function(call.function()));
      }
      case IrExpr.CallExternal call -> call.arguments().forEach(this::all);
      case IrExpr.IsType test -> {
        if (records(test.tested()).isEmpty()) {
          untyped(test.operand());
        }
        passOn(test.operand());
      }
      case IrExpr.Compare compare -> use(IrWalk.parts(compare));
      case IrExpr.In in -> use(IrWalk.parts(in));
      case IrExpr.TextTest test -> use(IrWalk.parts(test));
      case IrExpr.Arithmetic sum -> use(IrWalk.parts(sum));
      case IrExpr.Range range -> use(IrWalk.parts(range));
      case IrExpr.Collection collection -> {
        if (collection.type() instanceof Type.SetOf) {
          use(collection.elements());
        } else {
          collection.elements().forEach(this::passOn);
        }
      }
      case IrExpr.MapOf map ->
          map.entries()
              .forEach(
                  entry -> {
                    use(entry.key());
                    passOn(entry.value());
                  });
      case IrExpr.Comprehension comprehension -> comprehension(comprehension);
      case IrExpr.Match match -> {
        use(match.subject());
        match.arms().forEach(arm -> passOn(arm.value()));
      }
      case IrExpr.Convert convert -> convert(convert);
      case IrExpr.Update update -> {
        all(update.base());
        use(update.update().values());
      }
      case IrExpr.Adapt adapt -> {
        if (adapt.type() instanceof Type.SetOf) {
          use(adapt.operand());
        } else {
          passOn(adapt.operand());
        }
      }
      case IrExpr.LookUp look -> {
        use(look.key());
        index(program.index(look.index()));
      }
      case IrExpr.FindObject found -> use(IrWalk.parts(found));
      case IrExpr.FindAny found -> use(IrWalk.parts(found));
      case IrExpr.ReferencesOf named -> {
        references = true;
        passOn(named.object());
      }
      case IrExpr.ReferrersOf named -> {
        references = true;
        passOn(named.object());
      }
      case IrExpr.Must must -> passOn(must.operand());
      case IrExpr.Coalesce coalesce -> IrWalk.parts(coalesce).forEach(this::passOn);
      case IrExpr.Narrowed narrowed -> passOn(narrowed.operand());
      case IrExpr.IsSet set -> passOn(set.operand());
      case IrExpr.IsEmpty empty -> passOn(empty.operand());
      case IrExpr.Not not -> passOn(not.operand());
      case IrExpr.Logic logic -> IrWalk.parts(logic).forEach(this::passOn);
      case IrExpr.If choice -> IrWalk.parts(choice).forEach(this::passOn);
      case IrExpr.Negate negate -> passOn(negate.operand());
      case IrExpr.RecordOf record -> IrWalk.parts(record).forEach(this::passOn);
      case IrExpr.Interpolation text -> text.parts().forEach(this::passOn);
      case IrExpr.ObjectsOf objects -> {}
      case IrExpr.KindsAre question -> {}
    }
  }

  private void read(ObjectType holder, Field field) {
    fields.computeIfAbsent(holder, t -> new HashSet<>()).add(field.name());
    if (field.fallback().orElse(null) instanceof Field.Fallback.Contextual rule) {
      KnownReads.ofDefault(rule)
          .ifPresentOrElse(reads -> note(reads, holder), () -> whole.add(holder));
    }
  }

  private void note(List<KnownReads.Read> reads, ObjectType asked) {
    for (KnownReads.Read read : reads) {
      var record = read.record().isEmpty() ? Optional.of(asked) : types.type(read.record());
      record.ifPresent(
          type ->
              read.field()
                  .ifPresentOrElse(
                      field -> fields.computeIfAbsent(type, t -> new HashSet<>()).add(field),
                      () -> whole.add(type)));
    }
  }

  private void comprehension(IrExpr.Comprehension e) {
    for (IrClause clause : e.clauses()) {
      switch (clause) {
        case IrClause.Generator generator -> {
          if (e.form() == IrExpr.Form.UNIQUE) {
            use(generator.source());
          } else {
            passOn(generator.source());
          }
        }
        case IrClause.Binding binding -> passOn(binding.value());
      }
    }
    e.where().ifPresent(this::passOn);
    boolean compared = ElementUse.comparesResults(e.form());
    var results = new ArrayList<IrExpr>(List.of(e.body()));
    e.second().ifPresent(results::add);
    results.forEach(compared ? this::use : this::passOn);
  }

  private void builtin(IrExpr.CallBuiltin call) {
    var known = KnownReads.ofBuiltin(call.signature());
    if (known.isPresent()) {
      call.arguments().forEach(this::passOn);
      call.signature()
          .receiver()
          .filter(ObjectType.class::isInstance)
          .ifPresent(receiver -> note(known.get(), (ObjectType) receiver));
      return;
    }
    var wanted = new ArrayList<Type>();
    call.signature().receiver().ifPresent(wanted::add);
    call.signature().parameters().forEach(parameter -> wanted.add(parameter.type()));
    for (int i = 0; i < call.arguments().size(); i++) {
      IrExpr argument = call.arguments().get(i);
      boolean generic = i < wanted.size() && isGeneric(wanted.get(i));
      if (generic && ElementUse.handsOn(call.signature())) {
        passOn(argument);
      } else if (generic) {
        use(argument);
      } else {
        all(argument);
      }
    }
  }

  private static boolean isGeneric(Type type) {
    return switch (type) {
      case Type.Variable variable -> true;
      case Type.ListOf list -> isGeneric(list.element());
      case Type.SetOf set -> isGeneric(set.element());
      case Type.MapOf map -> isGeneric(map.key()) || isGeneric(map.value());
      case Type.OptionalOf optional -> isGeneric(optional.type());
      default -> false;
    };
  }

  private void convert(IrExpr.Convert e) {
    boolean kinds = isOfKinds(e.type()) && (isOfKinds(e.operand().type()) || isAny(e.operand()));
    if (kinds) {
      passOn(e.operand());
    } else {
      all(e.operand());
    }
  }

  private static boolean isOfKinds(Type type) {
    var records = records(type);
    return (type.bare() instanceof ObjectType || type.bare() instanceof Type.UnionOf)
        && records.stream().allMatch(t -> t.kind().isPresent());
  }

  private static boolean isAny(IrExpr e) {
    return e.type().bare() == Scalar.ANY;
  }

  /** Every field, of whole objects too. */
  private void all(IrExpr e) {
    whole.addAll(records(e.type()));
    untyped(e);
    passOn(e);
  }

  /** A read of an object whose kind the text does not say. */
  private void untyped(IrExpr receiver) {
    if (isAny(receiver)) {
      untypedTarget |= isTarget(receiver);
      untyped |= !isTarget(receiver);
    }
  }

  private boolean isTarget(IrExpr e) {
    return switch (e) {
      case IrExpr.Local local ->
          inPolicy && (local.slot() == IrPolicy.TARGET_SLOT || local.slot() == IrPolicy.OLD_SLOT);
      case IrExpr.Must must -> isTarget(must.operand());
      case IrExpr.Narrowed narrowed -> isTarget(narrowed.operand());
      default -> false;
    };
  }

  private void index(IrIndex index) {
    if (seen.add(index.id())) {
      outside(IrWalk.expressionsOf(index), index.key());
    }
  }

  private void function(IrFunction function) {
    if (seen.add(function.id())) {
      outside(IrWalk.expressionsOf(function), null);
    }
  }

  private void outside(List<IrExpr> expressions, @Nullable IrExpr used) {
    boolean before = inPolicy;
    inPolicy = false;
    for (IrExpr expression : expressions) {
      if (expression == used) {
        use(expression);
      } else {
        passOn(expression);
      }
    }
    inPolicy = before;
  }

  /** The records a value can hold. */
  private static Set<ObjectType> records(Type type) {
    return switch (type) {
      case ObjectType object -> Set.of(object);
      case Type.UnionOf union -> Set.copyOf(union.members());
      case Type.ListOf list -> records(list.element());
      case Type.SetOf set -> records(set.element());
      case Type.MapOf map -> together(List.of(map.key(), map.value()));
      case Type.RecordType record ->
          together(record.fields().stream().map(Type.RecordField::type).toList());
      case Type.OptionalOf optional -> records(optional.type());
      case Type.RangeOf range -> Set.of();
      case Type.Scalar scalar -> Set.of();
      case Type.EnumType named -> Set.of();
      case Type.TextEnum text -> Set.of();
      case Type.Variable variable -> Set.of();
    };
  }

  private static Set<ObjectType> together(List<Type> types) {
    var all = new HashSet<ObjectType>();
    types.forEach(type -> all.addAll(records(type)));
    return all;
  }
}
