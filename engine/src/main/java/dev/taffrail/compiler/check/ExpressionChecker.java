package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.source.Span;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Types an expression and gives its IR; each kind of expression has a class of its own.
 *
 * <p>Expected types flow down (a literal takes the type that is wanted), found types flow up. The
 * expectation {@link Scalar#UNKNOWN} means that nothing is known.
 */
final class ExpressionChecker {
  private final Services services;
  private final LiteralTyping literals;
  private final NameTyping names;
  private final MemberTyping members;
  private final CallTyping calls;
  private final OperatorTyping operators;
  private final MembershipTyping membership;
  private final LogicTyping logic;
  private final ComprehensionTyping comprehensions;
  private final MatchTyping matches;
  private final ConversionTyping conversions;
  private final FlowFacts flow;
  private final List<CallTyping.DeferredMust> deferredMusts = new ArrayList<>();

  ExpressionChecker(Services services) {
    this.services = services;
    this.flow = new FlowFacts(services);
    this.literals = new LiteralTyping(this);
    this.names = new NameTyping(this);
    this.calls = new CallTyping(this);
    this.members = new MemberTyping(this, calls);
    this.operators = new OperatorTyping(this);
    this.membership = new MembershipTyping(this);
    this.logic = new LogicTyping(this);
    this.comprehensions = new ComprehensionTyping(this);
    this.matches = new MatchTyping(this);
    this.conversions = new ConversionTyping(this);
  }

  Services services() {
    return services;
  }

  FlowFacts flow() {
    return flow;
  }

  /** Calls of functions whose effect is known only when all of them are checked. */
  List<CallTyping.DeferredMust> deferredMusts() {
    return deferredMusts;
  }

  void report(Diagnostic diagnostic) {
    services.diagnostics().report(diagnostic);
  }

  IrExpr infer(Expr expression, Context context) {
    return check(expression, context, Scalar.UNKNOWN);
  }

  /** The expression, of whatever type; the expectation only helps literals. */
  IrExpr check(Expr expression, Context context, Type expected) {
    IrExpr found =
        switch (expression) {
          case Expr.Hole hole -> unknown(hole.span());
          case Expr.Literal literal -> literals.literal(literal, expected);
          case Expr.Tagged tagged -> literals.tagged(tagged, expected);
          case Expr.StringLiteral string -> literals.string(string, context, expected);
          case Expr.ListLiteral list -> literals.list(list, context, expected);
          case Expr.RecordLiteral record -> literals.record(record, context, expected);
          case Expr.Name name -> names.name(name, context, expected);
          case Expr.Call call -> calls.call(call, context);
          case Expr.Member member -> members.member(member, context);
          case Expr.MethodCall call -> members.methodCall(call, context);
          case Expr.Index index -> members.index(index, context);
          case Expr.Must must -> logic.must(must, context, expected);
          case Expr.With with -> conversions.with(with, context);
          case Expr.As as -> conversions.as(as, context);
          case Expr.Negate negate -> operators.negate(negate, context, expected);
          case Expr.Not not -> logic.not(not, context);
          case Expr.Binary binary -> binary(binary, context, expected);
          case Expr.Is is -> conversions.is(is, context);
          case Expr.If choice -> logic.choice(choice, context, expected);
          case Expr.Comprehension comprehension ->
              comprehensions.comprehension(comprehension, context, expected);
          case Expr.Match match -> matches.match(match, context, expected);
        };
    return narrow(expression, found, context);
  }

  private IrExpr binary(Expr.Binary binary, Context context, Type expected) {
    return switch (binary.operator()) {
      case AND, OR, IMPLIES -> logic.connective(binary, context);
      case COALESCE -> logic.coalesce(binary, context, expected);
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          operators.compare(binary, context);
      case IN, NOT_IN -> membership.in(binary, context);
      case MATCHES, NOT_MATCHES, CONTAINS, STARTS_WITH, ENDS_WITH ->
          membership.text(binary, context);
      case RANGE -> operators.range(binary, context);
      case PLUS, MINUS, TIMES, DIVIDE, REMAINDER -> operators.arithmetic(binary, context, expected);
    };
  }

  private IrExpr narrow(Expr expression, IrExpr found, Context context) {
    var path = flow.path(expression, context);
    if (path.isEmpty()) {
      return found;
    }
    var narrowed = context.facts().narrowedTo(path.get());
    if (narrowed.isPresent()) {
      return new IrExpr.Narrowed(found.span(), narrowed.get(), found);
    }
    boolean set = found.type().isOptional() && context.facts().isSet(path.get());
    Type type = set ? found.type().bare() : found.type();
    Optional<Type> left = context.facts().leftOf(type.bare(), path.get());
    if (left.isPresent()) {
      Type rest = type.isOptional() ? Type.optional(left.get()) : left.get();
      return new IrExpr.Narrowed(found.span(), rest, found);
    }
    return set ? new IrExpr.Narrowed(found.span(), type, found) : found;
  }

  /** An expression that must have a value of the wanted type; anything else is reported. */
  IrExpr expect(Expr expression, Context context, Type wanted) {
    IrExpr found = check(expression, context, wanted);
    return fit(found, context, wanted);
  }

  /** A condition. */
  IrExpr condition(Expr expression, Context context) {
    return expect(expression, context, Scalar.BOOL);
  }

  /** An expression that must have a value, of whatever type. */
  IrExpr present(Expr expression, Context context, Type expected) {
    return present(check(expression, context, expected), context);
  }

  IrExpr present(IrExpr found, Context context) {
    if (found.type().isOptional()) {
      report(TypeDiagnostics.canBeMissing(found.span(), found.type(), context.noMust()));
      return new IrExpr.Narrowed(found.span(), found.type().bare(), found);
    }
    return found;
  }

  /** Makes a typed expression fit, or reports why it does not. */
  IrExpr fit(IrExpr found, Context context, Type wanted) {
    if (Assignability.fits(found.type(), wanted)) {
      return adapt(found, wanted);
    }
    if (found.type().isOptional() && Assignability.fits(found.type().bare(), wanted)) {
      report(TypeDiagnostics.canBeMissing(found.span(), found.type(), context.noMust()));
    } else {
      report(TypeDiagnostics.doesNotFit(found.span(), found.type(), wanted));
    }
    return unknown(found.span());
  }

  private static IrExpr adapt(IrExpr found, Type wanted) {
    boolean widens = found.type().bare() == Scalar.INT && wanted.bare() == Scalar.DECIMAL;
    return widens ? new IrExpr.Adapt(found.span(), wanted, found) : found;
  }

  /** Stands for something whose mistake is reported. */
  static IrExpr unknown(Span span) {
    return new IrExpr.Constant(span, Scalar.UNKNOWN, Value.absent());
  }

  static IrExpr constant(Span span, Type type, Value value) {
    return new IrExpr.Constant(span, type, value);
  }

  /**
   * Elements of something that can be iterated: the element type, and the key type with two names.
   */
  record Elements(Type key, Type element) {}

  Optional<Elements> elementsOf(Type type, boolean twoNames) {
    return switch (type) {
      case Type.ListOf list -> Optional.of(new Elements(Scalar.INT, list.element()));
      case Type.SetOf set -> Optional.of(new Elements(Scalar.INT, set.element()));
      case Type.MapOf map ->
          Optional.of(
              twoNames ? new Elements(map.key(), map.value()) : new Elements(map.key(), map.key()));
      case Type.RangeOf range -> Optional.of(new Elements(Scalar.INT, range.bound()));
      case Scalar scalar when scalar == Scalar.UNKNOWN ->
          Optional.of(new Elements(Scalar.UNKNOWN, Scalar.UNKNOWN));
      default -> Optional.empty();
    };
  }
}
