package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.FieldPath;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.JsonValue;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Where in an object the value of an expression stands, or would stand if it were set. */
final class Places {
  private Places() {}

  static Optional<Place> of(
      List<IrExpr> expressions, Frame frame, ExpressionInterpreter evaluator) {
    return expressions.stream()
        .map(e -> of(e, frame, evaluator))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Never fails: where an expression cannot be evaluated, its place is unknown. */
  static Optional<Place> of(IrExpr expression, Frame frame, ExpressionInterpreter evaluator) {
    Optional<Place> found;
    try {
      found = find(expression, frame, evaluator);
    } catch (Missing e) {
      found = e.place();
    } catch (EvaluationError e) {
      found = e.place();
    }
    return found.filter(Place::isInObject);
  }

  private static Optional<Place> find(
      IrExpr expression, Frame frame, ExpressionInterpreter evaluator) {
    return switch (expression) {
      case IrExpr.Local local -> ofLocal(local, frame, evaluator);
      case IrExpr.ReadField read ->
          of(read.receiver(), frame, evaluator).map(p -> p.key(read.name()));
      case IrExpr.ReadJson read ->
          of(read.receiver(), frame, evaluator).map(p -> p.key(read.name()));
      case IrExpr.KindMember member ->
          of(member.receiver(), frame, evaluator).map(p -> kindMember(p, member.property()));
      case IrExpr.Index index -> ofIndex(index, frame, evaluator);
      case IrExpr.Must must -> of(must.operand(), frame, evaluator);
      case IrExpr.Narrowed narrowed -> of(narrowed.operand(), frame, evaluator);
      case IrExpr.Convert convert -> of(convert.operand(), frame, evaluator);
      case IrExpr.Adapt adapt -> of(adapt.operand(), frame, evaluator);
      case IrExpr.Negate negate -> of(negate.operand(), frame, evaluator);
      case IrExpr.Coalesce coalesce -> ofCoalesce(coalesce, frame, evaluator);
      case IrExpr.If choice ->
          of(
              evaluator.isTrue(choice.condition(), frame) ? choice.thenValue() : choice.elseValue(),
              frame,
              evaluator);
      case IrExpr.CallBuiltin call -> {
        Value value = evaluator.evaluate(call, frame);
        yield ofValue(value)
            .or(() -> of(call.arguments(), frame, evaluator).map(p -> chosenField(call, value, p)));
      }
      case IrExpr.CallFunction call ->
          ofValue(evaluator.evaluate(call, frame))
              .or(() -> inFunction(call, frame, evaluator))
              .or(() -> of(call.arguments(), frame, evaluator));
      case IrExpr.CallExternal call -> of(call.arguments(), frame, evaluator);
      case IrExpr.Update update -> ofValue(evaluator.evaluate(update, frame));
      case IrExpr.ReadRecord read -> ofRecordField(read, frame, evaluator);
      case IrExpr.Comprehension comprehension ->
          ofValue(evaluator.evaluate(comprehension, frame))
              .or(() -> BlameSources.sourcePlace(comprehension, frame, evaluator));
      case IrExpr.Arithmetic sum ->
          of(sum.left(), frame, evaluator).or(() -> of(sum.right(), frame, evaluator));
      case IrExpr.LookUp look -> ofValue(evaluator.evaluate(look, frame));
      case IrExpr.ObjectsOf objects -> ofValue(evaluator.evaluate(objects, frame));
      case IrExpr.ReferencesOf named -> of(named.object(), frame, evaluator);
      case IrExpr.ReferrersOf named -> of(named.object(), frame, evaluator);
      case IrExpr.FindObject found -> ofValue(evaluator.evaluate(found, frame));
      case IrExpr.FindAny found -> ofValue(evaluator.evaluate(found, frame));
      default -> Optional.empty();
    };
  }

  /** Where a built-in tells which one field of a record is set, that field. */
  private static Place chosenField(IrExpr.CallBuiltin call, Value value, Place receiver) {
    boolean names =
        call.type().bare() instanceof Type.TextEnum
            && call.arguments().size() == 1
            && call.arguments().get(0).type().bare() instanceof ObjectType type
            && value instanceof Value.Text field
            && type.field(field.value()).isPresent();
    return names ? receiver.key(((Value.Text) value).value()) : receiver;
  }

  /** Where the body of a function found its result. */
  private static Optional<Place> inFunction(
      IrExpr.CallFunction call, Frame frame, ExpressionInterpreter evaluator) {
    var function = evaluator.environment().function(call.function());
    return of(function.body(), evaluator.enter(function, call, frame), evaluator);
  }

  /**
   * Where a record stands that policy code made of what it read: where the first of its fields was
   * read, with each of the others where that was. Only plain reads count, since a place that nobody
   * may ask for must not cost a second evaluation.
   */
  static Optional<Place> ofFields(
      IrExpr.RecordOf record, Frame frame, ExpressionInterpreter evaluator) {
    var read = new LinkedHashMap<String, Place>();
    for (IrExpr.FieldValue field : record.fields()) {
      if (isPlainRead(field.value())) {
        of(field.value(), frame, evaluator).ifPresent(place -> read.put(field.name(), place));
      }
    }
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Place first = read.values().iterator().next();
    var around = new Place(first.object(), first.path().parent().orElse(first.path()));
    for (Type.RecordField field : record.type().fields()) {
      read.putIfAbsent(field.name(), around);
    }
    return Optional.of(new Place(around.object(), around.path(), read));
  }

  private static boolean isPlainRead(IrExpr expression) {
    return switch (expression) {
      case IrExpr.Narrowed narrowed -> isPlainRead(narrowed.operand());
      case IrExpr.Must must -> isPlainRead(must.operand());
      case IrExpr.Adapt adapt -> isPlainRead(adapt.operand());
      case IrExpr.ReadField read -> isPlainRead(read.receiver());
      case IrExpr.Local local -> true;
      default -> false;
    };
  }

  private static Optional<Place> ofRecordField(
      IrExpr.ReadRecord read, Frame frame, ExpressionInterpreter evaluator) {
    return ofValue(evaluator.evaluate(read.receiver(), frame))
        .map(record -> record.key(read.name()))
        .or(() -> ofValue(evaluator.evaluate(read, frame)))
        .or(() -> of(read.receiver(), frame, evaluator));
  }

  private static Place kindMember(Place root, IrExpr.KindProperty property) {
    FieldPath path = FieldPath.ROOT;
    return new Place(
        root.object(),
        switch (property) {
          case NAME -> path.key("metadata").key("name");
          case NAMESPACE -> path.key("metadata").key("namespace");
          case API_VERSION, GROUP, VERSION -> path.key("apiVersion");
          case KIND -> path.key("kind");
        });
  }

  private static Optional<Place> ofLocal(
      IrExpr.Local local, Frame frame, ExpressionInterpreter evaluator) {
    var let = frame.letExpression(local.slot());
    if (let.isPresent()) {
      return of(let.get(), frame, evaluator);
    }
    return ofValue(frame.get(local.slot(), evaluator)).or(() -> frame.place(local.slot()));
  }

  private static Optional<Place> ofIndex(
      IrExpr.Index index, Frame frame, ExpressionInterpreter evaluator) {
    var receiver = of(index.receiver(), frame, evaluator);
    return switch (evaluator.evaluate(index.index(), frame)) {
      case Value.Int at -> {
        Value list = evaluator.evaluate(index.receiver(), frame);
        boolean inside =
            list instanceof ListValue l && at.value() >= 0 && at.value() < l.elements().size();
        yield inside ? ((ListValue) list).origins().of((int) at.value()) : receiver;
      }
      case Value.Text key -> receiver.map(p -> p.key(key.value()));
      default -> receiver;
    };
  }

  /** The side that gave the value; when all are unset, the one that was asked first. */
  private static Optional<Place> ofCoalesce(
      IrExpr.Coalesce coalesce, Frame frame, ExpressionInterpreter evaluator) {
    var left = of(coalesce.left(), frame, evaluator);
    if (!evaluator.evaluate(coalesce.left(), frame).isAbsent()) {
      return left;
    }
    boolean constant = coalesce.right() instanceof IrExpr.Constant;
    Optional<Place> right =
        constant || evaluator.evaluate(coalesce.right(), frame).isAbsent()
            ? Optional.empty()
            : of(coalesce.right(), frame, evaluator);
    return right.or(() -> left);
  }

  /** Where a value was read, if it carries that itself. */
  static Optional<Place> ofValue(Value value) {
    return carried(value).filter(Place::isInObject);
  }

  private static Optional<Place> carried(Value value) {
    return switch (value) {
      case ObjectValue object -> Optional.of(object.place());
      case JsonValue json -> Optional.of(json.place());
      case MapValue map -> map.place();
      case RecordValue record -> record.place();
      case ListValue list when !list.elements().isEmpty() -> list.origins().of(0);
      default -> Optional.empty();
    };
  }
}
