package dev.taffrail.tooling.cel;

import dev.taffrail.compiler.ir.IrClause;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.value.RegexValue;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Says expressions in CEL.
 *
 * <p>Presence is asked with {@code has()}, not with optional values: that works on older API
 * servers too. What {@code !} demands is either said where the part it stands in decides the check,
 * or collected around the check.
 */
final class CelExpressions {
  private final IrProgram program;

  CelExpressions(IrProgram program) {
    this.program = program;
  }

  // ------------------------------------------------------------ conditions of checks

  /** Holds if a condition holds and nothing in it that must be set is missing. */
  CelValue holds(IrExpr condition, CelScope scope) throws Untranslatable {
    var guards = Guards.collecting();
    CelValue holds =
        switch (condition) {
          case IrExpr.Not not -> holdsNot(not.operand(), scope);
          case IrExpr.Logic logic ->
              switch (logic.connective()) {
                case AND -> and(holds(logic.left(), scope), holds(logic.right(), scope));
                case OR -> or(truth(logic.left(), scope, guards), holds(logic.right(), scope));
                case IMPLIES ->
                    or(not(truth(logic.left(), scope, guards)), holds(logic.right(), scope));
              };
          case IrExpr.Comprehension all when all.form() == IrExpr.Form.ALL ->
              loop("all", all, scope, guards, holds(all.body(), inside(all, scope)));
          case IrExpr.Comprehension none when none.form() == IrExpr.Form.NONE ->
              loop("all", none, scope, guards, holdsNot(none.body(), inside(none, scope)));
          default -> truth(condition, scope, guards);
        };
    return guards.around(holds);
  }

  /** Holds if a condition does not hold and nothing in it that must be set is missing. */
  CelValue holdsNot(IrExpr condition, CelScope scope) throws Untranslatable {
    var guards = Guards.collecting();
    CelValue holds =
        switch (condition) {
          case IrExpr.Not not -> holds(not.operand(), scope);
          case IrExpr.Logic logic when logic.connective() == IrExpr.Connective.OR ->
              and(holdsNot(logic.left(), scope), holdsNot(logic.right(), scope));
          case IrExpr.Logic logic when logic.connective() == IrExpr.Connective.AND ->
              or(not(truth(logic.left(), scope, guards)), holdsNot(logic.right(), scope));
          case IrExpr.Comprehension any when any.form() == IrExpr.Form.ANY ->
              loop("all", any, scope, guards, holdsNot(any.body(), inside(any, scope)));
          default -> not(truth(condition, scope, guards));
        };
    return guards.around(holds);
  }

  // ------------------------------------------------------------ values

  /** A condition as a part of something else. */
  CelValue truth(IrExpr condition, CelScope scope, Guards guards) throws Untranslatable {
    return plain(condition, scope, guards);
  }

  /** A value that is there and means the same in CEL. */
  private CelValue plain(IrExpr e, CelScope scope, Guards guards) throws Untranslatable {
    if (!CelLiterals.isPlain(e.type())) {
      throw new Untranslatable(
          "values of type `%s`".formatted(TypePrinter.print(e.type())), e.span());
    }
    return value(e, scope, guards);
  }

  /** A value with the condition under which there is one. */
  CelValue value(IrExpr e, CelScope scope, Guards guards) throws Untranslatable {
    return switch (e) {
      case IrExpr.Constant constant ->
          CelValue.simple(CelLiterals.of(constant.value(), constant.span()));
      case IrExpr.Local local -> local(local, scope, guards);
      case IrExpr.ReadField read -> CelFields.value(read, value(read.receiver(), scope, guards));
      case IrExpr.Index index -> index(index, scope, guards);
      case IrExpr.Narrowed narrowed -> value(narrowed.operand(), scope, guards).whenPresent("");
      case IrExpr.Must must -> {
        guards.demand(isSet(must.operand(), scope, guards), must);
        yield value(must.operand(), scope, guards).whenPresent("");
      }
      case IrExpr.Coalesce either -> {
        CelValue left = value(either.left(), scope, guards);
        CelValue right = value(either.right(), scope, Guards.none("`??`"));
        yield left.present().isEmpty()
            ? left
            : new CelValue(
                left.present() + " ? " + left.operand() + " : " + right.operand(),
                right.present().isEmpty()
                    ? ""
                    : "(" + left.present() + " || " + right.present() + ")",
                false);
      }
      case IrExpr.IsSet set -> {
        CelValue is = isSet(set.operand(), scope, guards);
        yield set.set() ? is : not(is);
      }
      case IrExpr.IsEmpty empty -> {
        CelValue is = isEmpty(empty, scope, guards);
        yield empty.empty() ? is : not(is);
      }
      case IrExpr.Not not -> not(truth(not.operand(), scope, guards));
      case IrExpr.Logic logic -> {
        CelValue left = truth(logic.left(), scope, guards);
        CelValue right =
            truth(
                logic.right(),
                scope,
                Guards.none("`" + logic.connective().name().toLowerCase(Locale.ROOT) + "`"));
        yield switch (logic.connective()) {
          case AND -> and(left, right);
          case OR -> or(left, right);
          case IMPLIES -> or(not(left), right);
        };
      }
      case IrExpr.If choice -> {
        CelValue condition = truth(choice.condition(), scope, guards);
        CelValue then = plain(choice.thenValue(), scope, Guards.none("`if`"));
        CelValue otherwise = plain(choice.elseValue(), scope, Guards.none("`if`"));
        yield CelValue.compound(
            condition.operand() + " ? " + then.operand() + " : " + otherwise.operand());
      }
      case IrExpr.Compare compare -> compare(compare, scope, guards);
      case IrExpr.In in -> {
        CelValue element = plain(in.element(), scope, guards);
        // For membership a list is as good as the set that is made of it.
        IrExpr members =
            in.collection() instanceof IrExpr.Adapt adapt
                    && adapt.operand().type() instanceof Type.ListOf
                ? adapt.operand()
                : in.collection();
        CelValue collection = list(members, scope, guards);
        CelValue is = CelValue.compound(element.operand() + " in " + collection.operand());
        yield in.negated() ? not(is) : is;
      }
      case IrExpr.TextTest test -> textTest(test, scope, guards);
      case IrExpr.Collection collection -> {
        var elements = new StringJoiner(", ", "[", "]");
        for (IrExpr element : collection.elements()) {
          elements.add(plain(element, scope, guards).text());
        }
        yield CelValue.simple(elements.toString());
      }
      case IrExpr.Comprehension loop -> quantified(loop, scope, guards);
      case IrExpr.CallBuiltin call -> builtin(call, scope, guards);
      case IrExpr.CallFunction call ->
          inlined(program.function(call.function()), call.arguments(), scope, guards);
      case IrExpr.ModuleValue named -> inlined(program.value(named.id()), List.of(), scope, guards);
      default -> throw new Untranslatable(words(e), e.span());
    };
  }

  private CelValue local(IrExpr.Local local, CelScope scope, Guards guards) throws Untranslatable {
    var meaning = scope.of(local.slot());
    if (meaning.isEmpty()) {
      throw new Untranslatable("`" + local.name() + "`", local.span());
    }
    return switch (meaning.get()) {
      case CelScope.Meaning.Known known -> known.value();
      case CelScope.Meaning.Named named ->
          // The loops around the use count, or a loop in the value could take one of their names.
          value(named.expression(), named.scope().within(scope), guards);
    };
  }

  private CelValue index(IrExpr.Index index, CelScope scope, Guards guards) throws Untranslatable {
    if (!(index.receiver().type() instanceof Type.MapOf map)
        || !CelLiterals.isText(map.key())
        || !CelLiterals.isText(map.value())) {
      throw new Untranslatable("an index into other than a map of texts", index.span());
    }
    CelValue receiver = value(index.receiver(), scope, guards);
    CelValue key = plain(index.index(), scope, guards);
    return new CelValue(
        receiver.operand() + "[" + key.text() + "]",
        key.operand() + " in " + receiver.operand(),
        true);
  }

  private CelValue isSet(IrExpr operand, CelScope scope, Guards guards) throws Untranslatable {
    return operand instanceof IrExpr.ReadField read
        ? CelFields.written(read, value(read.receiver(), scope, guards))
        : value(operand, scope, guards).presence();
  }

  private CelValue isEmpty(IrExpr.IsEmpty e, CelScope scope, Guards guards) throws Untranslatable {
    Type type = e.operand().type();
    CelValue value = value(e.operand(), scope, guards);
    if (CelLiterals.isText(type.bare())) {
      CelValue empty = CelValue.compound(value.operand() + " == \"\"");
      return value.present().isEmpty() ? empty : or(not(value.presence()), empty);
    }
    if (type instanceof Type.ListOf || type instanceof Type.MapOf) {
      return CelValue.compound("size(" + value.text() + ") == 0");
    }
    throw new Untranslatable("`is empty` of other than text, a list or a map", e.span());
  }

  private CelValue compare(IrExpr.Compare compare, CelScope scope, Guards guards)
      throws Untranslatable {
    boolean isEquality =
        compare.comparison() == IrExpr.Comparison.EQUAL
            || compare.comparison() == IrExpr.Comparison.NOT_EQUAL;
    if (!isEquality && compare.left().type() != Type.Scalar.INT) {
      throw new Untranslatable(
          "`%s` between other than integers".formatted(compare.comparison().symbol()),
          compare.span());
    }
    CelValue left = plain(compare.left(), scope, guards);
    CelValue right = plain(compare.right(), scope, guards);
    return CelValue.compound(
        left.operand() + " " + compare.comparison().symbol() + " " + right.operand());
  }

  private CelValue textTest(IrExpr.TextTest test, CelScope scope, Guards guards)
      throws Untranslatable {
    CelValue left = plain(test.left(), scope, guards);
    if (!CelLiterals.isText(test.left().type())) {
      throw new Untranslatable(
          "`" + test.operator().symbol() + "` on other than text", test.span());
    }
    boolean isPattern =
        test.operator() == IrExpr.TextOperator.MATCHES
            || test.operator() == IrExpr.TextOperator.NOT_MATCHES;
    if (isPattern) {
      if (test.right() instanceof IrExpr.Constant constant
          && constant.value() instanceof RegexValue regex) {
        CelValue matches =
            CelValue.simple(
                "%s.matches(%s)"
                    .formatted(left.operand(), CelLiterals.quoted("^(?:" + regex.text() + ")\\z")));
        return test.operator() == IrExpr.TextOperator.MATCHES ? matches : not(matches);
      }
      throw new Untranslatable("a pattern that is no constant expression", test.span());
    }
    CelValue right = plain(test.right(), scope, guards);
    return CelValue.simple(
        "%s.%s(%s)".formatted(left.operand(), test.operator().symbol(), right.text()));
  }

  // ------------------------------------------------------------ loops

  private CelValue quantified(IrExpr.Comprehension loop, CelScope scope, Guards guards)
      throws Untranslatable {
    Guards none = Guards.none("`" + loop.form().name().toLowerCase(Locale.ROOT) + "`");
    CelScope inside = inside(loop, scope);
    return switch (loop.form()) {
      case ALL -> loop("all", loop, scope, guards, truth(loop.body(), inside, none));
      case ANY -> loop("exists", loop, scope, guards, truth(loop.body(), inside, none));
      case NONE -> not(loop("exists", loop, scope, guards, truth(loop.body(), inside, none)));
      case ONE -> loop("exists_one", loop, scope, guards, truth(loop.body(), inside, none));
      case COUNT, FIRST, UNIQUE, FILTER, MAP, SET, DICT, SUM, MIN, MAX, GROUP, SORT, CLOSURE ->
          throw new Untranslatable(
              "`" + loop.form().name().toLowerCase(Locale.ROOT) + "`", loop.span());
    };
  }

  private CelScope inside(IrExpr.Comprehension loop, CelScope scope) throws Untranslatable {
    return scope.looping(generator(loop).elementSlot());
  }

  private static IrClause.Generator generator(IrExpr.Comprehension loop) throws Untranslatable {
    if (loop.clauses().size() == 1
        && loop.clauses().getFirst() instanceof IrClause.Generator only
        && loop.second().isEmpty()) {
      return only;
    }
    throw new Untranslatable("a loop over several collections", loop.span());
  }

  private CelValue loop(
      String macro, IrExpr.Comprehension loop, CelScope scope, Guards guards, CelValue body)
      throws Untranslatable {
    CelValue source = source(generator(loop), scope, guards);
    CelValue condition = body;
    if (loop.where().isPresent()) {
      CelValue wanted = truth(loop.where().get(), inside(loop, scope), Guards.none("`where`"));
      condition = macro.equals("all") ? or(not(wanted), body) : and(wanted, body);
    }
    return CelValue.simple(
        "%s.%s(%s, %s)".formatted(source.operand(), macro, scope.variable(), condition.text()));
  }

  /** What a loop goes through. */
  CelValue source(IrClause.Generator generator, CelScope scope, Guards guards)
      throws Untranslatable {
    if (generator.keySlot() >= 0) {
      throw new Untranslatable("a loop with an index or a key", generator.source().span());
    }
    return list(generator.source(), scope, guards);
  }

  private CelValue list(IrExpr e, CelScope scope, Guards guards) throws Untranslatable {
    boolean isKnown =
        e.type() instanceof Type.ListOf
            || e.type() instanceof Type.MapOf
            || e.type() instanceof Type.SetOf && e instanceof IrExpr.Collection
            || e instanceof IrExpr.Constant;
    if (!isKnown) {
      throw new Untranslatable(
          "values of type `%s`".formatted(TypePrinter.print(e.type())), e.span());
    }
    return value(e, scope, guards);
  }

  // ------------------------------------------------------------ calls

  private CelValue builtin(IrExpr.CallBuiltin call, CelScope scope, Guards guards)
      throws Untranslatable {
    String name = call.signature().name();
    if (call.arguments().size() != 1) {
      throw new Untranslatable("`" + name + "`", call.span());
    }
    IrExpr receiver = call.arguments().getFirst();
    if (name.equals("size")
        && (receiver.type() instanceof Type.ListOf || receiver.type() instanceof Type.MapOf)) {
      return CelValue.simple("size(" + value(receiver, scope, guards).text() + ")");
    }
    if (name.equals("allContainers")) {
      CelValue pod = value(receiver, scope, guards);
      String spec = pod.operand() + ".spec";
      if (pod.present().isEmpty()) {
        return CelValue.compound(
            "%s + %s + %s"
                .formatted(
                    optionalList(spec + ".initContainers"),
                    optionalList(spec + ".containers"),
                    optionalList(spec + ".ephemeralContainers")));
      }
    }
    throw new Untranslatable("`" + name + "`", call.span());
  }

  private static String optionalList(String path) {
    return "(has(" + path + ") ? " + path + " : [])";
  }

  /** Arguments are evaluated before the body, so what they demand is demanded here. */
  private CelValue inlined(
      IrFunction function, List<IrExpr> arguments, CelScope scope, Guards guards)
      throws Untranslatable {
    CelScope body = scope.inside();
    for (int i = 0; i < arguments.size(); i++) {
      body = body.with(i, value(arguments.get(i), scope, guards));
    }
    for (IrStatement.Let let : function.lets()) {
      body = body.with(let);
    }
    return value(function.body(), body, guards);
  }

  // ------------------------------------------------------------ words

  private static CelValue not(CelValue condition) {
    return CelValue.compound("!" + condition.operand());
  }

  private static CelValue and(CelValue left, CelValue right) {
    return CelValue.compound(left.operand() + " && " + right.operand());
  }

  private static CelValue or(CelValue left, CelValue right) {
    return CelValue.compound(left.operand() + " || " + right.operand());
  }

  /** The name of a construct, from that of its node. */
  private static String words(IrExpr e) {
    return "`%s`".formatted(e.span().text().strip().replaceAll("\\s+", " "));
  }
}
